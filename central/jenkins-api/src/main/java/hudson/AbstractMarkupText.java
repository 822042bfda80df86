package hudson;

public abstract class AbstractMarkupText {
    AbstractMarkupText() {}

    public abstract String getText();

    public abstract void addMarkup(int startPos, int endPos, String startTag, String endTag);
}
