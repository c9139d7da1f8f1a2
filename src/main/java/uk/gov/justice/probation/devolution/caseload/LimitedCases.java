package uk.gov.justice.probation.devolution.caseload;

import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.LimitedSubjects;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;

/** Decides whether a task is about a limited-access case, from the present state of the case. */
@Component
class LimitedCases implements LimitedSubjects {
    private final CasesOfSubjects cases;

    LimitedCases(CasesOfSubjects cases) {
        this.cases = cases;
    }

    @Override
    public boolean isLimited(TaskSubject subject) {
        return cases.find(subject.about()).filter(ProbationCase::limitedAccess).isPresent();
    }
}
