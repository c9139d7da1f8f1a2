package uk.gov.justice.probation.devolution.placement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.placement.ReadingSessions;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** The sessions that wait for their outcome, or those of one project on one day. */
@Controller
class SessionsPage {
  private final ReadingSessions reading;
  private final SignedIn signedIn;
  private final Clock clock;

  SessionsPage(ReadingSessions reading, SignedIn signedIn, Clock clock) {
    this.reading = reading;
    this.signedIn = signedIn;
    this.clock = clock;
  }

  @GetMapping("/upw/sessions")
  String list(
      @RequestParam(defaultValue = "") String project, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, Model model) {
    LocalDate shown = day == null ? LocalDate.now(clock) : day;
    model.addAttribute("project", project.strip());
    model.addAttribute("day", shown);
    model.addAttribute("sessions", project.isBlank() ? reading.waiting(signedIn.colleague()) : reading.of(project.strip(), shown, signedIn.colleague()));
    model.addAttribute("atMost", ReadingSessions.LISTED);
    model.addAttribute("problems", Map.of());
    return "placement/sessions";
  }
}
