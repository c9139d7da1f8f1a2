package uk.gov.justice.probation.devolution.handover.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.handover.ConsultationStages;
import uk.gov.justice.probation.devolution.handover.ConsultationStages.Stage;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.WholeList;

/** Shows which regions' staff consultation has reached its individual stage, and lets HR of a region record it. */
@Allows(of = Of.EVERYTHING, everyRole = true)
@Controller
@RequestMapping("/consultation-stage")
class ConsultationStagePage {
    private final ConsultationStages stages;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    ConsultationStagePage(ConsultationStages stages, OnceMore onceMore, SignedIn signedIn) {
        this.stages = stages;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String all(Model model) {
        Colleague colleague = signedIn.colleague();
        List<Stage> all = stages.all();
        Set<String> own = all.stream()
                .map(Stage::regionCode)
                .filter(region -> colleague.holds(Role.HR, region))
                .collect(Collectors.toSet());
        model.addAttribute("stages", all);
        model.addAttribute("own", own);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("consultation-stage", all)
                        .column("Region", Stage::regionName)
                        .column("Individual stage reached", Stage::reachedAt)
                        .column("Recorded by", Stage::recordedBy));
        return "handover/consultation-stage";
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, HR},
            of = Of.REGION)
    @AskedOnceMore("Once it is recorded it cannot be taken back.")
    @PostMapping
    String reached(@RequestParam String region, Model model, RedirectAttributes redirect) {
        Stage stage = stages.all().stream()
                .filter(known -> known.regionCode().equals(region))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no region %s.".formatted(region)));
        Colleague colleague = signedIn.colleague();
        colleague.mustHold(Role.HR, region, "record the consultation stage of " + stage.regionName());
        return onceMore.ask(
                () -> stages.reached(region, colleague),
                told -> check(stage, told),
                told -> {
                    redirect.addFlashAttribute(
                            "notice",
                            "%s has reached the individual stage. Every handover that waited for it has been told."
                                    .formatted(stage.regionName()));
                    return "redirect:/consultation-stage";
                },
                model);
    }

    private static Check check(Stage stage, int told) {
        return Check.before(
                        "Record that %s has reached the individual stage?".formatted(stage.regionName()),
                        "Record it",
                        "/consultation-stage")
                .fact("Region", stage.regionName())
                .fact("Running handovers with the gate CONSULTATION", told)
                .then(
                        switch (told) {
                            case 0 -> "No handover waits for it now.";
                            case 1 -> "The gate of 1 handover is met at once, and it goes on.";
                            default -> "The gate of %d handovers is met at once, and they go on.".formatted(told);
                        })
                .then("For handovers of the region that begin later, the gate is already met.");
    }
}
