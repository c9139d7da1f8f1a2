package uk.gov.justice.probation.devolution.consultation.following;

import java.util.Arrays;
import java.util.Locale;

/**
 * Which of those who take part somebody wants to see, and in which order.
 *
 * @param text part of a name, of a staff number or of the line manager's; all if it is empty
 * @param team by its code; all if it is empty
 */
public record PeopleWanted(String text, Show show, String team, Order order) {
    public static final PeopleWanted ALL = new PeopleWanted("", Show.ALL, "", Order.URGENT);
    private static final int LONGEST = 100;

    public PeopleWanted {
        text = text.strip()
                .codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        team = team.strip();
    }

    /** How far they have come. */
    public enum Show {
        ALL("Everybody"),
        TO_MEET("One-to-one still to be held"),
        OVERDUE("One-to-one overdue"),
        MET("One-to-one held or declined"),
        NOT_RANKED("Places not ranked"),
        RANKED("Places ranked"),
        AWAY("Away longer than their dates allow"),
        OWN_DATES("With dates of their own"),
        LEFT("No longer taking part");

        private final String title;

        Show(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** As it stands in the address; whatever else is typed there is everybody. */
        public String word() {
            return PeopleWanted.word(this);
        }

        public static Show of(String word) {
            return Arrays.stream(values())
                    .filter(show -> show.word().equals(word))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** What comes first. */
    public enum Order {
        URGENT("Most urgent first"),
        NAME("By name"),
        MANAGER("By line manager"),
        TEAM("By team");

        private final String title;

        Order(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return PeopleWanted.word(this);
        }

        public static Order of(String word) {
            return Arrays.stream(values())
                    .filter(order -> order.word().equals(word))
                    .findFirst()
                    .orElse(URGENT);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isNarrowed() {
        return !new PeopleWanted(text, show, team, Order.URGENT).equals(ALL);
    }
}
