package uk.gov.justice.probation.devolution.camunda.migration;

/** How far a migration has come. */
public enum MigrationState {
    MOVING("Under way"),
    STOPPED("Stopped"),
    DONE("Done");

    private final String words;

    MigrationState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
