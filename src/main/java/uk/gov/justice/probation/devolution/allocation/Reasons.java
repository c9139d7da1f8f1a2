package uk.gov.justice.probation.devolution.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Says to a person in plain words what they got, and what stood in the way of each better choice, with its numbers. It
 * says nothing that is not in the {@link Allocation}. What a rule is about may be personal: the words are for the
 * person, their line manager and HR.
 */
public final class Reasons {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final Map<String, String> RULES = Map.of(
            "MOBILITY",
            "The mobility check does not allow it: the journey is longer than the limit and you have not agreed to it, "
                    + "or something else was agreed with you about where you can work.",
            "ADJUSTMENT",
            "It does not fit the adjustments agreed with you.",
            "HOST_REGION",
            "It is outside the region in which staff of your site are placed.",
            "UNKNOWN_JOURNEY",
            "We do not know how long your journey there would take.",
            Verdict.ROLE,
            "It is not for your role.");

    private final Allocation allocation;
    private final Map<String, String> names;

    /**
     * @param names of the options by their ids, for example "Sefton, case administrator"; an option that is not named
     *     is called by its id
     */
    public Reasons(Allocation allocation, Map<String, String> names) {
        this.allocation = allocation;
        this.names = Map.copyOf(names);
    }

    /** The paragraphs as one text. */
    public String inPlainWords(Placed placed) {
        return String.join("\n", paragraphs(placed));
    }

