package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/**
 * How the programme stood in each region at the end of a week, and what moved in it.
 *
 * @param present the week has not ended, so that this is how it stands now
 * @param keptOn the day of the week on which it was last kept; null if nothing was, or if it is the present one
 */
public record WeeklyReport(LocalDate monday, boolean present, LocalDate keptOn, List<Line> lines) {

    /**
     * A region.
     *
     * @param code null for all of them
     * @param rows of the plan that are launched there
     * @param ended among them
     * @param late not moved though due, and neither ended
     * @param atRisk neither late nor ended, but a date cannot be kept as things stand; null if it was not kept, as are
     *     {@code overdueTasks} and {@code incidents}
     * @param moved cases, in the week
     * @param left cases left behind, in the week
     * @param toLookAt the rows that are late or at risk, each in a sentence
     */
    public record Line(
            String code,
            String region,
            int rows,
            int ended,
            int onTime,
            int late,
            Integer atRisk,
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
                null,
                "All regions",
                sum(Line::rows),
                sum(Line::ended),
                sum(Line::onTime),
                sum(Line::late),
                known(Line::atRisk),
                sum(Line::moved),
                sum(Line::left),
                known(Line::overdueTasks),
                known(Line::incidents),
                List.of());
    }

    /** How the page begins, in a sentence. */
    public String standing() {
        if (present) return "The week has not ended: this is how the programme stands now.";
        if (keptOn != null) return "How the programme stood on %s.".formatted(Deadlines.inWords(keptOn));
        return "How the programme stood at the end of the week. What was at risk or overdue then, and the incidents, were not saved.";
    }

    private Integer known(Function<Line, Integer> of) {
        return lines.stream().map(of).anyMatch(Objects::isNull) ? null : sum(of::apply);
    }

    private int sum(ToIntFunction<Line> of) {
        return lines.stream().mapToInt(of).sum();
    }
}
