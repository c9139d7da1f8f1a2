package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.checking.Stage;
import uk.gov.justice.probation.devolution.preferencing.checking.Stages;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Posts;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * What a consultation offers, until when, and how ties are broken: for participants, their managers and colleagues with
 * a role in it.
 */
@Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
@Controller
class OptionsPage {
    private final RoundReaders readers;
    private final Options options;
    private final Posts posts;
    private final Rounds rounds;
    private final Runs runs;
    private final Stages stages;
    private final SignedIn signedIn;

    OptionsPage(
            RoundReaders readers,
            Options options,
            Posts posts,
            Rounds rounds,
            Runs runs,
            Stages stages,
            SignedIn signedIn) {
        this.readers = readers;
        this.options = options;
        this.posts = posts;
        this.rounds = rounds;
        this.runs = runs;
        this.stages = stages;
        this.signedIn = signedIn;
    }

    @GetMapping("/consultations/{id}/options")
    String options(@PathVariable long id, Model model) {
        Consultations.Facts consultation = readers.consultation(id, signedIn.colleague());
        model.addAttribute("consultation", consultation);
        Optional<Round> round = rounds.find(id);
        model.addAttribute("round", round.orElse(null));
        List<Option> all = options.all(id);
        model.addAttribute("options", all);
        model.addAttribute(
                "hoursSaid", all.stream().anyMatch(option -> option.hours().areSaid()));
        model.addAttribute("leftOver", round.isEmpty() ? List.of() : posts.leavingSomething(consultation));
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("places", all)
                        .column("Site", Option::siteName)
                        .column("Role", Option::roleName)
                        .column(
                                "Hours a week",
                                option -> option.hours().areSaid()
                                        ? option.hours().number()
                                        : "")
                        .column("Tasks", option -> String.join(", ", option.tasks()))
                        .column("Places", Option::places));
        model.addAttribute("own", readers.own(id, signedIn.colleague()).orElse(null));
        model.addAttribute(
                "run",
                round.filter(one -> stages.of(one).is(Stage.GIVEN_OUT))
                        .flatMap(one -> runs.official(id))
                        .orElse(null));
        return "preferencing/options";
    }
}
