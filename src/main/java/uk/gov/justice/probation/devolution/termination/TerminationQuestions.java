package uk.gov.justice.probation.devolution.termination;

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

/** The questions that tasks about terminations ask and that have no page of their own. */
@Component
public class TerminationQuestions implements AsksAboutCases {
    public static final String REVIEW = "review";
    public static final String AGREEMENT = "agreement";

    private static final String REOPENED =
            "Case administration or a senior can reopen a case that was ended by mistake.";
    private static final Choice SEND_BACK = new Choice("SEND_BACK", "Send it back");

    private final Terminations terminations;
    private final Cases cases;

    TerminationQuestions(Terminations terminations, Cases cases) {
        this.terminations = terminations;
        this.cases = cases;
    }

    @Override
    public String pages() {
        return "/terminations";
    }

    @Override
    public String subject(long id) {
        return terminations.get(id).subject();
    }

    @Override
    public Optional<ProbationCase> caseOf(long id) {
        return terminations.find(id).map(termination -> cases.get(termination.caseId()));
    }

    @Override
    public List<LimitedQuestion> questions() {
        return List.of(
                LimitedQuestion.chosen(
                        REVIEW,
                        TaskOnPage.of("case-termination", "Task_FinalReview"),
                        "Make the final review",
                        List.of(Role.PRACTITIONER, Role.PSO),
                        "What do you decide?",
                        new Choice(
                                "AGREE",
                                "The case can end",
                                "A senior must agree too if the risk, MAPPA or the hours require it. Then the components end, and the event last, at once and without another question. %s"
                                        .formatted(REOPENED)),
                        SEND_BACK),
                LimitedQuestion.chosen(
                        AGREEMENT,
                        TaskOnPage.of("case-termination", "Task_SpoReview"),
                        "Agree to the termination?",
                        List.of(Role.SPO),
                        "What do you decide?",
                        new Choice(
                                "AGREE",
                                "I agree",
                                "The components end, and the event last, at once and without another question. %s The court, victim liaison and providers are told."
                                        .formatted(REOPENED)),
                        SEND_BACK));
    }

    @Override
    public boolean waitsFor(long id, String question) {
        return terminations.get(id).state()
                == (REVIEW.equals(question) ? TerminationState.REVIEW : TerminationState.SPO);
    }
}
