package uk.gov.justice.probation.devolution.workforce;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.StaffNumbers;

/** The staff numbers of everybody in the staff file. */
@Component
class RegisteredStaff implements StaffNumbers {
    private final StaffDirectory staff;

    RegisteredStaff(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public boolean includes(String staffNumber) {
        // compared here, because the database ignores the difference between capital and small letters
        return staff.find(staffNumber)
                .filter(member -> member.staffNumber().equals(staffNumber))
                .isPresent();
    }
}
