package uk.gov.justice.probation.devolution.programme.web;

import static uk.gov.justice.probation.devolution.security.Role.PROGRAMME;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverOverview.Filter;
import uk.gov.justice.probation.devolution.programme.LaunchRefusedException;
import uk.gov.justice.probation.devolution.programme.LaunchedProgramme;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.RegionStanding;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.programme.Programmes.Outlook;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** The programme at a glance, and its launch for those regions that do not run. */
@Controller
class ProgrammePage {
  private final ProgrammeOverview programme;
  private final HandoverOverview handovers;
  private final Programmes programmes;
  private final SignedIn signedIn;
  private final Clock clock;

  ProgrammePage(ProgrammeOverview programme, HandoverOverview handovers, Programmes programmes, SignedIn signedIn, Clock clock) {
    this.programme = programme;
    this.handovers = handovers;
    this.programmes = programmes;
    this.signedIn = signedIn;
    this.clock = clock;
  }

  @Allows(of = Of.EVERYTHING, everyRole = true)
  @GetMapping("/")
  String matrix(Model model) {
    return show(null, Map.of(), model);
  }

  @Allows(value = {PSC_SERVICE_OWNER, PROGRAMME}, of = Of.REGION)
  @PostMapping("/programmes")
  String launch(@ModelAttribute LaunchForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    Colleague colleague = signedIn.colleague();
    form.getRegions().forEach(region -> colleague.mustHold("programme", region, "launch the programme of the region " + region));
    Map<String, String> problems = form.problems();
    if (problems.isEmpty()) {
      try {
        if (!form.isConfirmed()) return check(form, programmes.outlook(form.baseDate(), form.getRegions(), colleague), model);
        LaunchedProgramme launched = programmes.launch(form.baseDate(), form.getRegions(), colleague);
        redirect.addFlashAttribute("notice", "The programme is launched in %s.".formatted(names(launched.regions())));
        return "redirect:/";
      } catch (LaunchRefusedException e) {
        problems = new LinkedHashMap<>();
        for (String reason : e.reasons()) problems.put(problems.isEmpty() ? "region-0" : "launch-" + problems.size(), reason);
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return show(form, problems, model);
  }

  /** Asks once more, saying what is about to happen. */
  private String check(LaunchForm form, List<Outlook> outlooks, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("outlooks", outlooks);
    model.addAttribute("names", programme.regions().stream().map(RegionStanding::region).collect(Collectors.toMap(CodeAndName::code, CodeAndName::name)));
    return "programme/launch-check";
  }

  private String show(LaunchForm form, Map<String, String> problems, Model model) {
    List<RegionStanding> regions = programme.regions();
    Colleague colleague = signedIn.colleague();
    List<CodeAndName> launchable = regions.stream().filter(region -> !region.running()).map(RegionStanding::region)
        .filter(region -> colleague.holds("programme", region.code())).toList();
    model.addAttribute("matrix", Matrix.of(regions, programme.plan(), handovers.latest(Filter.ALL)));
    model.addAttribute("launched", regions.stream().anyMatch(region -> region.programmeId() != null));
    model.addAttribute("launchable", launchable);
    model.addAttribute("form", form == null ? LaunchForm.from(LocalDate.now(clock), launchable.stream().map(CodeAndName::code).toList()) : form);
    model.addAttribute("problems", problems);
    return "programme/matrix";
  }

  private String names(List<String> codes) {
    return String.join(", ", programme.regions().stream().map(RegionStanding::region)
        .filter(region -> codes.contains(region.code())).map(CodeAndName::name).toList());
  }
}
