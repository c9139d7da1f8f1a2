package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.programme.DatedPlan.Outlook;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * What starts a region's process: a launch of ours, or somebody who used the start form of Tasklist. Tasklist does not
 * say who that was, so the request is only recorded until the region's programme office confirms or withdraws it (ADR
 * 0055).
 */
@Service
public class AskedLaunches {

    /** What a start of the process leads to. */
    public enum Standing {
        /** The console or the API launched it, and it is waiting for this process. */
        LAUNCHED,
        /** Requested in Tasklist: somebody from the region has to confirm it. */
        TO_CONFIRM,
        /** There is nothing to launch. */
        NOTHING
    }

    /** @param outlook what the launch would do, as Markdown list items; empty unless it has to be confirmed */
    public record Found(Standing standing, String regionCode, String outlook) {}

    record Confirmed(String regionCode, LocalDate baseDate, String by) {}

    private static final int LAST_YEAR = 9999;

    private final PlanRules rules;
    private final Programmes launching;
    private final RegionalProgrammeRepository programmes;
    private final AskedLaunchRepository asked;
    private final TaskSubjects subjects;
    private final AuditTrail audit;
    private final Clock clock;

    AskedLaunches(
            PlanRules rules,
            Programmes launching,
            RegionalProgrammeRepository programmes,
            AskedLaunchRepository asked,
            TaskSubjects subjects,
            AuditTrail audit,
            Clock clock) {
        this.rules = rules;
        this.launching = launching;
        this.programmes = programmes;
        this.asked = asked;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides what a start of the process leads to.
     *
     * @param sent whatever the process began with; it may come from anybody, and nothing is believed that our own
     *     records do not say
     */
    @Transactional
    public Found find(Map<String, Object> sent, long processInstanceKey) {
        String region = String.valueOf(sent.get("regionCode"));
        if (!rules.regions().contains(region))
            return nothing(sent, processInstanceKey, null, "No region of ours was named");
        subjects.note(processInstanceKey, new TaskSubject("regionCode", region, "region/" + region, region));
        Object programmeId = sent.get("programmeId");
        if (programmeId != null) {
            return waitsFor(programmeId, region, processInstanceKey)
                    ? new Found(Standing.LAUNCHED, region, "")
                    : nothing(sent, processInstanceKey, region, "No launch of ours waits for this process");
        }
        boolean replay = "PLAN".equals(sent.get("datesFrom"));
        LocalDate baseDate = replay ? null : date(sent.get("baseDate"));
        if (!replay && baseDate == null)
            return nothing(sent, processInstanceKey, region, "The day on which the plan starts is no date");
        if (asked.findById(processInstanceKey).isEmpty())
            asked.save(new AskedLaunch(processInstanceKey, region, baseDate, clock.instant()));
        return new Found(Standing.TO_CONFIRM, region, outlook(baseDate, region));
    }

    /** @param answer CONFIRM or WITHDRAW */
    @Transactional
    public void answer(long processInstanceKey, String answer, TaskAnswer by) {
        if (asked.existsByTaskInstance(by.taskInstance())) return;
        AskedLaunch launch = asked.lockWaiting(processInstanceKey);
        String region = launch.regionCode();
        by.mustHold(Role.PROGRAMME, region, "launch the programme of the region " + region);
        String chosen = new Entered("Whether it is to begin", answer).oneOf(AskedLaunch.CONFIRM, "WITHDRAW");
        launch.answered(chosen, by.by(), by.taskInstance(), clock.instant());
        audit.record(
                by.by(),
                chosen.equals(AskedLaunch.CONFIRM) ? "PROGRAMME_LAUNCH_CONFIRMED" : "PROGRAMME_LAUNCH_WITHDRAWN",
                "region/" + region,
                region,
                Map.of("process", processInstanceKey));
    }

    /** What somebody from the region has confirmed for this process. */
    Optional<Confirmed> confirmed(long processInstanceKey) {
        return asked.findById(processInstanceKey).flatMap(AskedLaunch::confirmed);
    }

    private boolean waitsFor(Object programmeId, String region, long processInstanceKey) {
        return programmeId instanceof Number id
                && programmes
                        .findByProgrammeIdAndRegionCode(id.longValue(), region)
                        .filter(launched -> launched.runBy(processInstanceKey))
                        .isPresent();
    }

    private Found nothing(Map<String, Object> sent, long processInstanceKey, String region, String why) {
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("why", why));
        if (region != null)
            facts.put(
                    "datesFrom",
                    String.valueOf(sent.get("datesFrom")).length() > 20
                            ? "too long"
                            : String.valueOf(sent.get("datesFrom")));
        audit.recordOnce(
                "nothing-launched-" + processInstanceKey,
                "system",
                "PROGRAMME_NOT_LAUNCHED",
                "process/" + processInstanceKey,
                region,
                facts);
        return new Found(Standing.NOTHING, "", "");
    }

    private String outlook(LocalDate baseDate, String region) {
        String dates = "- **Dates:** "
                + (baseDate == null
                        ? "the plan's own"
                        : "moved, so that the plan starts on " + Deadlines.inWords(baseDate));
        try {
            Outlook outlook = launching.outlook(baseDate, List.of(region)).getFirst();
            return """
          %s
          - **Rows of the plan:** %d
          - **Rows that begin at once:** %d
          - **Rows that are late at once:** %d
          - **The first window opens on:** %s
          - **The last row is due by:** %s
          - **The director is warned of what is open on:** %s""".formatted(
                            dates,
                            outlook.rows(),
                            outlook.openAtOnce(),
                            outlook.lateAtOnce(),
                            Deadlines.inWords(outlook.firstStart()),
                            outlook.lastDue() == null ? "no date" : Deadlines.inWords(outlook.lastDue()),
                            Deadlines.inWords(outlook.backstop()));
        } catch (NotPossibleNow | Taken refused) {
            return dates + "\n- **At present the launch would be refused:** " + refused.getMessage();
        }
    }

    private static LocalDate date(Object sent) {
        try {
            LocalDate date = LocalDate.parse(String.valueOf(sent));
            return date.getYear() > 0 && date.getYear() <= LAST_YEAR ? date : null;
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
