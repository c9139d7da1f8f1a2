package uk.gov.justice.probation.devolution.work;

import java.util.Arrays;
import java.util.Locale;

/**
 * Which of their tasks somebody wants to see.
 *
 * @param text words of the task or of what it is about; all if it is empty
 * @param family a folder of the processes, such as {@code unpaidwork}; all if it is empty
 * @param group one of their task groups; all if it is empty
 */
public record Wanted(String text, Due due, Whose whose, String family, String group) {
    public static final Wanted ALL = new Wanted("", Due.ALL, Whose.ALL, "", "");
    private static final int LONGEST = 100;

    public Wanted {
        text = text.strip()
                .codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** When it is due. */
    public enum Due {
        OVERDUE("Overdue"),
        TODAY("Due today"),
        WEEK("Due this week"),
        ALL("All");

        private final String title;

        Due(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** As it stands in the address; whatever else is typed there is all. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Due of(String word) {
            return Arrays.stream(values())
                    .filter(due -> due.word().equals(word))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** Who has claimed it, or is asked by name. */
    public enum Whose {
        ALL("Everybody in my groups"),
        MINE("Claimed by me, or mine by name"),
        UNCLAIMED("Claimed by nobody"),
        AWAY("Claimed by people I stand in for");

        private final String title;

        Whose(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Whose of(String word) {
            return Arrays.stream(values())
                    .filter(whose -> whose.word().equals(word))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    public Wanted due(Due other) {
        return new Wanted(text, other, whose, family, group);
    }

    public boolean isNarrowed() {
        return !equals(ALL.due(due));
    }
}
