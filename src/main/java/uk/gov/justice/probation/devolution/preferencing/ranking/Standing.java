package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import uk.gov.justice.probation.devolution.allocation.Score;

/**
 * Who has which place, and its rank, counted as the allocation counts it: also a place that a person did not ask for
 * has one.
 */
public final class Standing {
    private final Map<Long, Long> places;
    private final Map<Long, Answer> answers;
    private final IntFunction<Integer> notAskedRank;
    private final int longest;

    /**
     * @param places option id by member id, null for no place, of everybody who takes part
     * @param notAskedRank the rank of a place that somebody did not ask for, by the longest list; null if it is the
     *     rank after their own last, and after the longest list for somebody who asked for nothing
     */
    public Standing(Map<Long, Long> places, Map<Long, Answer> answers, IntFunction<Integer> notAskedRank) {
        this.places = places;
        this.answers = answers;
        this.notAskedRank = notAskedRank;
        this.longest = places.keySet().stream()
                .mapToInt(member -> choices(member).size())
                .max()
                .orElse(0);
    }

    public Long place(long memberId) {
        return places.get(memberId);
    }

    public Map<Long, Long> places() {
        return places;
    }

    public boolean isRanked(long memberId) {
        Long place = place(memberId);
        return place != null && choices(memberId).contains(place);
    }

    /** 0 without a place. */
    public int rank(long memberId) {
        Long place = place(memberId);
        if (place == null) return 0;
        List<Long> choices = choices(memberId);
        if (choices.contains(place)) return choices.indexOf(place) + 1;
        Integer notAsked = notAskedRank.apply(longest);
        return notAsked == null ? (choices.isEmpty() ? longest : choices.size()) + 1 : notAsked;
    }

    public Score score() {
        Integer notAsked = notAskedRank.apply(longest);
        int[] byRank = new int[notAsked == null ? longest + 1 : notAsked];
        int unplaced = 0;
        for (long member : places.keySet()) {
            if (place(member) == null) unplaced++;
            else byRank[rank(member) - 1]++;
        }
        return new Score(unplaced, Arrays.stream(byRank).boxed().toList());
    }

    /** How many people have a place of the option. */
    public int taken(long optionId) {
        return (int) places.values().stream()
                .filter(place -> place != null && place == optionId)
                .count();
    }

    public Standing with(Map<Long, Long> moved) {
        Map<Long, Long> after = new HashMap<>(places);
        after.putAll(moved);
        return new Standing(after, answers, notAskedRank);
    }

    private List<Long> choices(long memberId) {
        Answer answer = answers.get(memberId);
        return answer == null ? List.of() : answer.choices();
    }
}
