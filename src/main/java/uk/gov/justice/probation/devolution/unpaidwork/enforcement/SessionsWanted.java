package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which sessions somebody wants to see.
 *
 * @param day null unless {@code when} is {@link When#DAY}
 * @param project the code of a project; every project if it is empty
 * @param pdu the name of a delivery unit; all if it is empty
 */
public record SessionsWanted(When when, LocalDate day, String project, String pdu) {
    private static final int LONGEST = 60;

    /** When they are. */
    public enum When {
        WAITING("Without an outcome"),
        TODAY("Today"),
        TOMORROW("Tomorrow"),
        DAY("On a day");

        private final String title;

        When(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** As it stands in the address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @param otherwise if there is no such word */
        public static When of(String word, When otherwise) {
            return Arrays.stream(values())
                    .filter(when -> when.word().equals(word))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    public SessionsWanted {
        project = bounded(project);
        pdu = bounded(pdu);
    }

    public static SessionsWanted waiting() {
        return new SessionsWanted(When.WAITING, null, "", "");
    }

    public SessionsWanted when(When other) {
        return new SessionsWanted(other, null, project, pdu);
    }

    /** Whether being in this list says more of a session than that its outcome is missing. */
    public boolean isNarrowed() {
        return when != When.WAITING || isFiltered();
    }

    public boolean isFiltered() {
        return !project.isEmpty() || !pdu.isEmpty();
    }

    private static String bounded(String typed) {
        String stripped = typed.strip();
        return stripped.codePointCount(0, stripped.length()) > LONGEST ? "" : stripped;
    }
}
