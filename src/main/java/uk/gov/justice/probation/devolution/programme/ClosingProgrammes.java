package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** The end of a regional programme: the warning at its backstop, and its signed closing report. */
@Service
public class ClosingProgrammes {
    private static final Role OFFICE = Role.PROGRAMME;
    private static final int NOTE = 2000;

    /** {@code rows} are Markdown list items. */
    public record StillOpen(int count, String rows) {}

    /** The closing report in counts: rows of the plan, cases moved and left, handovers called off and cancelled. */
    public record Report(int rows, int moved, int leftBehind, int calledOff, int cancelled) {}

    private final RegionalProgrammeRepository programmes;
    private final HandoverRepository handovers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    ClosingProgrammes(
            RegionalProgrammeRepository programmes,
            HandoverRepository handovers,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.programmes = programmes;
        this.handovers = handovers;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Warns the RPD once that the backstop date has passed. */
    @Transactional
    public StillOpen warnOfBackstop(long regionalProgrammeId) {
        RegionalProgramme programme = programmes.get(regionalProgrammeId);
        List<Handover> open = rows(regionalProgrammeId).stream()
                .filter(row -> !row.state().ended())
                .toList();
        String listed = open.stream()
                .map(row -> "- %s (%s%s)"
                        .formatted(
                                row.planRowId(),
                                row.state().label().toLowerCase(Locale.ROOT),
                                row.due() == null ? "" : ", due " + Deadlines.inWords(row.due())))
                .collect(Collectors.joining("\n"));
        notifications.send(
                "backstop-" + regionalProgrammeId,
                TaskGroup.of(Role.RPD, programme.regionCode()).name(),
                "The backstop date %s has passed".formatted(Deadlines.inWords(programme.backstop())),
                open.isEmpty()
                        ? "Every row of the plan is closed."
                        : "%d rows of the plan are still open.".formatted(open.size()),
                programme.subject());
        return new StillOpen(open.size(), listed);
    }

    @Transactional
    public void noteBackstop(long regionalProgrammeId, String note, TaskAnswer by) {
        RegionalProgramme programme = programmes.get(regionalProgrammeId);
        String key = "backstop-" + by.taskInstance();
        if (audit.isRecorded(key)) return;
        by.mustHold(Role.RPD, programme.regionCode(), "note what is done about the rows that are open");
        String done = new Entered("What is being done about it", note).required(NOTE);
        audit.recordOnce(
                key, by.by(), "BACKSTOP_NOTED", programme.subject(), programme.regionCode(), Map.of("note", done));
    }

    @Transactional(readOnly = true)
    public Report report(long regionalProgrammeId) {
        List<Handover> rows = rows(regionalProgrammeId);
        return new Report(
                rows.size(),
                rows.stream().mapToInt(Handover::moved).sum(),
                rows.stream().mapToInt(Handover::leftBehind).sum(),
                in(rows, HandoverState.CALLED_OFF),
                in(rows, HandoverState.CANCELLED));
    }

    @Transactional
    public void close(long regionalProgrammeId, Boolean checked, String note, TaskAnswer by) {
        RegionalProgramme programme = programmes.get(regionalProgrammeId);
        String key = "programme-closed-" + by.taskInstance();
        if (audit.isRecorded(key)) return;
        by.mustHold(OFFICE, programme.regionCode(), "sign the closing report");
        if (!Boolean.TRUE.equals(checked))
            throw new BreaksRules("Tick the box if you have checked the report. If not, leave the task open.");
        String kept = new Entered("What is to be kept with the report", note).atMost(NOTE);
        if (!programme.close(clock.instant())) return;
        audit.recordOnce(
                key,
                by.by(),
                "PROGRAMME_CLOSED",
                programme.subject(),
                programme.regionCode(),
                Map.of("report", report(regionalProgrammeId), "note", kept == null ? "" : kept));
    }

    private List<Handover> rows(long regionalProgrammeId) {
        return handovers.findByRegionalProgrammeIdOrderById(regionalProgrammeId);
    }

    private static int in(List<Handover> rows, HandoverState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }
}
