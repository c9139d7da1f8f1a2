package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.PLACEMENT_COORDINATOR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted.When;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects.Line;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects.Listed;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.web.FilteredAddress;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * The projects of a region, the colleague's own first, and what goes on at each: outcomes missing, today and tomorrow.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PRACTITIONER, PLACEMENT_COORDINATOR, UPW_SUPERVISOR, DATA_LEAD
        },
        of = Of.REGION)
@Controller
@RequestMapping("/upw/projects")
class ProjectPages {
    private static final int PAGE_SIZE = 50;
    private static final int SESSIONS = 25;

    private final ListingProjects listing;
    private final ListingSessions sessions;
    private final SignedIn signedIn;

    ProjectPages(ListingProjects listing, ListingSessions sessions, SignedIn signedIn) {
        this.listing = listing;
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String pdu, @RequestParam(defaultValue = "1") int page, Model model) {
        Colleague colleague = signedIn.colleague();
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        Listed listed = listing.list(colleague, pdu.strip(), PAGE_SIZE, asked.before());
        model.addAttribute("listed", listed);
        model.addAttribute("pdu", pdu.strip());
        model.addAttribute("pdus", listing.pdus(colleague));
        model.addAttribute(
                "address",
                FilteredAddress.of("/upw/projects").with("pdu", pdu.strip()).toString());
        model.addAttribute("showing", asked.showing(listed.total()));
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(listed.total()));
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(colleague, pdu.strip()));
        return "unpaidwork/project-list";
    }

    private WholeList<Line> wholeList(Colleague colleague, String pdu) {
        return WholeList.of(
                        "projects",
                        (atMost, before) ->
                                listing.list(colleague, pdu, atMost, before).lines())
                .column("Code", Line::code)
                .column("Project", Line::name)
                .column("Delivery unit", Line::pduName)
                .column("Without an outcome", Line::waiting)
                .column("Since", Line::oldest)
                .column("Today", Line::today)
                .column("Tomorrow", Line::tomorrow)
                .column("People placed", Line::placed)
                .column("Days", Line::days);
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, Model model) {
        Colleague colleague = signedIn.colleague();
        model.addAttribute("project", listing.one(code, colleague));
        model.addAttribute(
                "keepsRegister",
                colleague.isServiceOwner() || Stream.of(RecordingOutcomes.ROLES).anyMatch(colleague::is));
        model.addAttribute("waiting", of(code, When.WAITING));
        model.addAttribute("today", of(code, When.TODAY));
        model.addAttribute("tomorrow", of(code, When.TOMORROW));
        return "unpaidwork/project";
    }

    private ListingSessions.Page of(String code, When when) {
        return sessions.list(signedIn.colleague(), new SessionsWanted(when, null, code, ""), SESSIONS, 0);
    }
}
