package uk.gov.justice.probation.devolution.preferencing.appeal;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** The people who appeal, from the staff file. */
@Component
class Appellants {
    private final Cohorts cohorts;
    private final StaffDirectory staff;

    Appellants(Cohorts cohorts, StaffDirectory staff) {
        this.cohorts = cohorts;
        this.staff = staff;
    }

    StaffMember of(Appeal appeal) {
        return person(appeal.memberId());
    }

    StaffMember person(long memberId) {
        return staff.find(cohorts.get(memberId).staffNumber()).orElseThrow();
    }
}
