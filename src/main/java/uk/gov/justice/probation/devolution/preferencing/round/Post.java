package uk.gov.justice.probation.devolution.preferencing.round;

/** A working pattern, and how many posts have it. */
public record Post(WeeklyHours hours, int places) {

    /** For example "2 posts of 18.5 hours a week". */
    public String inWords() {
        return "%s of %s".formatted(places == 1 ? "1 post" : places + " posts", hours.inWords());
    }
}
