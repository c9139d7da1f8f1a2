package uk.gov.justice.probation.devolution.preferencing.panel;

/** How many of a team's people are experienced in its work. */
public record Share(int experienced, int people) {
    private static final int PERCENT = 100;

    boolean isAtLeast(int percent) {
        return PERCENT * experienced >= percent * people;
    }

    Share with(Share others) {
        return new Share(experienced + others.experienced, people + others.people);
    }

    public String inWords() {
        return people == 0 ? "Nobody" : "%d of %d (%d %%)".formatted(experienced, people, percent());
    }

    int percent() {
        return people == 0 ? 0 : PERCENT * experienced / people;
    }
}
