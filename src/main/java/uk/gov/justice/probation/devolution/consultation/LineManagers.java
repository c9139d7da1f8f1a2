package uk.gov.justice.probation.devolution.consultation;

import java.util.List;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Who acts as a person's line manager: the line manager, or HR of the region if none is known or they are absent today.
 */
@Service
public class LineManagers {

    /**
     * Who is offered a task.
     *
     * @param name the line manager's display name, or "HR of the region"
     */
    public record Asked(List<String> users, List<String> groups, String name) {}

    private final StaffDirectory staff;
    private final Deadlines deadlines;

    LineManagers(StaffDirectory staff, Deadlines deadlines) {
        this.staff = staff;
        this.deadlines = deadlines;
    }

    public Asked of(Member member) {
        return of(staff.find(member.staffNumber()).orElseThrow());
    }

    public Asked of(StaffMember person) {
        return staff.find(person.lineManagerStaffNumber() == null ? "" : person.lineManagerStaffNumber())
                .filter(manager -> !manager.staffNumber().equals(person.staffNumber()) && !absent(manager))
                .map(manager -> new Asked(List.of(manager.userName()), List.of(), manager.inFull()))
                .orElseGet(() -> new Asked(
                        List.of(),
                        List.of(TaskGroup.of(Role.HR, person.regionCode()).name()),
                        "HR of the region"));
    }

    /**
     * Refuses anybody who is neither the person's line manager now nor HR of their region. Nobody can act for themself.
     *
     * @param action completes "can …" in the refusal
     */
    public void mustBeOneOf(StaffMember person, Colleague by, String action) {
        if (!isOneOf(person, by)) {
            throw new NotAllowedException(
                    "Only the person's line manager or HR of their region can %s. You are signed in as %s."
                            .formatted(action, by.userName()));
        }
    }

    /** Whether they are the person's line manager now, or HR of their region. Nobody can act for themself. */
    public boolean isOneOf(StaffMember person, Colleague by) {
        return !by.userName().equals(person.userName())
                && (by.userName().equals(person.lineManagerStaffNumber()) || by.holds(Role.HR, person.regionCode()));
    }

    /** Like {@link #mustBeOneOf(StaffMember, Colleague, String)}. */
    public void mustBeOneOf(Member member, Colleague by, String action) {
        mustBeOneOf(staff.find(member.staffNumber()).orElseThrow(), by, action);
    }

    /** Whether they are away today. */
    public boolean absent(StaffMember manager) {
        return manager.absence() != null
                && (manager.absenceUntil() == null || !manager.absenceUntil().isBefore(deadlines.today()));
    }
}
