package uk.gov.justice.probation.devolution.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Who takes part in a consultation, and who may act for whom. */
@Service
public class Cohorts {
    private final CohortMemberRepository members;
    private final StaffDirectory staff;
    private final Deadlines deadlines;

    Cohorts(CohortMemberRepository members, StaffDirectory staff, Deadlines deadlines) {
        this.members = members;
        this.staff = staff;
        this.deadlines = deadlines;
    }

    /** Those who take part now, ordered by id. */
    public List<Member> active(long consultationId) {
        return members.active(consultationId);
    }

    /** @throws NotFound if there is no such member */
    public Member get(long memberId) {
        return find(memberId).orElseThrow(() -> CohortMemberRepository.unknown(memberId));
    }

    public Optional<Member> find(long memberId) {
        return members.read(memberId);
    }

    /**
     * The name with the staff number.
     *
     * @throws NotFound if there is no such member
     */
    public String nameOf(long memberId) {
        return staff.find(get(memberId).staffNumber()).orElseThrow().inFull();
    }

    /**
     * When the person joined, even if they have left since.
     *
     * @throws NotFound if there is no such member
     */
    public Instant joinedAt(long memberId) {
        return members.joinedAt(memberId).map(Utc::instant).orElseThrow(() -> CohortMemberRepository.unknown(memberId));
    }

    /** The process of the person's one-to-one, running or ended; empty if none has begun. */
    public Optional<Long> metBy(long memberId) {
        return members.metBy(memberId);
    }

    /** The consultations that a member of staff takes part in, newest first. */
    public List<Member> of(String staffNumber) {
        return members.activeOf(staffNumber);
    }

    /**
     * Whether the colleague is the person, their line manager or HR of their region. Nobody else sees what a person has
     * said in confidence.
     */
    public boolean mayActFor(Colleague colleague, Member member) {
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        return colleague.userName().equals(person.staffNumber())
                || colleague.userName().equals(person.lineManagerStaffNumber())
                || colleague.isIn(TaskGroup.of(Role.HR, person.regionCode()));
    }

    /**
     * Whether the colleague may see and record the member's one-to-one: whoever may act for them, and until it is
     * recorded whoever was named to hold it in the line manager's place.
     */
    public boolean mayMeet(Colleague colleague, Member member) {
        return mayActFor(colleague, member)
                || members.standIn(member.id(), deadlines.today())
                        .filter(colleague.userName()::equals)
                        .isPresent();
    }
}
