package uk.gov.justice.probation.devolution.letters;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * What the font of the letters can print correctly: characters that it has and that follow each other from left to
 * right. A word with any other character, such as a name in Arabic, Chinese or Devanagari, becomes a gap on paper, to
 * be filled in by hand (ADR 0054).
 */
record Printable(List<CmapLookup> weights) {
    private static final Pattern WORD = Pattern.compile("[^\\s<>\\p{Punct}]+");
    private static final String GAP = "_".repeat(12);

    boolean holds(String page) {
        return composed(page)
                .codePoints()
                .allMatch(character -> Character.isWhitespace(character) || canPrint(character));
    }

    /** The page with a gap in place of each word that cannot be printed. */
    String withGaps(String page) {
        return WORD.matcher(composed(page))
                .replaceAll(word -> Matcher.quoteReplacement(
                        word.group().codePoints().allMatch(this::canPrint) ? word.group() : GAP));
    }

    /** Combines an accent written after its letter with that letter, if such a character exists. */
    private static String composed(String page) {
        return Normalizer.normalize(page, Normalizer.Form.NFC);
    }

    private boolean canPrint(int character) {
        boolean placed = switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
        boolean fromRight = switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
        return placed && !fromRight && weights.stream().allMatch(weight -> weight.getGlyphId(character) != 0);
    }
}
