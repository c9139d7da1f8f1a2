package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditPeople;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;

/** Names members of staff in the audit, as those who act and as those whom an entry is about. */
@Component
class AuditOfStaff implements AuditPeople, AuditSubjects {
    private static final String KIND = "staff/";

    private final StaffDirectory staff;

    AuditOfStaff(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public Map<String, String> names(Set<String> userNames) {
        return staff.all(userNames).stream().collect(Collectors.toMap(StaffMember::staffNumber, StaffMember::inFull));
    }

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        Set<String> numbers = subjects.stream()
                .filter(subject -> subject.startsWith(KIND))
                .map(subject -> subject.substring(KIND.length()))
                .collect(Collectors.toSet());
        return staff.all(numbers).stream()
                .collect(Collectors.toMap(person -> KIND + person.staffNumber(), StaffMember::inFull));
    }

    @Override
    public Set<String> meant(String typed) {
        return staff.find(typed)
                .map(person -> Set.of(KIND + person.staffNumber()))
                .orElse(Set.of());
    }
}
