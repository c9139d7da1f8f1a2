package uk.gov.justice.probation.devolution.preferencing.fairness;

/** What people are counted by. */
public enum Grouping {
    GRADE("Grade"),
    WORKING_PATTERN("Working pattern"),
    HOME_AREA("Home area"),
    LIST_LENGTH("Length of the list"),
    ABSENCE("Absence"),
    ADJUSTMENTS("Adjustments");

    private final String title;

    Grouping(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
