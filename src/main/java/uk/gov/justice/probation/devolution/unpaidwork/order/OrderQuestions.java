package uk.gov.justice.probation.devolution.unpaidwork.order;

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

/** The questions that tasks ask about an order. */
@Component
public class OrderQuestions implements AsksAboutCases {
    public static final String INDUCTION = "induction";
    public static final String SPO_APPROVAL = "spo-approval";
    public static final String PRACTITIONER_APPROVAL = "practitioner-approval";
    public static final String NOT_SUITABLE = "not-suitable";
    public static final String LEARNING = "learning";
    public static final String REVIEW = "review";
    public static final String COURT = "court";

    private static final String BEGINNING = "upw-beginning";
    private static final String RUNNING = "upw-placement";
    private static final List<Role> MANAGERS = List.of(Role.PRACTITIONER, Role.PSO);

    private final Orders orders;
    private final Cases cases;

    OrderQuestions(Orders orders, Cases cases) {
        this.orders = orders;
        this.cases = cases;
    }

    @Override
    public String pages() {
        return "/upw/orders";
    }

    @Override
    public String subject(long id) {
        return orders.get(id).subject();
    }

    @Override
    public Optional<ProbationCase> caseOf(long id) {
        return orders.find(id).map(order -> cases.get(order.caseId()));
    }

    @Override
    public List<LimitedQuestion> questions() {
        return List.of(
                LimitedQuestion.dated(
                        INDUCTION,
                        TaskOnPage.of(BEGINNING, "Task_Assess", "assessmentOnPage"),
                        "Assess suitability and hold the induction",
                        List.of(Role.PSO),
                        "When was the induction?"),
                approval(SPO_APPROVAL, "Task_SpoApproval", Role.SPO),
                approval(PRACTITIONER_APPROVAL, "Task_PractitionerApproval", Role.PRACTITIONER),
                LimitedQuestion.chosen(
                        NOT_SUITABLE,
                        TaskOnPage.of(BEGINNING, "Task_NotSuitable"),
                        "Unpaid work is not suitable",
                        MANAGERS,
                        "What follows?",
                        new Choice("ASSESS_AGAIN", "Assess again"),
                        new Choice(
                                "APPLY_TO_COURT",
                                "Apply to the court",
                                "The order ends here at once, and cannot be resumed here; the hours stay as they are until the court decides.")),
                LimitedQuestion.dated(
                        LEARNING,
                        TaskOnPage.of(RUNNING, "Task_HelpWithLearning"),
                        "Help with the online learning",
                        List.of(Role.CASE_ADMIN),
                        "When did you help?"),
                LimitedQuestion.chosen(
                        REVIEW,
                        TaskOnPage.of(RUNNING, "Task_Review"),
                        "Review the progress",
                        MANAGERS,
                        "How is it going?",
                        new Choice("ON_TRACK", "On track"),
                        new Choice("BEHIND", "Behind, and it can be caught up"),
                        new Choice("CHANGE_NEEDED", "Something has to change")),
                LimitedQuestion.chosen(
                                COURT,
                                TaskOnPage.of(RUNNING, "Task_CourtApplication"),
                                "Apply to the court",
                                MANAGERS,
                                "What did you apply for?",
                                new Choice("EXTEND", "More time"),
                                new Choice("REVOKE", "Revocation"),
                                new Choice("OTHER", "Something else"))
                        .andDay("When did you apply?"));
    }

    private static LimitedQuestion approval(String name, String task, Role role) {
        return LimitedQuestion.chosen(
                name,
                TaskOnPage.of(BEGINNING, task),
                "Approve the placement?",
                List.of(role),
                "Do you approve?",
                new Choice("YES", "Yes"),
                new Choice("NO", "No"));
    }

    @Override
    public boolean waitsFor(long id, String question) {
        Order order = orders.get(id);
        OrderState state = order.state();
        return switch (question) {
            case INDUCTION -> state == OrderState.ASSESSMENT;
            case SPO_APPROVAL, PRACTITIONER_APPROVAL, NOT_SUITABLE -> state == OrderState.APPROVAL;
            case LEARNING -> Boolean.FALSE.equals(order.learningTakenUp());
            default -> state != OrderState.NOT_STARTED;
        };
    }
}
