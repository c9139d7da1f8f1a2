package uk.gov.justice.probation.devolution.caseload;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/**
 * A case as stored: what its file says, and when and why it ended, which we add. The version is the file's: ending the
 * case does not change it, or the next file would be refused. Other packages read {@link ProbationCase}.
 */
@Entity
@Table(name = "probation_case")
@DynamicUpdate
class RegisteredCase extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String crn;

    private int eventNumber;
    private String regionCode;

    @Formula("(select r.name from region r where r.code = region_code)")
    private String regionName;

    private String pduName;
    private String teamCode;
    private String practitionerStaffNumber;
    private String orderTypeCode;
    private LocalDate startDate;
    private LocalDate expectedEndDate;
    private String legacyOrganisation;
    private boolean standaloneUpw;
    private String roshLevel;
    private String tier;
    private String mappaLevel;
    private boolean limitedAccess;

    @Formula("crn in (select l.crn from limited_person l)")
    private boolean ofLimitedPerson;

    private int version;
    private LocalDate endedOn;
    private String endReason;

    protected RegisteredCase() {}

    /** It is known by another CRN or number from now on. */
    void become(String newCrn, int newEventNumber) {
        crn = newCrn;
        eventNumber = newEventNumber;
    }

    /** @param reason code of {@code termination_reason} */
    void end(LocalDate on, String reason) {
        endedOn = on;
        endReason = reason;
    }

    void reopen() {
        endedOn = null;
        endReason = null;
    }
}
