package uk.gov.justice.probation.devolution.termination;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Who may take which step of a termination at this moment. For a limited-access case only those who may see it,
 * whatever their group.
 */
@Component
class TerminationRoles {
    private final CaseAccess access;
    private final CaseOwners owners;

    TerminationRoles(CaseAccess access, CaseOwners owners) {
        this.access = access;
        this.owners = owners;
    }

    /**
     * Refuses anybody but a case administrator of the unit that does the terminations. The owner of the case is locked
     * until the transaction ends.
     *
     * @throws Frozen while the case is being handed over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void mustAdminister(ProbationCase probationCase, Colleague by) {
        Owner owner = owners.lock(probationCase.id(), StartingTerminations.SERVICE);
        mustBeIn(owner.group(), probationCase, "end components", by);
        if (owner.frozen())
            throw new Frozen(
                    "%s is being handed over. Its termination goes on once the handover is signed, in the unit that has the case then."
                            .formatted(probationCase.text()));
    }

    /** Refuses anybody but those who manage the sentence. */
    void mustManage(ProbationCase probationCase, Colleague by) {
        mustBeIn(TellingOthers.practitionerGroup(probationCase), probationCase, "review the termination", by);
    }

    /** Refuses anybody but a senior probation officer of the case's region. */
    void mustAgree(ProbationCase probationCase, Colleague by) {
        mustBeIn(probationCase.group(Role.SPO), probationCase, "agree to the termination", by);
    }

    private void mustBeIn(String group, ProbationCase probationCase, String what, Colleague by) {
        access.mustSee(probationCase, by);
        if (by.isServiceOwner() || by.groups().contains(group)) return;
        throw new NotAllowedException("Only a colleague in the group %s can %s of %s. You are signed in as %s."
                .formatted(group, what, probationCase.text(), by.userName()));
    }
}
