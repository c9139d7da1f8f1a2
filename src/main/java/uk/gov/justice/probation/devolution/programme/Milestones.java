package uk.gov.justice.probation.devolution.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.security.Role;

/** The milestones of a regional programme, which the programme office reports as reached. */
@Service
public class Milestones {
    private static final EnteredDay REACHED_ON =
            EnteredDay.required("the day on which the milestone was reached", DayRule.happened());
    private static final Role OFFICE = Role.PROGRAMME;
    private static final int NOTE = 2000;

    private final RegionalProgrammeRepository programmes;
    private final HandoverRepository handovers;
    private final Deadlines deadlines;
    private final TaskSubjects subjects;
    private final AuditTrail audit;
    private final Clock clock;

    Milestones(
            RegionalProgrammeRepository programmes,
            HandoverRepository handovers,
            Deadlines deadlines,
            TaskSubjects subjects,
            AuditTrail audit,
            Clock clock) {
        this.programmes = programmes;
        this.handovers = handovers;
        this.deadlines = deadlines;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records which milestone a task is about.
     *
     * @throws CannotSucceedException if the row is not a milestone of the programme that this process runs
     */
    @Transactional
    public void noteMilestone(long handoverId, long processInstanceKey, long taskInstance) {
        Handover milestone = handovers.get(handoverId);
        boolean ours = programmes.get(milestone.regionalProgrammeId()).runBy(processInstanceKey)
                && milestone.kind() == HandoverKind.MILESTONE;
        if (!ours)
            throw new CannotSucceedException(
                    "%s is no milestone of the programme that this process runs. Nothing was changed. End this process"
                            .formatted(milestone.planRowId()));
        subjects.note(taskInstance, milestone.asTaskSubject());
    }

    /** @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been reached on that day */
    @Transactional
    public void reachMilestone(long handoverId, LocalDate reachedOn, String note, TaskAnswer by) {
        Handover milestone = handovers.lock(handoverId);
        String key = "milestone-" + by.taskInstance();
        if (audit.isRecorded(key)) return;
        by.mustHold(OFFICE, milestone.regionCode(), "report that the milestone was reached");
        REACHED_ON.mustHold(reachedOn, deadlines);
        String shown = new Entered("What shows that it was reached", note).required(NOTE);
        if (!milestone.reached(clock.instant())) return;
        audit.recordOnce(
                key,
                by.by(),
                "MILESTONE_REACHED",
                milestone.subject(),
                milestone.regionCode(),
                Map.of("planRow", milestone.planRowId(), "reachedOn", reachedOn, "note", shown));
    }
}
