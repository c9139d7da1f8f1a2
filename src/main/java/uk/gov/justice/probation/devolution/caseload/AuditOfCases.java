package uk.gov.justice.probation.devolution.caseload;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditGuard;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * The audit of a limited-access case, and of everything that belongs to it, reveals more than its CRN, so only those
 * who may see the case can read it (ADR 0043).
 */
@Component
class AuditOfCases implements AuditGuard {
    private final CasesOfSubjects cases;
    private final CaseAccess access;

    AuditOfCases(CasesOfSubjects cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    @Override
    public void mustSee(String subject, Colleague by) {
        cases.find(subject).filter(ProbationCase::limitedAccess).ifPresent(limited -> access.mustSee(limited, by));
    }
}
