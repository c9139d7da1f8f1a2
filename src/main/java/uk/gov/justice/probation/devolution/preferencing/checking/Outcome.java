package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;

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

    static Outcome of(Result result) {
        if (result.optionId() == null) return NO_PLACE;
        if (!result.ranked()) return NOT_ASKED;
        return result.rank() == 1 ? FIRST_CHOICE : OTHER_CHOICE;
    }

    static List<Integer> counts(List<Result> results) {
        return List.of(values()).stream()
                .map(outcome -> (int)
                        results.stream().filter(result -> of(result) == outcome).count())
                .toList();
    }
}
