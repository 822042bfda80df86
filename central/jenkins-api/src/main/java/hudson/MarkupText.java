package hudson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** As core's: tags of one range enclose those that were added later; text is escaped, tags are not. */
public class MarkupText extends AbstractMarkupText {
    private final String text;
    private final List<Tag> tags = new ArrayList<>();

    public MarkupText(String text) {
        this.text = text;
    }

    @Override
    public String getText() {
        return text;
    }

    @Override
    public void addMarkup(int startPos, int endPos, String startTag, String endTag) {
        tags.add(new Tag(startPos, startTag));
        tags.add(0, new Tag(endPos, endTag));
    }

    public void addMarkup(int pos, String tag) {
        tags.add(new Tag(pos, tag));
    }

    public String toString(boolean preEscape) {
        if (!preEscape) {
            throw new UnsupportedOperationException("the stand-in renders consoles only");
        }
        tags.sort(Comparator.comparingInt(Tag::at));
        StringBuilder all = new StringBuilder();
        int copied = 0;
        for (Tag tag : tags) {
            all.append(Util.xmlEscape(text.substring(copied, tag.at()))).append(tag.markup());
            copied = tag.at();
        }
        return all.append(Util.xmlEscape(text.substring(copied))).toString();
    }

    private record Tag(int at, String markup) {}
}
