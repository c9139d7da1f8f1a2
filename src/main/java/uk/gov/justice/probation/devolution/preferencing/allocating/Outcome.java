package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.List;

/** What a draw gave somebody, as everybody may read it counted. */
public enum Outcome {
    FIRST_CHOICE("Their first choice"),
    OTHER_CHOICE("Another of their choices"),
    NOT_ASKED("A place they did not ask for"),
    NO_PLACE("No place");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Outcome of(Result result) {
        return of(result.optionId(), result.ranked(), result.rank());
    }

    /** @param optionId null for no place */
    public static Outcome of(Long optionId, boolean ranked, int rank) {
        if (optionId == null) return NO_PLACE;
        if (!ranked) return NOT_ASKED;
        return rank == 1 ? FIRST_CHOICE : OTHER_CHOICE;
    }

    public static List<Integer> counts(List<Result> results) {
        return List.of(values()).stream()
                .map(outcome -> (int)
                        results.stream().filter(result -> of(result) == outcome).count())
                .toList();
    }
}
