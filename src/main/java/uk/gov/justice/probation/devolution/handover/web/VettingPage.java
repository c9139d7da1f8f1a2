package uk.gov.justice.probation.devolution.handover.web;

import java.util.List;
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
import uk.gov.justice.probation.devolution.handover.VettingChecks;
import uk.gov.justice.probation.devolution.handover.VettingChecks.WaitingOfficer;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;

/** Officers who wait for vetting, for HR of their region: nobody else sees who they are. */
@Controller
@RequestMapping("/vetting")
class VettingPage {
  private static final String HR = "hr";

  private final VettingChecks vetting;
  private final ConsultationStages regions;
  private final SignedIn signedIn;

  VettingPage(VettingChecks vetting, ConsultationStages regions, SignedIn signedIn) {
    this.vetting = vetting;
    this.regions = regions;
    this.signedIn = signedIn;
  }

  @GetMapping
  String waiting(@RequestParam(required = false) String region, Model model) {
    Colleague colleague = signedIn.colleague();
    List<Stage> own = regions.all().stream().filter(stage -> colleague.holds(HR, stage.regionCode())).toList();
    if (own.isEmpty()) {
      throw new NotAllowedException("Only HR of a region sees which officers wait for vetting. You are signed in as %s.".formatted(colleague.userName()));
    }
    Stage shown = region == null ? own.getFirst() : own.stream().filter(stage -> stage.regionCode().equals(region)).findFirst()
        .orElseThrow(() -> notTheirs(region, colleague));
    model.addAttribute("regions", own);
    model.addAttribute("region", shown);
    model.addAttribute("officers", vetting.waiting(shown.regionCode()));
    return "handover/vetting";
  }

  @PostMapping("/{staffNumber}/cleared")
  String cleared(@PathVariable String staffNumber, @RequestParam String region, RedirectAttributes redirect) {
    Colleague colleague = signedIn.colleague();
    colleague.mustHold(HR, region, "record vetting in the region " + region);
    WaitingOfficer officer = vetting.waiting(region).stream().filter(waiting -> waiting.staffNumber().equals(staffNumber)).findFirst()
        .orElseThrow(() -> Problem.notFound(
            "No officer of the region with the staff number %s waits for vetting. Somebody may have recorded it already.".formatted(staffNumber)));
    vetting.cleared(staffNumber, colleague);
    redirect.addFlashAttribute("notice", "%s is cleared. Every handover that waited for it has been told.".formatted(officer.displayName()));
    redirect.addAttribute("region", region);
    return "redirect:/vetting";
  }

  private RuntimeException notTheirs(String region, Colleague colleague) {
    boolean known = regions.all().stream().anyMatch(stage -> stage.regionCode().equals(region));
    if (!known) return Problem.notFound("There is no region %s.".formatted(region));
    return new NotAllowedException("Only HR of the region %s sees which of its officers wait for vetting. You are signed in as %s."
        .formatted(region, colleague.userName()));
  }
}
