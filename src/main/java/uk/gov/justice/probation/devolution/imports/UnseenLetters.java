package uk.gov.justice.probation.devolution.imports;

import java.util.Set;

/**
 * Invisible characters. With them two texts can look the same and differ, or read in a different order than they are
 * written.
 */
final class UnseenLetters {
    private static final int LAST_ASCII = 0x7E;
    private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);
    private static final Set<Integer> BLANKS_AMONG_LETTERS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private UnseenLetters() {}

    /**
     * The position of the first of them; -1 if none. A joiner between two letters of a script that uses joiners does
     * not count.
     */
    static int firstIn(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            if (letter > LAST_ASCII && isUnseen(letter) && !(JOINERS.contains(letter) && joinsAt(text, at))) return at;
        }
        return -1;
    }

    private static boolean isUnseen(int letter) {
        return BLANKS_AMONG_LETTERS.contains(letter)
                || switch (Character.getType(letter)) {
                    case Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    private static boolean joinsAt(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && canBeJoined(text.codePointBefore(at))
                && canBeJoined(text.codePointAt(at + 1));
    }

    private static boolean canBeJoined(int letter) {
        return letter > LAST_ASCII && !isUnseen(letter);
    }
}
