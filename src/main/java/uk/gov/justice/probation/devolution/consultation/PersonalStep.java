package uk.gov.justice.probation.devolution.consultation;

/**
 * A step of a person in a consultation, as their task list "My consultation" shows it.
 *
 * @param title as what the person does: "Rank the places you would take"
 * @param path of the page where they do it; null while there is none
 * @param hint what to know about it, such as until when
 */
public record PersonalStep(Part part, String title, String path, Status status, String hint) {

    /** The parts of the task list, in their order. */
    public enum Part {
        HEAR("Hear what is proposed, and ask"),
        TELL("Tell us what matters to you"),
        CHOOSE("Choose places"),
        OUTCOME("Your outcome");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How far a step has come. */
    public enum Status {
        LATER("Cannot start yet"),
        TO_COME("To come"),
        TO_DO("To do"),
        IF_YOU_WANT("If you want to"),
        LATE("Late"),
        DONE("Done"),
        OVER("Over");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static PersonalStep later(Part part, String title, String hint) {
        return new PersonalStep(part, title, null, Status.LATER, hint);
    }
}
