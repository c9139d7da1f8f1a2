package uk.gov.justice.probation.devolution.preferencing.start;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose;
import uk.gov.justice.probation.devolution.camunda.TaskOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * The people whose start in their new place is not settled and for whom no known process prepares it, whether by its
 * row or by what was noted. HR of the region picks from them the one that a task from an earlier release was about.
 */
@Component
class StartsOfBeforeQuery implements SubjectsToChoose {

    /** A person with a place, and the process that asked for their preferences. */
    private record Starter(long memberId, Long askedBy) {}

    private final PreparingStarts preparing;
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final StaffDirectory staff;
    private final TaskSubjects subjects;
    private final JdbcClient jdbc;

    StartsOfBeforeQuery(
            PreparingStarts preparing,
            Cohorts cohorts,
            Consultations consultations,
            StaffDirectory staff,
            TaskSubjects subjects,
            JdbcClient jdbc) {
        this.preparing = preparing;
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.staff = staff;
        this.subjects = subjects;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Question> about(TaskOfBefore task) {
        if (!task.process().equals("start-in-new-place") || !task.asksFor("memberId", "consultationId"))
            return Optional.empty();
        return consultations
                .find(task.knownId())
                .map(consultation -> new Question(
                        "Start in the new place", consultation.title(), "Whose start was it about?", Role.HR));
    }

    @Override
    public List<Choice> choices(TaskOfBefore task, Colleague by) {
        return jdbc.sql("""
            SELECT p.member_id, a.process_instance_key AS asked_by
            FROM placement p JOIN consultation_member_view m ON m.id = p.member_id LEFT JOIN preference_asking a ON a.member_id = p.member_id
            WHERE m.consultation_id = ? AND m.active_mark = 1 AND p.option_id IS NOT NULL AND p.moved_at IS NULL AND p.start_begun IS NULL
              AND NOT EXISTS (SELECT 1 FROM start_in_place s WHERE s.member_id = p.member_id)
            ORDER BY p.member_id
            """).param(task.knownId()).query(Starter.class).list().stream()
                .filter(this::isPreparedByNoProcess)
                .map(Starter::memberId)
                .map(cohorts::get)
                .map(member -> new Choice(preparing.subject(member), name(member)))
                .toList();
    }

    /** Looks at what was noted when the person was asked, or otherwise at what prepares their start. */
    private boolean isPreparedByNoProcess(Starter starter) {
        Set<Long> others = Stream.of(Optional.ofNullable(starter.askedBy()), cohorts.metBy(starter.memberId()))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return others.containsAll(subjects.instancesFor(preparing.subject(cohorts.get(starter.memberId()))));
    }

    private String name(Member member) {
        return staff.find(member.staffNumber()).orElseThrow().inFull();
    }
}
