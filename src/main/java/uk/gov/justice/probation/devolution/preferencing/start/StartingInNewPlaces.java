package uk.gov.justice.probation.devolution.preferencing.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Records how a person starts in their new place: the line manager settles induction, tools and the learning plan,
 * which covers the tasks that differ from today's (process {@code location-preferencing}).
 */
@Service
public class StartingInNewPlaces {

    /** What the line manager recorded. */
    public record Recorded(
            LocalDate startsOn, boolean inductionBooked, boolean toolsReady, boolean learningPlanAgreed) {}

    private static final EnteredDay STARTS_ON =
            EnteredDay.required("the first day in the new place", DayRule.notPast());

    private final StartRepository starts;
    private final Placements placements;
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final LineManagers lineManagers;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    StartingInNewPlaces(
            StartRepository starts,
            Placements placements,
            Cohorts cohorts,
            Consultations consultations,
            LineManagers lineManagers,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.starts = starts;
        this.placements = placements;
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.lineManagers = lineManagers;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Saves the first answer; later ones change nothing.
     *
     * @throws NotAllowedException if the colleague is neither the person's line manager nor HR of their region
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if nobody can start on that day
     */
    @Transactional
    public void record(long memberId, Recorded answer, TaskAnswer by) {
        Member member = cohorts.get(memberId);
        Facts consultation = consultations.get(member.consultationId());
        if (placements.isStartSettled(memberId)) return;
        lineManagers.mustBeOneOf(member, by.colleague(), "plan somebody's start in a new place");
        STARTS_ON.mustHold(answer.startsOn(), deadlines);
        starts.save(new StartInPlace(memberId, answer, by.by(), clock.instant()));
        placements.startsOn(memberId, answer.startsOn());
        audit.record(
                by.by(),
                "START_RECORDED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of(
                        "member",
                        memberId,
                        "startsOn",
                        answer.startsOn(),
                        "inductionBooked",
                        answer.inductionBooked(),
                        "toolsReady",
                        answer.toolsReady(),
                        "learningPlanAgreed",
                        answer.learningPlanAgreed()));
    }
}
