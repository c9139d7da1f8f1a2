package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.WholeList;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * What a consultation offers, until when, and how ties are broken: for participants, their managers and colleagues with
 * a role in it.
 */
@Allows(of = Of.EVERYTHING, everyRole = true, staff = true)
@Controller
class OptionsPage {
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final StaffDirectory staff;
    private final Options options;
    private final Rounds rounds;
    private final Runs runs;
    private final SignedIn signedIn;

    OptionsPage(
            Consultations consultations,
            Cohorts cohorts,
            StaffDirectory staff,
            Options options,
            Rounds rounds,
            Runs runs,
            SignedIn signedIn) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.staff = staff;
        this.options = options;
        this.rounds = rounds;
        this.runs = runs;
        this.signedIn = signedIn;
    }

    @GetMapping("/consultations/{id}/options")
    String options(@PathVariable long id, Model model) {
        Consultations.Facts consultation = consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound("There is no consultation with the number %d.".formatted(id)));
        Colleague colleague = signedIn.colleague();
        Optional<Member> own = cohorts.of(colleague.userName()).stream()
                .filter(member -> member.consultationId() == id)
                .findFirst();
        if (own.isEmpty() && colleague.groups().isEmpty() && !manages(id, colleague)) {
            throw new NotAllowedException(
                    "Only those who take part in this consultation, their line managers and colleagues with a role in it can see what it offers.");
        }
        model.addAttribute("consultation", consultation);
        model.addAttribute("round", rounds.find(id).orElse(null));
        List<Option> all = options.all(id);
        model.addAttribute("options", all);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("places", all)
                        .column("Site", Option::siteName)
                        .column("Role", Option::roleName)
                        .column("Tasks", option -> String.join(", ", option.tasks()))
                        .column("Places", Option::places));
        model.addAttribute("own", own.orElse(null));
        model.addAttribute("run", runs.official(id).orElse(null));
        return "preferencing/options";
    }

    private boolean manages(long id, Colleague colleague) {
        return staff.all(cohorts.active(id).stream().map(Member::staffNumber).toList()).stream()
                .anyMatch(person -> colleague.userName().equals(person.lineManagerStaffNumber()));
    }
}
