package uk.gov.justice.probation.devolution.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/**
 * A member of staff as imported from the staff file and changed here since: they can move to another base and role, and
 * the result of their vetting can be recorded.
 */
@Entity
public class Staff extends KeyedAggregate<String> {
    @Id
    private String staffNumber;

    private String displayName;
    private String email;
    private String grade;
    private int ftePercent;
    private String siteCode;
    private String teamCode;
    private String roleCode;
    private String lineManagerStaffNumber;
    private String regionCode;
    private LocalDate startDate;
    private int experienceMonths;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private VettingStatus vettingStatus;

    private String homePostcodeDistrict;
    private String absence;
    private LocalDate absenceUntil;

    @Version
    private int version;

    protected Staff() {}

    /**
     * Records that they have started at their new base in their new role.
     *
     * @return false if they were there already
     */
    boolean moveTo(String site, String role) {
        if (siteCode.equals(site) && Objects.equals(roleCode, role)) return false;
        siteCode = site;
        roleCode = role;
        return true;
    }

    /**
     * Records that their vetting was cleared.
     *
     * @return false if it had been before
     */
    boolean clear() {
        if (vettingStatus == VettingStatus.CLEARED) return false;
        vettingStatus = VettingStatus.CLEARED;
        register(new VettingCleared(staffNumber));
        return true;
    }

    /** Records that their vetting was refused. */
    void refuse() {
        vettingStatus = VettingStatus.REFUSED;
    }

    /** Whether vetting does not prevent their work. */
    public boolean isVetted() {
        return vettingStatus.allowsWork();
    }

    public String staffNumber() {
        return staffNumber;
    }

    public String regionCode() {
        return regionCode;
    }

    public String teamCode() {
        return teamCode;
    }

    public String grade() {
        return grade;
    }

    public VettingStatus vetting() {
        return vettingStatus;
    }

    @Override
    public String getId() {
        return staffNumber;
    }
}
