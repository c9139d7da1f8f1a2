package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** Gives the imported plan the dates of a launch: its own (replay), or moved so that it begins on a base date. */
@Component
class DatedPlans {
    private static final int BEGAN_AT_MOST = 31;
    private static final EnteredDay BASE_DATE = EnteredDay.optional("the base date", DayRule.since(BEGAN_AT_MOST));

    private final PlanQuery plan;
    private final PlanRules rules;
    private final WorkingDays workingDays;
    private final Deadlines deadlines;
    private final ProgrammeSettings settings;

    DatedPlans(
            PlanQuery plan, PlanRules rules, WorkingDays workingDays, Deadlines deadlines, ProgrammeSettings settings) {
        this.plan = plan;
        this.rules = rules;
        this.workingDays = workingDays;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /**
     * @param baseDate the day on which the plan's first window opens; null for the plan's own dates
     * @throws NotPossibleNow with every reason
     */
    DatedPlan of(LocalDate baseDate, List<String> regions) {
        List<PlanRow> rows = plan.rows();
        List<String> named = List.copyOf(new LinkedHashSet<>(regions));
        check(rows, named, baseDate);
        LocalDate start = baseDate == null ? planStart(rows) : baseDate;
        PlanDates dates = new PlanDates((int) ChronoUnit.DAYS.between(planStart(rows), start), workingDays.calendar());
        try {
            return new DatedPlan(named, rows, start, dates, dates.due(settings.backstop(), LocalDate.MIN));
        } catch (BeyondCalendarException e) {
            throw DatedPlan.beyond(start, e);
        }
    }

    private void check(List<PlanRow> rows, List<String> regions, LocalDate baseDate) {
        if (rows.isEmpty()) throw new NotPossibleNow(List.of("No plan has been imported. Import one first."));
        List<String> reasons = new ArrayList<>();
        if (regions.isEmpty()) reasons.add("Name at least one region.");
        for (String region : regions) {
            if (!rules.regions().contains(region)) {
                reasons.add("'%s' is not a region.".formatted(region));
            } else if (rows.stream().noneMatch(row -> row.regions().contains(region))) {
                reasons.add("The plan has no row for %s.".formatted(region));
            }
        }
        if (!planStart(rows).equals(baseDate))
            BASE_DATE.problem(baseDate, deadlines).ifPresent(reasons::add);
        if (!reasons.isEmpty()) throw new NotPossibleNow(reasons);
    }

    private static LocalDate planStart(List<PlanRow> rows) {
        return rows.stream().map(PlanRow::windowStart).min(LocalDate::compareTo).orElseThrow();
    }
}
