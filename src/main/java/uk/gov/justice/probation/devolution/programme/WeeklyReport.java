package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/**
 * How the programme stood in each region at the end of a week, and what moved in it.
 *
 * @param present the week has not ended, so that this is how it stands now
 */
public record WeeklyReport(LocalDate monday, boolean present, List<Line> lines) {

    /**
     * A region.
     *
     * @param rows of the plan that are launched there
     * @param ended among them
     * @param late not moved though due, and neither ended
     * @param atRisk neither late nor ended, but a date cannot be kept as things stand; 0 in the past, when it is not
     *     known
     * @param moved cases, in the week
     * @param left cases left behind, in the week
     * @param overdueTasks null in the past, when it is not known; as are {@code incidents}
     * @param toLookAt the rows that are late or at risk, each in a sentence
     */
    public record Line(
            String region,
            int rows,
            int ended,
            int onTime,
            int late,
            int atRisk,
            int moved,
            int left,
            Integer overdueTasks,
            Integer incidents,
            List<String> toLookAt) {}

    public String title() {
        return "Week from %s to %s".formatted(Deadlines.inWords(monday), Deadlines.inWords(monday.plusDays(6)));
    }

    /** All its regions together. */
    public Line total() {
        return new Line(
                "All regions",
                sum(Line::rows),
                sum(Line::ended),
                sum(Line::onTime),
                sum(Line::late),
                sum(Line::atRisk),
                sum(Line::moved),
                sum(Line::left),
                present ? sum(Line::overdueTasks) : null,
                present ? sum(Line::incidents) : null,
                List.of());
    }

    private int sum(ToIntFunction<Line> of) {
        return lines.stream().mapToInt(of).sum();
    }
}
