package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * The plan for the regions given, with the dates of a launch.
 *
 * @param start the day on which the plan's first window opens
 * @param backstop the day by which every row should be closed
 */
public record DatedPlan(
        List<String> regions, List<PlanRow> rows, LocalDate start, PlanDates dates, LocalDate backstop) {

    /**
     * What a launch would do in a region.
     *
     * @param openAtOnce rows whose window is open on the day of the launch
     * @param lateAtOnce rows whose due date is past on that day, of which the director is informed at once
     * @param lastDue null if no row has a due date
     */
    public record Outlook(
            String regionCode,
            int rows,
            int openAtOnce,
            int lateAtOnce,
            LocalDate firstStart,
            LocalDate lastDue,
            LocalDate backstop) {}

    int shiftDays() {
        return dates.shiftDays();
    }

    List<PlanRow> rowsOf(String region) {
        return rows.stream().filter(row -> row.regions().contains(region)).toList();
    }

    /** @throws NotPossibleNow if it reaches beyond the known bank holidays */
    List<Outlook> outlooks(LocalDate today) {
        try {
            return regions.stream().map(region -> outlook(region, today)).toList();
        } catch (BeyondCalendarException e) {
            throw beyond(e);
        }
    }

    NotPossibleNow beyond(BeyondCalendarException e) {
        return beyond(start, e);
    }

    static NotPossibleNow beyond(LocalDate start, BeyondCalendarException e) {
        return new NotPossibleNow(List.of("With the base date %s the plan goes beyond the known bank holidays. %s"
                .formatted(start, e.getMessage())));
    }

    private Outlook outlook(String region, LocalDate today) {
        List<PlanRow> its = rowsOf(region);
        List<LocalDate> starts =
                its.stream().map(row -> dates.start(row.windowStart())).sorted().toList();
        List<LocalDate> due = its.stream()
                .map(row -> dates.due(row.due(), dates.start(row.windowStart())))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Outlook(
                region,
                its.size(),
                count(starts, start -> !start.isAfter(today)),
                count(due, day -> day.isBefore(today)),
                starts.getFirst(),
                due.isEmpty() ? null : due.getLast(),
                backstop);
    }

    private static int count(List<LocalDate> days, Predicate<LocalDate> which) {
        return (int) days.stream().filter(which).count();
    }
}
