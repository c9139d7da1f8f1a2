package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.preferencing.Outcomes;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;

/** A person's own result with its reasons, once their outcome letter has been written. */
@Allows(value = HR, of = Of.OWN, staff = true)
@Controller
@RequestMapping("/people/{memberId}/result")
class ResultPage {
    private final Outcomes outcomes;
    private final Cohorts cohorts;
    private final SignedIn signedIn;

    ResultPage(Outcomes outcomes, Cohorts cohorts, SignedIn signedIn) {
        this.outcomes = outcomes;
        this.cohorts = cohorts;
        this.signedIn = signedIn;
    }

    @GetMapping
    String show(@PathVariable long memberId, Model model) {
        var member = cohorts.find(memberId)
                .orElseThrow(() -> Problem.notFound(
                        "There is no person with the number %d in a consultation.".formatted(memberId)));
        model.addAttribute("outcome", outcomes.of(member, signedIn.colleague()));
        model.addAttribute("problems", Map.of());
        return "preferencing/result";
    }
}
