package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Placed;

/** How the rows from which places are shared out can differ from those at closing. Nothing else changes any. */
public enum SinceClosing {
    LEFT("Somebody has left the consultation. Their row is gone."),
    JOINED("Somebody has joined. Their row is new."),
    ANSWERED("Somebody who had asked for nothing by then has answered. Their row has their list now.");

    private final String sentence;

    SinceClosing(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /**
     * Today's request with the rows of closing. Whoever takes part no longer has none; whoever had asked for nothing by
     * closing, or was not there, has today's.
     */
    static AllocationRequest kept(AllocationRequest closing, AllocationRequest today) {
        Map<String, Applicant> rows = byPerson(closing);
        return new AllocationRequest(
                today.places(),
                today.applicants().stream()
                        .map(now -> kept(rows.get(now.person()), now))
                        .toList(),
                today.objective(),
                today.seed(),
                today.notAskedRank());
    }

    /** Whose place by the rows of closing is one that the rules of today forbid them. */
    static Set<String> forbidden(List<Placed> placed, AllocationRequest today) {
        Map<String, Applicant> rows = byPerson(today);
        return placed.stream()
                .filter(one -> one.option() != null && !rows.get(one.person()).mayHave(one.option()))
                .map(Placed::person)
                .collect(Collectors.toSet());
    }

    private static Applicant kept(Applicant atClosing, Applicant now) {
        return atClosing == null || answered(atClosing, now) ? now : atClosing;
    }

    private static boolean answered(Applicant atClosing, Applicant now) {
        return atClosing.ranked().isEmpty() && !now.ranked().isEmpty();
    }

    /** What has changed, without saying for how many people. */
    public static List<SinceClosing> between(AllocationRequest closing, AllocationRequest drawn) {
        Map<String, Applicant> before = byPerson(closing);
        Map<String, Applicant> after = byPerson(drawn);
        return Stream.of(values())
                .filter(change -> switch (change) {
                    case LEFT -> !after.keySet().containsAll(before.keySet());
                    case JOINED -> !before.keySet().containsAll(after.keySet());
                    case ANSWERED ->
                        after.values().stream()
                                .anyMatch(now ->
                                        before.containsKey(now.person()) && answered(before.get(now.person()), now));
                })
                .toList();
    }

    private static Map<String, Applicant> byPerson(AllocationRequest request) {
        return request.applicants().stream().collect(Collectors.toMap(Applicant::person, Function.identity()));
    }
}
