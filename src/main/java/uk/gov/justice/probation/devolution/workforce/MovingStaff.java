package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;

/** Gives members of staff their new base and role once they have started there. */
@Service
public class MovingStaff {
    private final StaffRepository staff;
    private final SiteQuery sites;
    private final Roles roles;
    private final AuditTrail audit;

    MovingStaff(StaffRepository staff, SiteQuery sites, Roles roles, AuditTrail audit) {
        this.staff = staff;
        this.sites = sites;
        this.roles = roles;
        this.audit = audit;
    }

    /**
     * Moves the person, once. If they are already there, nothing is changed or recorded. HR changes their team in the
     * staff file.
     *
     * @param role a code of {@link Roles}, for the person's grade
     * @param actor named in the audit
     * @throws IllegalArgumentException with a sentence if the person, site or role is unknown
     */
    @Transactional
    public void move(String staffNumber, String siteCode, String role, String actor) {
        Staff person = staff.lockById(staffNumber)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is nobody with the staff number %s. Import the staff file again"
                                .formatted(staffNumber)));
        if (!sites.exists(siteCode))
            throw new IllegalArgumentException("There is no site %s. Import the sites again".formatted(siteCode));
        if (roles.of(person.grade()).stream().noneMatch(known -> known.code().equals(role))) {
            throw new IllegalArgumentException(
                    "%s is not a role that the grade of %s may take".formatted(role, staffNumber));
        }
        if (!person.moveTo(siteCode, role)) return;
        staff.save(person);
        audit.record(
                actor,
                "STAFF_MOVED",
                "staff/" + staffNumber,
                person.regionCode(),
                Map.of("site", siteCode, "role", role));
    }
}
