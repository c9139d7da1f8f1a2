package uk.gov.justice.probation.devolution.caseload;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Which unit does a service for a case now, and whether its work must wait because a handover has frozen the queue. A
 * case that has not moved waits until the queue is released; one that has moved waits until both owners have signed.
 */
@Service
public class CaseOwners {

    /** @param slug of the unit, as used in group names, e.g. {@code nw} or {@code liverpool} */
    public record Owner(String unitCode, String unitName, String slug, boolean region, boolean frozen) {

        /** The task group of the unit's administration. */
        public String group() {
            return TaskGroup.of(Role.CASE_ADMIN, slug).name();
        }
    }

    private final OwnersQuery owners;
    private final Cases cases;

    CaseOwners(OwnersQuery owners, Cases cases) {
        this.owners = owners;
        this.cases = cases;
    }

    /** @throws NotFound with a sentence if no unit does the service for the case */
    public Owner of(long caseId, String service) {
        return find(caseId, service).orElseThrow(() -> nobody(caseId, service));
    }

    public Optional<Owner> find(long caseId, String service) {
        return owners.read(caseId, service);
    }

    /** Those of the cases for which a region does the service now, and no longer a unit of the PSC. */
    public Set<Long> heldByRegions(Collection<Long> caseIds, String service) {
        return owners.heldByRegions(caseIds, service);
    }

    /**
     * Like {@link #of}, but until the transaction ends neither the owner nor the freeze can change. If a transaction
     * that calls this records that a case is waiting, the release of the queue is sure to find it. The unit is locked
     * too, because freezing a queue locks it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Owner lock(long caseId, String service) {
        return owners.hold(caseId, service).orElseThrow(() -> nobody(caseId, service));
    }

    /**
     * Like {@link #lock}, for many cases. Returns those whose service somebody does and whose queue no handover has
     * frozen.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> lockFree(Collection<Long> caseIds, String service) {
        return owners.holdFree(caseIds, service);
    }

    /** Like {@link #lock}, for every service of the case: whether a handover has frozen a queue that it is in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockAndSeeWhetherFrozen(long caseId) {
        return owners.services(caseId).stream()
                .anyMatch(service ->
                        owners.hold(caseId, service).filter(Owner::frozen).isPresent());
    }

    private NotFound nobody(long caseId, String service) {
        String crn = cases.find(caseId).map(ProbationCase::crn).orElse("" + caseId);
        return new NotFound(
                "No unit does the service %s for CRN %s. Import the file 'case-services' with it, then try again."
                        .formatted(service, crn));
    }
}
