package uk.gov.justice.probation.devolution.preferencing.start;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.LineManagers.Asked;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;

/**
 * Prepares people's starts in their new place once appeals are closed. People who have left or have no place are
 * skipped.
 */
@Service
public class PreparingStarts {

    /** A start to be prepared. {@code newTasks} is what the learning plan must cover. */
    public record Start(Facts consultation, String personName, Asked manager, Option place, List<String> newTasks) {}

    private final NewPlaces places;
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final LineManagers lineManagers;
    private final StaffDirectory staff;
    private final TodaysTasks today;
    private final TaskSubjects subjects;
    private final Clock clock;

    PreparingStarts(
            NewPlaces places,
            Cohorts cohorts,
            Consultations consultations,
            LineManagers lineManagers,
            StaffDirectory staff,
            TodaysTasks today,
            TaskSubjects subjects,
            Clock clock) {
        this.places = places;
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.lineManagers = lineManagers;
        this.staff = staff;
        this.today = today;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The members who have a place and have not moved yet. */
    @Transactional(readOnly = true)
    public List<Long> starters(long consultationId) {
        return places.starters(consultationId);
    }

    /**
     * Empty if there is nothing to prepare, because the person has left, has no place or has already moved.
     *
     * @throws CannotSucceedException if starts in new places are not due yet, for example because somebody started the
     *     process by hand
     */
    @Transactional
    public Optional<Start> prepare(long memberId, long processInstanceKey) {
        Member member = cohorts.get(memberId);
        if (!member.active()) return Optional.empty();
        return places.toPrepare(memberId).map(place -> prepared(member, place, processInstanceKey));
    }

    private Start prepared(Member member, Option place, long processInstanceKey) {
        Facts consultation = consultations.get(member.consultationId());
        mustBeTime(consultation);
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        subjects.note(processInstanceKey, subject(member, consultation));
        places.prepared(member.id(), processInstanceKey);
        return new Start(
                consultation,
                person.inFull(),
                lineManagers.of(person),
                place,
                today.compare(place.tasks(), person.teamKind()).newTasks());
    }

    /** The subject of the task that settles the person's start. */
    TaskSubject subject(Member member) {
        return subject(member, consultations.get(member.consultationId()));
    }

    private static TaskSubject subject(Member member, Facts consultation) {
        return new TaskSubject("memberId", member.id(), "staff/" + member.staffNumber(), consultation.regionCode());
    }

    private void mustBeTime(Facts consultation) {
        boolean appealsClosed = consultation.appealsCloseAt() != null
                && !consultation.appealsCloseAt().isAfter(clock.instant());
        if (consultation.state() == ConsultationState.OUTCOME && appealsClosed) return;
        throw new CannotSucceedException(
                "Nobody in '%s' starts in a new place yet: its outcome has to be confirmed, and the time for appeals has to be over. Nothing was changed. End this process"
                        .formatted(consultation.title()));
    }
}
