package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.caseload.AsksAboutCases;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion.Choice;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/** The questions that tasks ask about an enforcement. */
@Component
public class EnforcementQuestions implements AsksAboutCases {
    public static final String BREACH = "breach";

    private final Enforcements enforcements;
    private final Orders orders;
    private final Cases cases;

    EnforcementQuestions(Enforcements enforcements, Orders orders, Cases cases) {
        this.enforcements = enforcements;
        this.orders = orders;
        this.cases = cases;
    }

    @Override
    public String pages() {
        return "/upw/enforcements";
    }

    @Override
    public String subject(long id) {
        return enforcements.get(id).subject();
    }

    @Override
    public Optional<ProbationCase> caseOf(long id) {
        return enforcements
                .find(id)
                .map(enforcement -> cases.get(orders.get(enforcement.orderId()).caseId()));
    }

    @Override
    public List<LimitedQuestion> questions() {
        return List.of(LimitedQuestion.chosen(
                        BREACH,
                        TaskOnPage.of("upw-enforcement", "Task_BreachPack"),
                        "Send the breach pack",
                        List.of(Role.PRACTITIONER, Role.PSO),
                        "What did you do?",
                        new Choice(
                                "SENT",
                                "I sent the pack to the court",
                                "The breach is recorded at once and stays open until the court has decided. It cannot be taken back."),
                        new Choice("NOT_BREACHED", "There is no breach: the reason is on the page of the enforcement"))
                .andDayFor("SENT", "If you sent it: when?"));
    }

    @Override
    public boolean waitsFor(long id, String question) {
        return enforcements.get(id).state() == EnforcementState.BREACH;
    }
}
