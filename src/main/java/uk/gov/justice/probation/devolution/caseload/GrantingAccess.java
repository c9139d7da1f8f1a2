package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Gives and withdraws access to limited-access cases. Only a senior probation officer or the data lead of the case's
 * region can do so; the PSC Service Owner cannot (ADR 0043).
 */
@Service
public class GrantingAccess {

    /** Access given to a colleague. {@code withdrawnAt} is {@code null} while they have it. Times are in UTC. */
    public record Grant(
            long id,
            String userName,
            String grantedBy,
            LocalDateTime grantedAt,
            String withdrawnBy,
            LocalDateTime withdrawnAt) {

        private static Grant of(AccessGrant grant) {
            return new Grant(
                    grant.id(),
                    grant.userName(),
                    grant.grantedBy(),
                    grant.grantedAt(),
                    grant.withdrawnBy(),
                    grant.withdrawnAt());
        }
    }

    private static final Set<Role> GRANTING = EnumSet.of(Role.SPO, Role.DATA_LEAD);

    private final Cases cases;
    private final AccessGrantRepository grants;
    private final Colleagues colleagues;
    private final AuditTrail audit;
    private final Clock clock;

    GrantingAccess(Cases cases, AccessGrantRepository grants, Colleagues colleagues, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.grants = grants;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotAllowedException if the colleague may not decide */
    public void mustGrant(ProbationCase probationCase, Colleague colleague) {
        if (GRANTING.stream().anyMatch(role -> colleague.heldFor(role).contains(probationCase.regionSlug()))) return;
        throw new NotAllowedException(
                "Only a colleague in the group %1$s-%3$s or %2$s-%3$s decides who sees CRN %4$s. You are signed in as %5$s."
                        .formatted(
                                Role.SPO.word(),
                                Role.DATA_LEAD.word(),
                                probationCase.regionSlug(),
                                probationCase.crn(),
                                colleague.userName()));
    }

    /** Everybody who has or had access to the person, whichever event it was given for. */
    @Transactional(readOnly = true)
    public List<Grant> grants(long caseId, Colleague by) {
        ProbationCase probationCase = cases.get(caseId);
        mustGrant(probationCase, by);
        return grants.toPerson(probationCase.crn()).stream().map(Grant::of).toList();
    }

    /**
     * Gives a colleague access to all events of the person. If they already have it, nothing changes.
     *
     * @param userName the name with which they sign in
     * @throws Refusal if the case is not limited, nobody has that name, or it is the caller's own
     */
    @Transactional
    public void grant(long caseId, String userName, Colleague by) {
        ProbationCase probationCase = cases.lockPerson(caseId);
        mustGrant(probationCase, by);
        if (!probationCase.limitedAccess())
            throw new NotPossibleNow("CRN %s is not a limited-access case: everybody in its region sees it."
                    .formatted(probationCase.crn()));
        String name = userName == null ? "" : userName.strip();
        if (name.isEmpty()) throw new BreaksRules("userName", "Enter the name the colleague signs in with.");
        if (name.equals(by.userName()))
            throw new BreaksRules(
                    "userName",
                    "You cannot give yourself access. Ask another senior probation officer or the data lead of the region.");
        if (!colleagues.knows(name)) {
            throw new BreaksRules(
                    "userName",
                    "Nobody has the user name '%s'. Enter a staff number, or the name of somebody who has signed in here before."
                            .formatted(name));
        }
        if (!held(probationCase, name).isEmpty()) return;
        grants.save(new AccessGrant(caseId, name, by.userName(), clock.instant()));
        record(probationCase, "ACCESS_GRANTED", name, by);
    }

    /** Withdraws access to all events of the person. Repeating it changes nothing. */
    @Transactional
    public void withdraw(long caseId, long grantId, Colleague by) {
        ProbationCase probationCase = cases.lockPerson(caseId);
        mustGrant(probationCase, by);
        List<AccessGrant> toPerson = grants.toPerson(probationCase.crn());
        toPerson.stream()
                .filter(grant -> grant.id() == grantId && grant.holds())
                .map(AccessGrant::userName)
                .findFirst()
                .ifPresent(name -> {
                    toPerson.stream()
                            .filter(grant -> grant.holds() && grant.userName().equals(name))
                            .forEach(grant -> withdraw(grant, by));
                    record(probationCase, "ACCESS_WITHDRAWN", name, by);
                });
    }

    private void withdraw(AccessGrant grant, Colleague by) {
        grant.withdraw(by.userName(), clock.instant());
        grants.save(grant);
    }

    private List<AccessGrant> held(ProbationCase probationCase, String userName) {
        return grants.toPerson(probationCase.crn()).stream()
                .filter(grant -> grant.holds() && grant.userName().equals(userName))
                .toList();
    }

    private void record(ProbationCase probationCase, String action, String userName, Colleague by) {
        audit.record(
                by.userName(),
                action,
                probationCase.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "colleague", userName));
    }
}
