package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.PLACEMENT_COORDINATOR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions;

/** The sessions waiting for their outcome, or those of one project on one day. */
@Allows(
        value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PRACTITIONER, PLACEMENT_COORDINATOR, UPW_SUPERVISOR, DATA_LEAD
        },
        of = Of.CASE)
@Controller
class SessionsPage {
    private static final EnteredDay SHOWN = EnteredDay.optional("the day");

    private final ListingSessions listing;
    private final SignedIn signedIn;
    private final Deadlines deadlines;

    SessionsPage(ListingSessions listing, SignedIn signedIn, Deadlines deadlines) {
        this.listing = listing;
        this.signedIn = signedIn;
        this.deadlines = deadlines;
    }

    @GetMapping("/upw/sessions")
    String list(
            @RequestParam(defaultValue = "") String project,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        Map<String, String> problems = SHOWN.problem(day, deadlines)
                .map(sentence -> Map.of("day", sentence))
                .orElse(Map.of());
        LocalDate shown = day == null || !problems.isEmpty() ? deadlines.today() : day;
        model.addAttribute("project", project.strip());
        model.addAttribute("day", shown);
        model.addAttribute(
                "sessions",
                project.isBlank()
                        ? listing.waiting(signedIn.colleague())
                        : listing.of(project.strip(), shown, signedIn.colleague()));
        model.addAttribute("atMost", ListingSessions.LISTED);
        model.addAttribute("problems", problems);
        return "unpaidwork/sessions";
    }
}
