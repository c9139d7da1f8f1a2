package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.Staff;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.VettingStatus;

/**
 * The results of officers' vetting, as HR records them. After a refusal no handover waits for ever: HR puts another
 * officer in the place, or releases the post.
 */
@Service
public class VettingResults {

    /** An officer who is not cleared, and the plan rows of the handovers waiting for them. */
    public record WaitingOfficer(
            String staffNumber, String name, String grade, boolean refused, List<String> handovers) {}

    private final RefusedPostRepository posts;
    private final OfficerQuery officers;
    private final StaffDirectory staff;
    private final VettingChecks checks;
    private final AuditTrail audit;
    private final Clock clock;

    VettingResults(
            RefusedPostRepository posts,
            OfficerQuery officers,
            StaffDirectory staff,
            VettingChecks checks,
            AuditTrail audit,
            Clock clock) {
        this.posts = posts;
        this.officers = officers;
        this.staff = staff;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<WaitingOfficer> waiting(String regionCode) {
        return officers.waiting(regionCode);
    }

    /** @throws NotAllowedException if the colleague is not HR of the officer's region */
    @Transactional
    public void cleared(String staffNumber, Colleague by) {
        Staff officer = staff.lock(staffNumber)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is nobody with the staff number %s. Check the number".formatted(staffNumber)));
        if (!by.holds(Role.HR, officer.regionCode()))
            throw new NotAllowedException(
                    "Only HR of %s may record the vetting of its officers".formatted(officer.regionCode()));
        if (!staff.cleared(officer)) return;
        audit.record(
                by.userName(),
                "VETTING_CLEARED",
                "staff/" + staffNumber,
                officer.regionCode(),
                Map.of("staffNumber", staffNumber));
    }

    /**
     * Records that vetting was refused. The handovers keep waiting until the place is given to another officer or the
     * post is released, even if that had been decided after an earlier refusal.
     *
     * @throws NotAllowedException if the colleague is not HR of the officer's region
     * @throws NotPossibleNow if the officer is not waiting for vetting
     */
    @Transactional
    public void refuse(String staffNumber, Colleague by) {
        Staff officer = ofOwnRegion(staffNumber, by);
        if (officer.vetting() != VettingStatus.PENDING)
            throw new NotPossibleNow("%s does not wait for vetting. Load the page again.".formatted(staffNumber));
        staff.refused(officer);
        posts.deleteByStaffNumber(staffNumber);
        audit.record(
                by.userName(),
                "VETTING_REFUSED",
                "staff/" + staffNumber,
                officer.regionCode(),
                Map.of("staffNumber", staffNumber));
    }

    /**
     * The team does without the officer whose vetting was refused.
     *
     * @throws NotAllowedException if the colleague is not HR of the officer's region
     * @throws NotPossibleNow if there is no refusal to act on
     */
    @Transactional
    public void release(String staffNumber, Colleague by) {
        decide(refused(staffNumber, by), null, by);
    }

    /**
     * Another officer, who is cleared, takes the place of the one whose vetting was refused and has to be briefed like
     * everybody else.
     *
     * @throws NotAllowedException if the colleague is not HR of the officer's region
     * @throws NotPossibleNow if there is no refusal to act on, or the other officer cannot take the place
     */
    @Transactional
    public void replace(String staffNumber, String replacement, Colleague by) {
        Staff refused = refused(staffNumber, by);
        Staff other = staff.lock(replacement)
                .orElseThrow(() -> new NotPossibleNow(
                        "There is nobody with the staff number '%s'. Check the number.".formatted(replacement)));
        if (!other.regionCode().equals(refused.regionCode()))
            throw new NotPossibleNow(
                    "The officer %s belongs to another region. Choose one of this region.".formatted(replacement));
        if (!other.grade().equals(refused.grade()))
            throw new NotPossibleNow("%s is not of the grade %s. Choose an officer of that grade."
                    .formatted(replacement, refused.grade()));
        if (!other.isVetted())
            throw new NotPossibleNow(
                    "%s is not cleared by vetting either. Choose an officer who is.".formatted(replacement));
        if (other.teamCode().equals(refused.teamCode()))
            throw new NotPossibleNow(
                    "%s is already in the team. Choose somebody else, or release the post.".formatted(replacement));
        if (posts.existsByReplacedBy(replacement)) {
            throw new NotPossibleNow(
                    "%s already takes somebody else's place. Choose another officer.".formatted(replacement));
        }
        decide(refused, replacement, by);
    }

    private Staff refused(String staffNumber, Colleague by) {
        Staff officer = ofOwnRegion(staffNumber, by);
        if (officer.vetting() != VettingStatus.REFUSED)
            throw new NotPossibleNow("The vetting of %s was not refused. Nothing was changed.".formatted(staffNumber));
        return officer;
    }

    private Staff ofOwnRegion(String staffNumber, Colleague by) {
        Staff officer = staff.lock(staffNumber)
                .orElseThrow(() -> new NotPossibleNow(
                        "There is nobody with the staff number '%s'. Check the number.".formatted(staffNumber)));
        if (!by.holds(Role.HR, officer.regionCode()))
            throw new NotAllowedException(
                    "Only HR of %s may decide about the posts of its officers".formatted(officer.regionCode()));
        return officer;
    }

    private void decide(Staff refused, String replacement, Colleague by) {
        if (posts.existsById(refused.staffNumber()))
            throw new NotPossibleNow(
                    "Somebody has already decided about the post of %s.".formatted(refused.staffNumber()));
        posts.save(new RefusedPost(refused.staffNumber(), replacement, by.userName(), clock.instant()));
        audit.record(
                by.userName(),
                replacement == null ? "POST_RELEASED" : "POST_REPLACED",
                "staff/" + refused.staffNumber(),
                refused.regionCode(),
                replacement == null ? Map.of() : Map.of("replacedBy", replacement));
        checks.teamChanged(refused.staffNumber());
    }
}
