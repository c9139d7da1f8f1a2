package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** The people the panel decides about: everybody who takes part, with their data from the staff file. */
@Component
class PanelPeople {
    private final Cohorts cohorts;
    private final StaffDirectory staff;

    PanelPeople(Cohorts cohorts, StaffDirectory staff) {
        this.cohorts = cohorts;
        this.staff = staff;
    }

    /** Ordered by member id. */
    Map<Member, StaffMember> of(long consultationId) {
        List<Member> members = cohorts.active(consultationId);
        Map<String, StaffMember> known = staff
                .all(members.stream().map(Member::staffNumber).toList())
                .stream()
                .collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
        Map<Member, StaffMember> people = new LinkedHashMap<>();
        members.forEach(member -> people.put(member, known.get(member.staffNumber())));
        return people;
    }
}
