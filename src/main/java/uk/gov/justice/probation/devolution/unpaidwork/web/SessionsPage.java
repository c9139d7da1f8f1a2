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
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions.Listed;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions.Page;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted.When;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects;
import uk.gov.justice.probation.devolution.web.FilteredAddress;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * Sessions that wait for their outcome, those of today and of tomorrow, and those of one day; of all projects or of
 * one.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PRACTITIONER, PLACEMENT_COORDINATOR, UPW_SUPERVISOR, DATA_LEAD
        },
        of = Of.CASE)
@Controller
class SessionsPage {
    private static final int PAGE_SIZE = 50;
    private static final EnteredDay SHOWN = EnteredDay.optional("the day");

    private final ListingSessions listing;
    private final ListingProjects projects;
    private final SignedIn signedIn;
    private final Deadlines deadlines;

    SessionsPage(ListingSessions listing, ListingProjects projects, SignedIn signedIn, Deadlines deadlines) {
        this.listing = listing;
        this.projects = projects;
        this.signedIn = signedIn;
        this.deadlines = deadlines;
    }

    @GetMapping("/upw/sessions")
    String list(
            @RequestParam(defaultValue = "") String when,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String pdu,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Colleague colleague = signedIn.colleague();
        Map<String, String> problems = SHOWN.problem(day, deadlines)
                .map(sentence -> Map.of("day", sentence))
                .orElse(Map.of());
        SessionsWanted wanted = wanted(when, problems.isEmpty() ? day : null, project, pdu);
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        Page listed = listing.list(colleague, wanted, PAGE_SIZE, asked.before());
        model.addAttribute("listed", listed);
        model.addAttribute("wanted", wanted);
        model.addAttribute("pdus", projects.pdus(colleague));
        model.addAttribute("address", address(wanted));
        model.addAttribute("elsewhere", address(wanted.when(When.DAY)));
        model.addAttribute("showing", asked.showing(listed.total()));
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(listed.total()));
        model.addAttribute("problems", problems);
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(wanted, colleague));
        return "unpaidwork/sessions";
    }

    private WholeList<Listed> wholeList(SessionsWanted wanted, Colleague colleague) {
        return WholeList.of(
                        "sessions",
                        (atMost, before) ->
                                listing.list(colleague, wanted, atMost, before).sessions())
                .column("CRN", Listed::crn)
                .column("Day", Listed::on)
                .column("From", Listed::start)
                .column("To", Listed::end)
                .column("Project", Listed::projectName)
                .column("Project code", Listed::projectCode)
                .column(
                        "State",
                        session -> session.state() == null
                                ? "Limited access"
                                : session.state().label());
    }

    /** A day that was entered counts before all else; the sessions of a project are those of today. */
    private static SessionsWanted wanted(String when, LocalDate day, String project, String pdu) {
        When otherwise = project.isBlank() ? When.WAITING : When.TODAY;
        When chosen = day != null ? When.DAY : When.of(when, otherwise);
        return new SessionsWanted(chosen == When.DAY && day == null ? otherwise : chosen, day, project, pdu);
    }

    private static String address(SessionsWanted wanted) {
        return FilteredAddress.of("/upw/sessions")
                .with("when", wanted.when() == When.DAY ? "" : wanted.when().word())
                .with("day", wanted.day() == null ? "" : wanted.day().toString())
                .with("project", wanted.project())
                .with("pdu", wanted.pdu())
                .toString();
    }
}
