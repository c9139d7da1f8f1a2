package uk.gov.justice.probation.devolution.consultation.following;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/**
 * A step of a consultation.
 *
 * @param who takes it
 * @param planned by when it is to be done; null if that is not known
 * @param done when it was done; null if it is not, or if nobody recorded the day
 * @param detail how far it has come; empty if there is nothing to say
 */
public record Step(What what, String who, LocalDate planned, LocalDate done, Standing standing, String detail) {

    /** What is done in the steps, in their order. */
    public enum What {
        SCOPE("Set out what is proposed"),
        UNIONS("Hear the unions"),
        RESPONSE("Answer the unions"),
        EVENTS("Hold events and answer questions"),
        ONE_TO_ONES("Hold one-to-ones"),
        RANKING("Rank the places"),
        PANEL("Check and confirm who goes where"),
        DECISION("Decide the outcome"),
        APPEALS("Send letters and hear appeals");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How a step stands. */
    public enum Standing {
        DONE("Done", ""),
        UNDER_WAY("Under way", "govuk-tag--light-blue"),
        LATE("Late", "govuk-tag--red"),
        TO_COME("Not yet", "govuk-tag--grey"),
        NOT_TAKEN("Not taken", "govuk-tag--grey");

        private final String label;
        private final String tag;

        Standing(String label, String tag) {
            this.label = label;
            this.tag = tag;
        }

        public String label() {
            return label;
        }

        /** Its class of the design system's tags; empty if it needs none. */
        public String tag() {
            return tag;
        }
    }

    /** A sentence that follows another; empty if no day is known. */
    public String plannedInWords(LocalDate today) {
        if (planned == null) return "";
        return " The last day planned for that %s %s."
                .formatted(planned.isBefore(today) ? "was" : "is", Deadlines.inWords(planned));
    }

    public boolean isUnderWay() {
        return standing == Standing.UNDER_WAY || standing == Standing.LATE;
    }
}
