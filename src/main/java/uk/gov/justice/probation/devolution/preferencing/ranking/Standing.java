package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.allocation.Score;

/**
 * Who has which place, and its rank, counted as the allocation counts it: a place a person did not ask for has the rank
 * after their last choice, and for a person who asked for nothing the rank after the longest list.
 */
public final class Standing {
    private final Map<Long, Long> places;
    private final Map<Long, Answer> answers;
    private final int longest;

    /** @param places option id by member id, null for no place, of everybody who takes part */
    public Standing(Map<Long, Long> places, Map<Long, Answer> answers) {
        this.places = places;
        this.answers = answers;
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
        return (choices.isEmpty() ? longest : choices.size()) + 1;
    }

    public Score score() {
        int[] byRank = new int[longest + 1];
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
        return new Standing(after, answers);
    }

    private List<Long> choices(long memberId) {
        Answer answer = answers.get(memberId);
        return answer == null ? List.of() : answer.choices();
    }
}
