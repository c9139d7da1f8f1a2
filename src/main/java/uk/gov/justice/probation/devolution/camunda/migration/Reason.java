package uk.gov.justice.probation.devolution.camunda.migration;

/** Why an instance stays on its model. */
enum Reason {
    GONE("It is at a step that the newer model does not have"),
    OTHER_KIND("It is at a step that is of another kind in the newer model"),
    OTHER_SCOPE("It is at a step that is in another part of the newer model"),
    AT_A_JOIN("It waits for its other branches"),
    MAY_BE_UNDONE("It has begun what may have to be undone, and would be undone by the wrong model"),
    WAITS_BESIDE_REPETITION("Camunda cannot take across the timer or message that waits beside this repeated step"),
    OTHER_MESSAGES("The newer model waits for other messages");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
