package io.jenkins.plugins.gomodules.failure;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the format that the head of {@code catalog.txt} explains. */
final class CatalogReader {
    /** Shorter texts are in too many lines. */
    static final int MIN_LITERAL = 7;

    private static final Pattern ABBREVIATION = Pattern.compile("<([a-z]+)>");

    private final Map<String, String> abbreviations = new HashMap<>();
    private final List<CauseKind> kinds = new ArrayList<>();
    private final List<Wording> wordings = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final List<String[]> patterns = new ArrayList<>();
    private final StringBuilder faults = new StringBuilder();
    private String id = "";
    private int number;

    private CatalogReader() {}

    /** @throws IllegalArgumentException if the text is no catalog; the message has the line */
    static Catalog read(String text) {
        return new CatalogReader().catalog(text);
    }

    private Catalog catalog(String text) {
        String key = "";
        StringBuilder value = new StringBuilder();
        for (String line : (text + "\n[]").split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                value.append(value.length() == 0 ? "" : " ").append(line.strip());
                continue;
            }
            entry(key, value.toString());
            value.setLength(0);
            if (line.startsWith("[")) {
                finish();
                key = "";
                id = line.substring(1, line.length() - 1);
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw bad("\"" + line + "\" has no colon");
            }
            key = line.substring(0, colon);
            value.append(line.substring(colon + 1).strip());
        }
        if (faults.length() > 0) {
            throw new IllegalArgumentException("the catalog has faults:" + faults);
        }
        return new Catalog(kinds, wordings);
    }

    private void entry(String key, String value) {
        if (key.startsWith("<")) {
            abbreviations.put(key.substring(1, key.length() - 1), value);
        } else {
            switch (key) {
                case "" -> {}
                case "sure", "likely", "weak" -> patterns.add(new String[] {key, value});
                case "category", "title", "explanation", "remedy", "link", "outranks", "instead of" ->
                    texts.put(key, value);
                default -> throw bad("there is nothing called \"" + key + "\"");
            }
        }
    }

    private void finish() {
        if (!id.isEmpty()) {
            CauseKind kind = new CauseKind(
                    kinds.size(),
                    id,
                    texts.getOrDefault("category", ""),
                    texts.getOrDefault("title", ""),
                    texts.getOrDefault("explanation", ""),
                    texts.getOrDefault("remedy", ""),
                    texts.getOrDefault("link", ""),
                    words(texts.getOrDefault("outranks", "")),
                    words(texts.getOrDefault("instead of", "")));
            kinds.add(kind);
            for (String[] pattern : patterns) {
                addWording(kind, Wording.Strength.valueOf(pattern[0].toUpperCase(Locale.ROOT)), pattern[1]);
            }
        }
        texts.clear();
        patterns.clear();
    }

    private static Set<String> words(String list) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : list.split("[, ]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private void addWording(CauseKind kind, Wording.Strength strength, String written) {
        StringBuilder regex = new StringBuilder();
        Matcher abbreviation = ABBREVIATION.matcher(written);
        int at = 0;
        while (abbreviation.find()) {
            String meaning = abbreviations.get(abbreviation.group(1));
            boolean isGroupName = written.startsWith("?P", abbreviation.start() - 2);
            if (meaning == null || isGroupName) {
                continue;
            }
            regex.append(written, at, abbreviation.start()).append(meaning);
            at = abbreviation.end();
        }
        regex.append(written, at, written.length());
        try {
            Set<String> literals = RequiredLiterals.of(regex.toString(), MIN_LITERAL);
            if (literals.isEmpty()) {
                fault(written, "matches lines that have no text of " + MIN_LITERAL + " characters in common");
                return;
            }
            wordings.add(new Wording(kind, strength, Pattern.compile(regex.toString()), literals));
        } catch (PatternSyntaxException e) {
            fault(written, e.getMessage());
        }
    }

    private void fault(String pattern, String what) {
        faults.append("\n[")
                .append(id)
                .append("] ")
                .append(pattern)
                .append(": ")
                .append(what);
    }

    private IllegalArgumentException bad(String what) {
        return new IllegalArgumentException("catalog, before line " + number + ", [" + id + "]: " + what);
    }
}
