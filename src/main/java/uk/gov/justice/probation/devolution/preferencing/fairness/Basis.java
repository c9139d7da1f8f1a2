package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.suppression.Breakdown;
import uk.gov.justice.probation.devolution.suppression.Means;
import uk.gov.justice.probation.devolution.suppression.Merging;
import uk.gov.justice.probation.devolution.suppression.Pattern;
import uk.gov.justice.probation.devolution.suppression.Shown;
import uk.gov.justice.probation.devolution.suppression.Suppression;

/**
 * From what the tables of a consultation are made. The people, their groups and the pattern are those of the first
 * publication. Whoever has left since is not counted any more, and whoever joined later never is.
 *
 * @param groups the groups of each person, by member id
 * @param publications what each person got, in every publication so far
 */
record Basis(Map<Long, Map<Grouping, String>> groups, Pattern pattern, List<Map<Long, Got>> publications) {

    static Basis of(Map<Long, Map<Grouping, String>> groups, Map<Long, Got> first) {
        return new Basis(groups, Suppression.pattern(breakdowns(groups, first)), List.of(first));
    }

    Basis with(Map<Long, Got> next) {
        Map<Long, Got> known = new HashMap<>(next);
        known.keySet().retainAll(groups.keySet());
        return new Basis(
                groups,
                pattern,
                Stream.concat(publications.stream(), Stream.of(known)).toList());
    }

    /** The tables of the last publication. All before it are gone through, because what they showed hides more. */
    FairnessTables tables() {
        Means means = new Means();
        List<FairnessTables.Table> tables = List.of();
        for (int last = 1; last <= publications.size(); last++) {
            Map<Long, Got> got = publications.get(last - 1);
            tables =
                    pattern
                            .show(publications.subList(0, last).stream()
                                    .map(each -> breakdowns(groups, each))
                                    .toList())
                            .stream()
                            .map(shown -> new FairnessTables.Table(shown, means.of(minutes(shown, got))))
                            .toList();
        }
        List<String> shown = tables.stream().map(table -> table.counts().by()).toList();
        return new FairnessTables(
                tables,
                Arrays.stream(Grouping.values())
                        .map(Grouping::title)
                        .filter(title -> !shown.contains(title))
                        .toList());
    }

    private List<Map<Long, Integer>> minutes(Shown shown, Map<Long, Got> got) {
        Grouping by = Arrays.stream(Grouping.values())
                .filter(grouping -> grouping.title().equals(shown.by()))
                .findFirst()
                .orElseThrow();
        Merging merging = pattern.tables().stream()
                .filter(hiding -> hiding.by().equals(shown.by()))
                .findFirst()
                .orElseThrow()
                .groups();
        List<String> names = names(groups, by);
        return merging.parts().stream()
                .map(part -> {
                    List<String> together = part.stream().map(names::get).toList();
                    Map<Long, Integer> minutes = new HashMap<>();
                    got.forEach((member, one) -> {
                        if (one.extraMinutes() != null
                                && together.contains(groups.get(member).get(by)))
                            minutes.put(member, one.extraMinutes());
                    });
                    return minutes;
                })
                .toList();
    }

    private static List<Breakdown> breakdowns(Map<Long, Map<Grouping, String>> groups, Map<Long, Got> got) {
        return Arrays.stream(Grouping.values())
                .map(by -> breakdown(by, groups, got))
                .toList();
    }

    private static Breakdown breakdown(Grouping by, Map<Long, Map<Grouping, String>> groups, Map<Long, Got> got) {
        List<String> names = names(groups, by);
        int[][] counts = new int[names.size()][Outcome.values().length];
        got.forEach((member, one) ->
                counts[names.indexOf(groups.get(member).get(by))][one.outcome().ordinal()]++);
        return new Breakdown(
                by.title(),
                names,
                Arrays.stream(Outcome.values()).map(Outcome::title).toList(),
                Arrays.stream(counts)
                        .map(row -> IntStream.of(row).boxed().toList())
                        .toList());
    }

    private static List<String> names(Map<Long, Map<Grouping, String>> groups, Grouping by) {
        return groups.values().stream()
                .map(one -> one.get(by))
                .distinct()
                .sorted()
                .toList();
    }
}
