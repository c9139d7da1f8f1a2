package uk.gov.justice.probation.devolution.letters;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/** A member of staff to whom letters are written, from the staff file. */
@Entity
@Immutable
@Table(name = "workforce_staff_view")
class Addressee {
    @Id
    private String staffNumber;

    private String displayName;
    private String email;
    private String lineManagerStaffNumber;

    protected Addressee() {}

    /** Null if they have none. */
    String email() {
        return email;
    }

    boolean isManagedBy(String userName) {
        return userName.equals(lineManagerStaffNumber);
    }

    /** Their name with their staff number, as others see it. */
    String inFull() {
        return NameInFull.of(displayName, staffNumber);
    }
}
