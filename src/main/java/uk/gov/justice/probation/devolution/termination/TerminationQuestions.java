package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.AsksAboutCases;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion.Choice;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** What tasks ask about a termination and have no page of their own for. */
@Component
public class TerminationQuestions implements AsksAboutCases {
  public static final String REVIEW = "review";
  public static final String AGREEMENT = "agreement";

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
        LimitedQuestion.chosen(REVIEW, "Make the final review", List.of("practitioner", "pso"), "What do you say?", new Choice("AGREE", "The case can end"), SEND_BACK),
        LimitedQuestion.chosen(AGREEMENT, "Agree to the termination?", List.of("spo"), "What do you say?", new Choice("AGREE", "I agree"), SEND_BACK));
  }
}
