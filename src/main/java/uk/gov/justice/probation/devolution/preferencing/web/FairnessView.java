package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.gov.justice.probation.devolution.charts.Bars;
import uk.gov.justice.probation.devolution.charts.Bars.Bar;
import uk.gov.justice.probation.devolution.preferencing.fairness.FairnessTables;
import uk.gov.justice.probation.devolution.preferencing.fairness.FairnessTables.Table;
import uk.gov.justice.probation.devolution.suppression.Shown;
import uk.gov.justice.probation.devolution.web.WholeList;

/** The tables as charts, whose bars are the share of the first outcome, and as one list. */
record FairnessView(FairnessTables tables) {
    private static final String HIDDEN = "Hidden";
    private static final String EVERYBODY = "Everybody";

    /** A line of all tables, one below the other. */
    private record Line(String table, String group, List<Object> people, int all, Object extraMinutes) {}

    List<Bars> charts() {
        return tables.tables().stream().map(FairnessView::chart).toList();
    }

    WholeList<?> whole() {
        List<Line> lines = tables.tables().stream().flatMap(FairnessView::lines).toList();
        WholeList<Line> whole =
                WholeList.of("fairness", lines).column("By", Line::table).column("Group", Line::group);
        List<String> outcomes = tables.tables().stream()
                .findFirst()
                .map(table -> table.counts().outcomes())
                .orElse(List.of());
        for (int outcome = 0; outcome < outcomes.size(); outcome++) {
            int at = outcome;
            whole.column(outcomes.get(at), line -> line.people().get(at));
        }
        return whole.column("All", Line::all).column("Extra minutes each way, on average", Line::extraMinutes);
    }

    private static Bars chart(Table table) {
        Shown counts = table.counts();
        List<String> columns = new ArrayList<>(List.of(counts.by()));
        columns.addAll(counts.outcomes());
        columns.add("All");
        columns.add("Extra minutes each way, on average");
        return new Bars(
                counts.by(), columns, lines(table).map(FairnessView::bar).toList());
    }

    private static Bar bar(Line line) {
        Object first = line.people().getFirst();
        return new Bar(
                line.group(),
                Stream.of(line.people().stream(), Stream.of(line.all(), line.extraMinutes()))
                        .flatMap(cells -> cells)
                        .map(Object::toString)
                        .toList(),
                first instanceof Integer people ? 100.0 * people / line.all() : 0);
    }

    private static Stream<Line> lines(Table table) {
        Shown counts = table.counts();
        return Stream.concat(
                IntStream.range(0, counts.groups().size())
                        .mapToObj(group -> new Line(
                                counts.by(),
                                counts.groups().get(group),
                                counts.counts().get(group).stream()
                                        .<Object>map(count -> count.hidden() ? HIDDEN : count.people())
                                        .toList(),
                                counts.groupTotals().get(group),
                                orHidden(table.extraMinutes().get(group)))),
                Stream.of(new Line(
                        counts.by(),
                        EVERYBODY,
                        List.copyOf(counts.outcomeTotals()),
                        counts.groupTotals().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        "–")));
    }

    private static Object orHidden(Integer minutes) {
        return minutes == null ? HIDDEN : minutes;
    }
}
