package uk.gov.justice.probation.devolution.handover.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.audit.ReadingAudit;
import uk.gov.justice.probation.devolution.handover.CaseLists;
import uk.gov.justice.probation.devolution.handover.CaseLists.Item;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.HandoverStory;
import uk.gov.justice.probation.devolution.handover.TakingBackGo;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.WholeList;

@Allows(of = Of.EVERYTHING, everyRole = true)
@Controller
@RequestMapping("/handovers/{id}")
class HandoverPages {
    private static final Map<String, String> STATES = Map.of(
            "IN_SCOPE", "In scope",
            "MOVED", "Moved",
            "CHANGED", "Changed, waits for a decision",
            "LEFT", "Left with a reason",
            "RETURNED", "Brought back",
            "RELEASED", "Released");

    private final HandoverOverview overview;
    private final CaseLists cases;
    private final ReadingAudit audit;
    private final TakingBackGo takingBack;
    private final HandoverStory story;
    private final SignedIn signedIn;

    HandoverPages(
            HandoverOverview overview,
            CaseLists cases,
            ReadingAudit audit,
            TakingBackGo takingBack,
            HandoverStory story,
            SignedIn signedIn) {
        this.overview = overview;
        this.cases = cases;
        this.audit = audit;
        this.takingBack = takingBack;
        this.story = story;
        this.signedIn = signedIn;
    }

    @ModelAttribute(name = "handover", binding = false)
    HandoverReport handover(@PathVariable long id) {
        return AskedHandover.of(id, overview);
    }

    @GetMapping
    String one(@ModelAttribute("handover") HandoverReport handover, Model model) {
        Colleague colleague = signedIn.colleague();
        boolean readsAudit = ReadingAudit.mayRead(colleague, handover.region().code());
        model.addAttribute("story", story.of(handover));
        model.addAttribute("batches", overview.batches(handover.id()));
        model.addAttribute("readsCases", cases.mayRead(handover, colleague));
        model.addAttribute("readsAudit", readsAudit);
        model.addAttribute(
                "takesBack",
                takingBack.isFor(colleague, handover.region().code())
                        && takingBack.whyNot(handover.id()).isEmpty());
        if (readsAudit) model.addAttribute("audit", audit.about(handover.subject(), colleague));
        return "handover/handover";
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PSC_MANAGER, HEAD_OF_OPERATIONS, DATA_LEAD},
            of = Of.REGION)
    @GetMapping("/inventory")
    String inventory(
            @ModelAttribute("handover") HandoverReport handover,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Colleague colleague = signedIn.colleague();
        model.addAttribute("page", cases.inventory(handover, page, colleague));
        model.addAttribute("states", STATES);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of(
                                "cases-of-" + handover.planRowId(),
                                (atMost, before) -> cases.inventory(handover, colleague, atMost, before))
                        .column("CRN", Item::crn)
                        .column("Limited access", Item::limitedAccess)
                        .column("Event", Item::eventNumber)
                        .column("Service", Item::service)
                        .column("Delivery unit", Item::pdu)
                        .column("Team", Item::team)
                        .column("Open work", Item::workInProgress)
                        .column("State", item -> STATES.getOrDefault(item.state(), item.state())));
        return "handover/inventory";
    }
}