    /**
     * What they got, then a paragraph for each better choice, best first. Whoever has no place, or one they did not ask
     * for, is then told the same of every other place they could have taken.
     */
    public List<String> paragraphs(Placed placed) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(outcome(placed));
        for (Obstacle obstacle : placed.obstacles())
            paragraphs.add("Your %s choice was %s. %s"
                    .formatted(ordinal(obstacle.rank()), name(obstacle.option()), inTheWay(obstacle, placed)));
        placed.elsewhere().stream()
                .collect(Collectors.groupingBy(
                        obstacle -> inTheWayElsewhere(obstacle, placed), LinkedHashMap::new, Collectors.toList()))
                .forEach((why, options) -> paragraphs.add("You did not ask for %s. %s"
                        .formatted(
                                listed(options.stream()
                                        .map(obstacle -> name(obstacle.option()))
                                        .toList()),
                                why)));
        return paragraphs;
    }

    private String inTheWayElsewhere(Obstacle obstacle, Placed placed) {
        return switch (obstacle.kind()) {
            case FULL ->
                "All places there had gone to people before your turn, the last to number %,d. %s"
                        .formatted(obstacle.last(), number(placed));
            case ONE_MORE -> oneMore(placed);
            case UNNAMED -> "It was still possible at your turn. If you had ranked it, you would have been given it.";
            case LOTTERY ->
                "The result for everybody together could have been just as good if you had been given it, so the lottery decided. "
                        + number(placed);
            case OBJECTIVE -> objective(obstacle);
            default -> "All places there had been given before.";
        };
    }

    private String outcome(Placed placed) {
        String outcome = placed.option() == null
                ? "You have no place."
                : "You have a place at %s%s."
                        .formatted(
                                name(placed.option()),
                                placed.ranked() ? ", your %s choice".formatted(ordinal(placed.rank())) : "");
        if (placed.decided()) return outcome + " This was decided before the others were placed.";
        if (placed.ranked()) return outcome;
        if (placed.option() != null)
            return outcome + " You did not ask for it, but the rules allow it. The panel looks at every such place.";
        return outcome
                + (placed.allowed() == 0
                        ? " The rules do not allow you any of the places on offer."
                        : " None of the places that the rules allow you is left.");
    }

    private String inTheWay(Obstacle obstacle, Placed placed) {
        return switch (obstacle.kind()) {
            case NOT_ALLOWED ->
                RULES.getOrDefault(obstacle.why(), "A rule does not allow it (%s).".formatted(obstacle.why()));
            case NO_PLACE -> demand(obstacle) + (obstacle.places() == 0 ? "" : " All of them had been given before.");
            case DECIDED -> demand(obstacle) + " Your own place had been decided before.";
            case LOTTERY ->
                demand(obstacle)
                        + """
           The result for everybody together could have been just as good if you had been given it, so the lottery decided. You were number %,d of %,d in it. \
          If you had been given it, somebody with an earlier number would have been worse off.""".formatted(placed.lottery(), allocation.placed().size());
            case OBJECTIVE -> demand(obstacle) + " " + objective(obstacle);
            case FULL ->
                demand(obstacle)
                        + " All of them had gone to people before your turn, the last to number %,d. %s"
                                .formatted(obstacle.last(), number(placed));
            case ONE_MORE -> demand(obstacle) + " " + oneMore(placed);
            case UNNAMED -> throw new IllegalStateException("A choice is named.");
        };
    }

    private String number(Placed placed) {
        return "You were number %,d of %,d in the lottery."
                .formatted(placed.lottery(), allocation.placed().size());
    }

    private String oneMore(Placed placed) {
        return "%s %s"
                .formatted(
                        number(placed),
                        placed.option() == null
                                ? "At your turn all places there were taken by, or kept for, people whose turn came before yours."
                                : "At your turn, giving you this place would have left one more person without a place.");
    }

    private String objective(Obstacle obstacle) {
        return "The aim was: %s. If you had been given this place, even the best result for everybody together would have had %s."
                .formatted(lowerCase(allocation.objective().label()), setback(obstacle.setback()));
    }

    private static String demand(Obstacle obstacle) {
        String asked = obstacle.asked() == 1
                ? "You are the only one who asked for it and could take it"
                : "%,d people who could take it asked for it".formatted(obstacle.asked());
        String first = obstacle.asked() == 1 || obstacle.askedFirst() == 0
                ? ""
                : ", %,d of them first".formatted(obstacle.askedFirst());
        return "%s%s, and it has %s.%s"
                .formatted(asked, first, count(obstacle.places(), "place", "places"), given(obstacle));
    }

    private static String given(Obstacle obstacle) {
        var given = new ArrayList<String>();
        for (int rank = 1; rank <= obstacle.givenByRank().size(); rank++) {
            int people = obstacle.givenByRank().get(rank - 1);
            if (people > 0)
                given.add("%s who asked for it %s".formatted(count(people, "person", "people"), ordinal(rank)));
        }
        if (obstacle.givenUnranked() > 0)
            given.add("%s who did not ask for it".formatted(count(obstacle.givenUnranked(), "person", "people")));
        return given.isEmpty() ? "" : " Given to %s.".formatted(listed(given));
    }

    private String setback(Setback setback) {
        String people = count(setback.by(), "person", "people");
        return switch (setback.worse()) {
            case MORE_UNPLACED -> "%s more without any place".formatted(people);
            case FEWER_AT_RANK -> "%s fewer %s".formatted(people, at(setback.rank()));
            case MORE_AT_RANK -> "%s more %s".formatted(people, at(setback.rank()));
            case LARGER_SUM -> "a sum of ranks that is larger by %,d".formatted(setback.by());
        };
    }

    private String at(int rank) {
        if (Objects.equals(rank, allocation.notAskedRank())) return "in a place that they did not ask for";
        return rank == 1 || allocation.notAskedRank() != null
                ? "with their %s choice".formatted(ordinal(rank))
                : "at rank %d, where a place that somebody did not ask for can count too".formatted(rank);
    }

    private String name(String option) {
        return names.getOrDefault(option, option);
    }

    private static String ordinal(int rank) {
        return rank <= ORDINALS.size() ? ORDINALS.get(rank - 1) : "number " + rank;
    }

    private static String count(int number, String one, String many) {
        return number == 1 ? "1 " + one : number == 0 ? "no " + many : "%,d %s".formatted(number, many);
    }

    private static String listed(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    private static String lowerCase(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
