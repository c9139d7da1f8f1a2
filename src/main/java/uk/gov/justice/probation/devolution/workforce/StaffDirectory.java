package uk.gov.justice.probation.devolution.workforce;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Finds members of staff, and records the results of their vetting. */
@Service
public class StaffDirectory {
    private final StaffRepository staff;

    StaffDirectory(StaffRepository staff) {
        this.staff = staff;
    }

    public Optional<StaffMember> find(String staffNumber) {
        return staff.member(staffNumber);
    }

    /** The member of staff who has signed in, if any: their user name is their staff number. */
    public Optional<StaffMember> find(Colleague colleague) {
        return find(colleague.userName());
    }

    /** Ordered by staff number. Unknown numbers are left out. */
    public List<StaffMember> all(Collection<String> staffNumbers) {
        return staffNumbers.isEmpty() ? List.of() : staff.members(staffNumbers);
    }

    /**
     * The staff of a region.
     *
     * @param unitCode only the teams of this unit; all if null
     * @param grades only these grades; all if empty
     */
    public List<StaffMember> of(String regionCode, String unitCode, Collection<String> grades) {
        return of(regionCode, unitCode, List.of(), grades);
    }

    /**
     * The staff of a region.
     *
     * @param unitCode only the teams of this unit; all if null
     * @param sites only who is based at these; all if empty
     * @param grades only these grades; all if empty
     */
    public List<StaffMember> of(
            String regionCode, String unitCode, Collection<String> sites, Collection<String> grades) {
        return staff.ofRegion(regionCode, unitCode, sites.isEmpty(), someOf(sites), grades.isEmpty(), someOf(grades));
    }

    /** Those in a region who are somebody's line manager, by name. */
    public List<StaffMember> lineManagers(String regionCode) {
        return staff.lineManagers(regionCode);
    }

    /** A list in SQL cannot be empty. */
    private static Collection<String> someOf(Collection<String> codes) {
        return codes.isEmpty() ? List.of("") : codes;
    }

    /** The member of staff, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Staff> lock(String staffNumber) {
        return staff.lockById(staffNumber);
    }

    /**
     * Records that their vetting was cleared and publishes {@link VettingCleared}. They must be locked.
     *
     * @return false if it had been before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cleared(Staff officer) {
        boolean first = officer.clear();
        staff.save(officer);
        return first;
    }

    /** Records that their vetting was refused. They must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(Staff officer) {
        officer.refuse();
        staff.save(officer);
    }
}
