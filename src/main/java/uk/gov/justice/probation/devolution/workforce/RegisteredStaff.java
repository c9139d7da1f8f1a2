package uk.gov.justice.probation.devolution.workforce;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.StaffNumbers;

/** Everybody in the staff file. */
@Component
class RegisteredStaff implements StaffNumbers {
    private final StaffDirectory staff;

    RegisteredStaff(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public boolean includes(String staffNumber) {
        // compared here, because the database takes small letters for capital ones
        return staff.find(staffNumber)
                .filter(member -> member.staffNumber().equals(staffNumber))
                .isPresent();
    }
}
