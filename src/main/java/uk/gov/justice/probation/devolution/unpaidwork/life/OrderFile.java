package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcement;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/**
 * An order as its page shows it to a colleague who may see its case.
 *
 * @param teamName null until it has a team
 * @param projectName null until a project has been chosen
 * @param waitsInTurn whether it is consecutive and has not started because the person has earlier unpaid work
 * @param travelMinutes travel time credited so far
 * @param learningAtMost the most minutes of learning that can count
 */
public record OrderFile(
        Order order,
        ProbationCase probationCase,
        String ownerName,
        String teamName,
        String projectName,
        boolean waitsInTurn,
        Sessions.Progress progress,
        int travelMinutes,
        int learningAtMost,
        List<Session> sessions,
        List<Enforcement> enforcements,
        List<CaseLetters.Listed> letters,
        Tasks tasks) {

    /** What the colleague can do here. */
    public record Tasks(boolean readAssessment, boolean seeProjects, boolean adjustTravel, boolean extend) {}

    @Override
    public String toString() {
        return "OrderFile[order=%d]".formatted(order.id());
    }
}
