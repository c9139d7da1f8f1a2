package uk.gov.justice.probation.devolution.caseload.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.caseload.AsksAboutCases;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** Where the tasks of limited-access cases are answered: Tasklist and the engine learn nothing of it. */
@Allows(value = {CASE_ADMIN, PSO, SPO, PRACTITIONER}, of = Of.CASE, staff = true)
@Controller
class LimitedAnswerPage {

  /** What was entered; the day in its three fields. */
  record Entered(String choice, DayEntered day) {
    static final Entered NOTHING = new Entered(null, DayEntered.NOTHING);
  }

  private record Asked(String page, String subject, ProbationCase probationCase, List<LimitedQuestion> questions) {

    LimitedQuestion question(String name) {
      return questions.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> Problem.notFound("No task asks that here."));
    }
  }

  private final List<AsksAboutCases> asking;
  private final LimitedAnswers answers;
  private final CaseAccess access;
  private final SignedIn signedIn;

  LimitedAnswerPage(List<AsksAboutCases> asking, LimitedAnswers answers, CaseAccess access, SignedIn signedIn) {
    this.asking = asking;
    this.answers = answers;
    this.access = access;
    this.signedIn = signedIn;
  }

  @GetMapping({"/upw/orders/{id}/answer", "/upw/enforcements/{id}/answer", "/terminations/{id}/answer"})
  String show(@PathVariable long id, @RequestParam(defaultValue = "") String task, HttpServletRequest request, Model model) {
    Asked asked = asked(id, request);
    LimitedQuestion question = task.isEmpty() ? asked.questions().getFirst() : asked.question(task);
    return page(asked, question, Entered.NOTHING, Map.of(), model);
  }

  @TakenBack("Until the task in Tasklist is completed, give another answer: the last one holds.")
  @PostMapping({"/upw/orders/{id}/answer", "/upw/enforcements/{id}/answer", "/terminations/{id}/answer"})
  String give(
      @PathVariable long id, @RequestParam(defaultValue = "") String task, @ModelAttribute Entered entered, HttpServletRequest request, Model model, HttpServletResponse response,
      RedirectAttributes redirect) {
    Asked asked = asked(id, request);
    LimitedQuestion question = asked.question(task);
    DayEntered day = entered.day() == null ? DayEntered.NOTHING : entered.day();
    try {
      if (!day.isEmpty() && day.date() == null) throw new AnswerRefusedException("Enter a day, for example 23 11 2026.");
      answers.give(asked.probationCase(), asked.subject(), question, entered.choice(), day.date(), signedIn.colleague());
    } catch (AnswerRefusedException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(asked, question, new Entered(entered.choice(), day), Map.of(question.choiceLabel() == null || entered.choice() != null ? "day-day" : "choice", refused.getMessage()), model);
    }
    redirect.addFlashAttribute("notice", "Your answer is kept. Now complete the task in Tasklist.");
    redirect.addAttribute("task", task);
    return "redirect:" + asked.page();
  }

  private Asked asked(long id, HttpServletRequest request) {
    String path = request.getRequestURI();
    AsksAboutCases about = asking.stream().filter(one -> path.startsWith(one.pages())).findFirst().orElseThrow(() -> Problem.notFound("Nothing is asked here."));
    ProbationCase probationCase = about.caseOf(id).orElseThrow(() -> Problem.notFound("There is nothing with the number %d here.".formatted(id)));
    access.mustSee(probationCase, signedIn.colleague());
    return new Asked(about.pages() + "/" + id + "/answer", about.subject(id), probationCase, about.questions());
  }

  private String page(Asked asked, LimitedQuestion question, Entered entered, Map<String, String> problems, Model model) {
    model.addAttribute("page", asked.page());
    model.addAttribute("probationCase", asked.probationCase());
    model.addAttribute("question", question);
    model.addAttribute("given", answers.given(asked.subject(), question.name(), signedIn.colleague()).orElse(null));
    model.addAttribute("entered", entered);
    model.addAttribute("problems", problems);
    return "caseload/answer";
  }
}
