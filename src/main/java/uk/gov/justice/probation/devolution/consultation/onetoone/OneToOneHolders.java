package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.LineManagers.Asked;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Who holds a one-to-one and records it: the line manager or HR of the region, and whoever was named to stand in. */
@Component
class OneToOneHolders {
    private final LineManagers lineManagers;
    private final StaffDirectory staff;
    private final Deadlines deadlines;

    OneToOneHolders(LineManagers lineManagers, StaffDirectory staff, Deadlines deadlines) {
        this.lineManagers = lineManagers;
        this.staff = staff;
        this.deadlines = deadlines;
    }

    /** @param person the member, as {@link #person} finds them */
    Asked of(CohortMember member, StaffMember person) {
        Asked asked = lineManagers.of(person);
        return Optional.ofNullable(member.standInOn(deadlines.today()))
                .flatMap(staff::find)
                .filter(standIn -> !lineManagers.absent(standIn))
                .map(standIn -> new Asked(
                        Stream.concat(Stream.of(standIn.userName()), asked.users().stream())
                                .toList(),
                        asked.groups(),
                        standIn.inFull()))
                .orElse(asked);
    }

    /**
     * Refuses everybody else.
     *
     * @param action completes "can …" in the refusal
     */
    void mustBeOneOf(CohortMember member, Colleague by, String action) {
        if (member.isToBeMet() && by.userName().equals(member.standInOn(deadlines.today()))) return;
        lineManagers.mustBeOneOf(person(member), by, action);
    }

    StaffMember person(CohortMember member) {
        return staff.find(member.staffNumber()).orElseThrow();
    }
}
