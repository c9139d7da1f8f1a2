package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;
import static uk.gov.justice.probation.devolution.security.Role.TU;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.UnionStanding;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.following.AfterUnionsQuery;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * What the unions said beside what became of it: the director's answer and the decision. HR and the director of the
 * region read what every union said, a union what it said itself.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, RPD, TU},
        of = Of.REGION)
@Controller
class UnionsPage {
    private final ConsultationOverview overview;
    private final AfterUnionsQuery after;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;

    UnionsPage(ConsultationOverview overview, AfterUnionsQuery after, ConsultationLookup lookup, SignedIn signedIn) {
        this.overview = overview;
        this.after = after;
        this.lookup = lookup;
        this.signedIn = signedIn;
    }

    @GetMapping("/consultations/{id}/unions")
    String unions(@PathVariable long id, Model model) {
        Colleague colleague = signedIn.colleague();
        Facts consultation = lookup.consultation(id, colleague);
        if (!colleague.is(Role.TU)
                && !colleague.holds(Role.HR, consultation.regionCode())
                && !colleague.holds(Role.RPD, consultation.regionCode()))
            throw new NotAllowedException(
                    "Only HR and the director of the region can see what the unions said. A union can see what it said itself. You are signed in as %s."
                            .formatted(colleague.userName()));
        List<UnionStanding> all = overview.unions(id);
        model.addAttribute("consultation", consultation);
        model.addAttribute("asked", !all.isEmpty());
        model.addAttribute(
                "unions",
                all.stream()
                        .filter(union -> union.isReadBy(colleague, consultation.regionCode()))
                        .toList());
        model.addAttribute("proposals", overview.proposals(id));
        model.addAttribute("after", after.of(id));
        model.addAttribute("director", colleague.isIn(TaskGroup.of(Role.RPD, consultation.regionCode())));
        return "consultation/unions";
    }
}
