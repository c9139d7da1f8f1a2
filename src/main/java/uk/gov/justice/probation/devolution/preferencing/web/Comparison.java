package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;

/**
 * Runs side by side.
 *
 * @param ranks from 1 to the worst rank of a place that somebody asked for, in any of the runs
 */
public record Comparison(List<Integer> ranks, List<Column> columns) {

    /**
     * One run.
     *
     * @param elsewhere how many people would have a different place than in the official run; null for the official run
     *     itself
     */
    public record Column(Run run, Integer elsewhere) {
        public int at(int rank) {
            return run.score().at(rank);
        }
    }

    static Comparison of(Run official, List<Run> whatIfs, Map<Long, Integer> elsewhere) {
        List<Column> columns = new ArrayList<>(List.of(new Column(official, null)));
        whatIfs.forEach(run -> columns.add(new Column(run, elsewhere.getOrDefault(run.id(), 0))));
        int worst = Stream.concat(Stream.of(official), whatIfs.stream())
                .mapToInt(Run::worstAskedFor)
                .max()
                .orElse(0);
        return new Comparison(IntStream.rangeClosed(1, worst).boxed().toList(), columns);
    }
}
