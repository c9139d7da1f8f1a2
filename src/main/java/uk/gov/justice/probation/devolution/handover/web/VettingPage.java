package uk.gov.justice.probation.devolution.handover.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.handover.ConsultationStages;
import uk.gov.justice.probation.devolution.handover.ConsultationStages.Stage;
import uk.gov.justice.probation.devolution.handover.VettingResults;
import uk.gov.justice.probation.devolution.handover.VettingResults.WaitingOfficer;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.WholeList;

/** Officers waiting for vetting, for HR of their region. Nobody else sees who they are. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/vetting")
class VettingPage {
    private final VettingResults vetting;
    private final ConsultationStages regions;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    VettingPage(VettingResults vetting, ConsultationStages regions, OnceMore onceMore, SignedIn signedIn) {
        this.vetting = vetting;
        this.regions = regions;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String waiting(@RequestParam(required = false) String region, Model model) {
        Colleague colleague = signedIn.colleague();
        List<Stage> own = regions.all().stream()
                .filter(stage -> colleague.holds(HR, stage.regionCode()))
                .toList();
        if (own.isEmpty()) {
            throw new NotAllowedException(
                    "Only HR of a region sees which officers wait for vetting. You are signed in as %s."
                            .formatted(colleague.userName()));
        }
        Stage shown = region == null
                ? own.getFirst()
                : own.stream()
                        .filter(stage -> stage.regionCode().equals(region))
                        .findFirst()
                        .orElseThrow(() -> notTheirs(region, colleague));
        model.addAttribute("regions", own);
        model.addAttribute("region", shown);
        List<WaitingOfficer> officers = vetting.waiting(shown.regionCode());
        model.addAttribute("officers", officers);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("vetting", officers)
                        .column("Staff number", WaitingOfficer::staffNumber)
                        .column("Name", WaitingOfficer::name)
                        .column("Grade", WaitingOfficer::grade)
                        .column("Refused", WaitingOfficer::refused)
                        .column("Handovers that wait", officer -> String.join(", ", officer.handovers())));
        if (!model.containsAttribute("problems")) model.addAttribute("problems", Map.of());
        if (!model.containsAttribute("entered")) model.addAttribute("entered", Map.of());
        return "handover/vetting";
    }

    @AskedOnceMore("Once it is recorded it cannot be taken back on this page: the handovers have been told.")
    @PostMapping("/{staffNumber}/cleared")
    String cleared(
            @PathVariable String staffNumber, @RequestParam String region, Model model, RedirectAttributes redirect) {
        Colleague colleague = signedIn.colleague();
        colleague.mustHold(HR, region, "record vetting in the region " + region);
        WaitingOfficer officer = vetting.waiting(region).stream()
                .filter(waiting -> waiting.staffNumber().equals(staffNumber))
                .findFirst()
                .orElseThrow(() -> notWaiting(staffNumber));
        Check check = about(officer, region, "Record that %s is cleared?".formatted(officer.name()), "Record it")
                .then("From now on the officer carries cases.");
        return onceMore.ask(
                () -> vetting.cleared(staffNumber, colleague),
                () -> check,
                () -> {
                    redirect.addFlashAttribute(
                            "notice",
                            "%s is cleared. Every handover that waited for it has been told."
                                    .formatted(officer.name()));
                    redirect.addAttribute("region", region);
                    return "redirect:/vetting";
                },
                model);
    }

    @AskedOnceMore(
            "You can still record here that the officer is cleared, until the post is given to somebody else or released.")
    @PostMapping("/{staffNumber}/refused")
    String refused(
            @PathVariable String staffNumber,
            @RequestParam String region,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return decided(
                region,
                staffNumber,
                "",
                () -> vetting.refuse(staffNumber, signedIn.colleague()),
                officer -> Check.before(
                                "Record that the vetting of %s is refused?".formatted(officer.name()),
                                "Record it",
                                "/vetting?region=" + region)
                        .fact(
                                "Officer",
                                "%s, %s, staff number %s"
                                        .formatted(officer.name(), officer.grade(), officer.staffNumber()))
                        .fact(
                                "Handovers that wait",
                                officer.handovers().isEmpty() ? "None yet" : String.join(", ", officer.handovers()))
                        .then(
                                officer.handovers().isEmpty()
                                        ? "The officer carries no cases. No handover waits for them now."
                                        : "The officer carries no cases, and %d %s still waiting."
                                                .formatted(
                                                        officer.handovers().size(),
                                                        officer.handovers().size() == 1
                                                                ? "handover is"
                                                                : "handovers are"))
                        .then(
                                "Next, give the place to another officer or release the post on this page. Every handover that waits then goes on."),
                "The vetting of %s is refused. Now give the place to another officer, or release the post."
                        .formatted(staffNumber),
                model,
                response,
                redirect);
    }

    @AskedOnceMore(
            "It cannot be taken back on this page. If a staff file later says that the officer is cleared, they get their place back.")
    @PostMapping("/{staffNumber}/replaced")
    String replaced(
            @PathVariable String staffNumber,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String replacement,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String other = replacement.strip();
        return decided(
                region,
                staffNumber,
                other,
                () -> vetting.replace(staffNumber, other, signedIn.colleague()),
                officer -> about(
                                officer,
                                region,
                                "Give the place of %s to %s?".formatted(officer.name(), other),
                                "Replace")
                        .fact("Takes the place", other)
                        .then("%s has to be briefed for the handovers of the team like everybody else."
                                .formatted(other)),
                "%s takes the place of %s. Every handover that waited goes on, and its team is counted again."
                        .formatted(other, staffNumber),
                model,
                response,
                redirect);
    }

    @AskedOnceMore(
            "It cannot be taken back on this page. If a staff file later says that the officer is cleared, they get their place back.")
    @PostMapping("/{staffNumber}/released")
    String released(
            @PathVariable String staffNumber,
            @RequestParam String region,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return decided(
                region,
                staffNumber,
                "",
                () -> vetting.release(staffNumber, signedIn.colleague()),
                officer -> about(
                                officer,
                                region,
                                "Release the post of %s?".formatted(officer.name()),
                                "Release the post")
                        .then("The team goes on without the officer, so one person fewer carries its cases."),
                "The post of %s is released. Every handover that waited goes on, and its team is counted without this post."
                        .formatted(staffNumber),
                model,
                response,
                redirect);
    }

    private String decided(
            String region,
            String staffNumber,
            String entered,
            Runnable decision,
            Function<WaitingOfficer, Check> check,
            String notice,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        signedIn.colleague().mustHold(HR, region, "decide about posts in the region " + region);
        Optional<WaitingOfficer> officer = vetting.waiting(region).stream()
                .filter(waiting -> waiting.staffNumber().equals(staffNumber))
                .findFirst();
        try {
            return onceMore.ask(
                    decision,
                    () -> check.apply(officer.orElseThrow(() -> notWaiting(staffNumber))),
                    () -> {
                        redirect.addFlashAttribute("notice", notice);
                        redirect.addAttribute("region", region);
                        return "redirect:/vetting";
                    },
                    model);
        } catch (NotPossibleNow refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problems", refused.problems("replacement-" + staffNumber));
            model.addAttribute("entered", Map.of(staffNumber, entered));
            return waiting(region, model);
        }
    }

    private static Check about(WaitingOfficer officer, String region, String question, String yes) {
        int waiting = officer.handovers().size();
        return Check.before(question, yes, "/vetting?region=" + region)
                .fact(
                        "Officer",
                        "%s, %s, staff number %s".formatted(officer.name(), officer.grade(), officer.staffNumber()))
                .fact("Handovers that wait", waiting == 0 ? "None yet" : String.join(", ", officer.handovers()))
                .then(
                        waiting == 0
                                ? "No handover waits for this now."
                                : "%d %s told at once, and the readiness of each counts its team again."
                                        .formatted(
                                                waiting,
                                                waiting == 1 ? "handover that waits is" : "handovers that wait are"));
    }

    private static RuntimeException notWaiting(String staffNumber) {
        return Problem.notFound(
                "No officer of the region with the staff number %s waits for vetting. Somebody may have recorded it already."
                        .formatted(staffNumber));
    }

    private RuntimeException notTheirs(String region, Colleague colleague) {
        boolean known =
                regions.all().stream().anyMatch(stage -> stage.regionCode().equals(region));
        if (!known) return Problem.notFound("There is no region %s.".formatted(region));
        return new NotAllowedException(
                "Only HR of the region %s sees which of its officers wait for vetting. You are signed in as %s."
                        .formatted(region, colleague.userName()));
    }
}
