package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.programme.DatedPlan.Outlook;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Launches the plan for regions: with its own dates (replay), or moved so that it begins on a base date. A region that
 * is running is not launched again.
 */
@Service
public class Programmes {
    private final DatedPlans plans;
    private final ProgrammeRepository launches;
    private final RegionalProgrammeRepository programmes;
    private final HandoverRepository handovers;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    Programmes(
            DatedPlans plans,
            ProgrammeRepository launches,
            RegionalProgrammeRepository programmes,
            HandoverRepository handovers,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.plans = plans;
        this.launches = launches;
        this.programmes = programmes;
        this.handovers = handovers;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Launches the plan.
     *
     * @param baseDate the day on which the plan's first window opens; null for the plan's own dates
     * @throws NotAllowedException if the colleague does not run the programme of every region given
     * @throws Refusal with every reason
     */
    @Transactional
    public LaunchedProgramme launch(LocalDate baseDate, List<String> regions, Colleague by) {
        mustRun(regions, by);
        return launch(baseDate, regions, by.userName(), null);
    }

    /**
     * What {@link #launch} would do. Nothing is launched.
     *
     * @throws NotAllowedException if the colleague does not run the programme of every region given
     * @throws Refusal with every reason for which it would not be launched
     */
    @Transactional(readOnly = true)
    public List<Outlook> outlook(LocalDate baseDate, List<String> regions, Colleague by) {
        mustRun(regions, by);
        return outlook(baseDate, regions);
    }

    /** Like {@link #outlook(LocalDate, List, Colleague)}, before anybody has confirmed the launch. */
    List<Outlook> outlook(LocalDate baseDate, List<String> regions) {
        DatedPlan plan = plans.of(baseDate, regions);
        plan.regions().forEach(this::mustNotRun);
        return plan.outlooks(deadlines.today());
    }

    /**
     * The regional programme that this process instance runs: launched earlier by {@link #launch}, or now, in the name
     * of the colleague who confirmed the request made in Tasklist.
     *
     * @param programmeId null if it comes from the start form
     * @param confirmed null if the console or the API launched it
     * @throws Refusal with every reason
     */
    @Transactional
    RegionalProgramme begin(
            Long programmeId, AskedLaunches.Confirmed confirmed, String regionCode, long processInstanceKey) {
        var known = programmes.findByProcessInstanceKey(processInstanceKey);
        if (known.isPresent()) return known.get();
        if (programmeId == null && confirmed == null)
            throw new CannotSucceedException(
                    "Nobody has confirmed this launch. Launch the region from the console and end this process");
        long id = programmeId == null
                ? launch(confirmed.baseDate(), List.of(confirmed.regionCode()), confirmed.by(), processInstanceKey)
                        .id()
                : programmeId;
        RegionalProgramme programme = programmes
                .findByProgrammeIdAndRegionCode(id, regionCode)
                .orElseThrow(
                        () -> new NotPossibleNow(List.of("Programme %d has no region %s.".formatted(id, regionCode))));
        if (!programme.runBy(processInstanceKey)) throw running(regionCode);
        return programme;
    }

    private LaunchedProgramme launch(LocalDate baseDate, List<String> regions, String by, Long processInstanceKey) {
        DatedPlan plan = plans.of(baseDate, regions);
        long programmeId = launches.save(new Programme(plan.start(), plan.shiftDays(), by, clock.instant()))
                .id();
        try {
            plan.regions().forEach(region -> launchRegion(programmeId, region, plan, by, processInstanceKey));
        } catch (BeyondCalendarException e) {
            throw plan.beyond(e);
        }
        return new LaunchedProgramme(programmeId, plan.regions(), plan.start(), plan.shiftDays());
    }

    private static void mustRun(List<String> regions, Colleague by) {
        for (String region : regions) {
            if (!by.holds(Role.PROGRAMME, region))
                throw new NotAllowedException("You may not launch the programme of %s".formatted(region));
        }
    }

    private void mustNotRun(String region) {
        if (programmes.existsByRegionCodeAndState(region, RegionalProgramme.State.RUNNING)) throw running(region);
    }

    private void launchRegion(long programmeId, String region, DatedPlan plan, String by, Long processInstanceKey) {
        mustNotRun(region);
        RegionalProgramme programme;
        try {
            programme = programmes.saveAndFlush(
                    new RegionalProgramme(programmeId, region, plan.backstop(), processInstanceKey));
        } catch (DataIntegrityViolationException launchedMeanwhile) {
            throw running(region);
        }
        plan.rowsOf(region).forEach(row -> handovers.save(handover(programme.id(), region, row, plan.dates())));
        audit.record(
                by,
                "PROGRAMME_LAUNCHED",
                programme.subject(),
                region,
                Map.of("programme", programmeId, "region", region, "shiftDays", plan.shiftDays()));
        if (processInstanceKey == null) {
            programme.launched();
            programmes.saveAndFlush(programme);
        }
    }

    private Handover handover(long regionalProgrammeId, String region, PlanRow row, PlanDates dates) {
        LocalDate start = dates.start(row.windowStart());
        return new Handover(
                        regionalProgrammeId,
                        row.id(),
                        row.kind(),
                        region,
                        row.service(),
                        row.scope(),
                        PlanQuery.join(row.fromUnits()),
                        row.toUnit(),
                        start,
                        dates.due(row.due(), start),
                        PlanQuery.join(row.gates()))
                .launchedOn(deadlines.today());
    }

    private static Taken running(String region) {
        return new Taken(List.of(
                "The programme of %s is already running. Close it before you launch it again.".formatted(region)));
    }
}
