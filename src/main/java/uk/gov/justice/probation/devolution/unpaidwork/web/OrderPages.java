package uk.gov.justice.probation.devolution.unpaidwork.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PLACEMENT_COORDINATOR;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.RiskOfSeriousHarm;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders.Line;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders.Listed;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders.Reason;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrderFile;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersWanted;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.Urgency;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.AdjustingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.TravelCap;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.DayEntered;
import uk.gov.justice.probation.devolution.web.FilteredAddress;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * The orders of a region, and the page of each: its minutes, its forecast, its sessions, what followed from failures,
 * and its letters.
 */
@Allows(
        value = {
            PSC_SERVICE_OWNER,
            CASE_ADMIN,
            PSO,
            SPO,
            PRACTITIONER,
            PLACEMENT_COORDINATOR,
            UPW_SUPERVISOR,
            HEAD_OF_OPERATIONS,
            DATA_LEAD
        },
        of = Of.CASE)
@Controller
@RequestMapping("/upw/orders")
class OrderPages {
    private static final int PAGE_SIZE = 50;

    /** What was entered on an order's page. {@code until} is null if nothing was. */
    record Entered(String session, String minutes, DayEntered until) {
        static final Entered NOTHING = new Entered("", "", DayEntered.NOTHING);
    }

    /** A day in three fields. */
    record ExtensionForm(DayEntered until) {}

    private final ReadingOrders reading;
    private final ListingOrders listing;
    private final Orders orders;
    private final AdjustingMinutes adjusting;
    private final FollowingOrders following;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    OrderPages(
            ReadingOrders reading,
            ListingOrders listing,
            Orders orders,
            AdjustingMinutes adjusting,
            FollowingOrders following,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.reading = reading;
        this.listing = listing;
        this.orders = orders;
        this.adjusting = adjusting;
        this.following = following;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String urgent,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String pdu,
            @RequestParam(defaultValue = "") String risk,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String crn,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Colleague colleague = signedIn.colleague();
        if (!listing.hasPart(colleague)) {
            throw new NotAllowedException(
                    "Only colleagues who work with unpaid work see its orders. You are signed in as %s."
                            .formatted(colleague.userName()));
        }
        OrdersWanted wanted = new OrdersWanted(Urgency.of(urgent), state, pdu, risk, project, crn);
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        Listed listed = listing.list(colleague, wanted, PAGE_SIZE, asked.before());
        model.addAttribute("listed", listed);
        model.addAttribute("wanted", wanted);
        model.addAttribute("states", OrderState.values());
        model.addAttribute("risks", RiskOfSeriousHarm.values());
        model.addAttribute("pdus", listing.pdus(colleague));
        model.addAttribute("address", address(wanted));
        model.addAttribute("elsewhere", address(wanted.urgency(Urgency.ANY)));
        model.addAttribute("showing", asked.showing(listed.total()));
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(listed.total()));
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(colleague, wanted));
        return "unpaidwork/orders";
    }

    private WholeList<Line> wholeList(Colleague colleague, OrdersWanted wanted) {
        return WholeList.of(
                        "orders",
                        (atMost, before) ->
                                listing.list(colleague, wanted, atMost, before).lines())
                .column("CRN", Line::crn)
                .column("Order", line -> line.orderId() == null ? "Limited access" : line.text())
                .column(
                        "Why it is urgent",
                        line -> line.reasons().stream().map(Reason::words).collect(Collectors.joining("; ")))
                .column(
                        "State",
                        line -> line.state() == null ? null : line.state().label())
                .column("Minutes left to work", Line::minutesLeft)
                .column("Last day", Line::lastDay)
                .column("Delivery unit", Line::pduName)
                .column("Project", Line::projectName);
    }

    private static String address(OrdersWanted wanted) {
        return FilteredAddress.of("/upw/orders")
                .with(
                        "urgent",
                        wanted.urgency() == Urgency.ANY ? "" : wanted.urgency().word())
                .with("state", wanted.state())
                .with("pdu", wanted.pdu())
                .with("risk", wanted.risk())
                .with("project", wanted.project())
                .with("crn", wanted.crn())
                .toString();
    }

    @Allows(
            value = {
                PSC_SERVICE_OWNER,
                CASE_ADMIN,
                PSO,
                SPO,
                PRACTITIONER,
                PLACEMENT_COORDINATOR,
                UPW_SUPERVISOR,
                HEAD_OF_OPERATIONS,
                DATA_LEAD
            },
            of = Of.CASE,
            staff = true)
    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        return show(id, Entered.NOTHING, Map.of(), model);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, UPW_SUPERVISOR},
            of = Of.CASE)
    @AskedOnceMore("After this, the travel time cannot be taken off again.")
    @PostMapping("/{id}/travel")
    String travel(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String minutes,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            OrderFile before = reading.file(id, signedIn.colleague());
            return onceMore.ask(
                    () -> adjusting.travel(id, whole(session), whole(minutes), signedIn.colleague()),
                    counted -> check(before, whole(minutes), counted),
                    counted -> {
                        redirect.addFlashAttribute(
                                "notice", "%s of travel time count.".formatted(HoursInWords.of(counted)));
                        return "redirect:/upw/orders/{id}";
                    },
                    model);
        } catch (BreaksRules | Frozen refused) {
            return again(
                    id,
                    new Entered(session, minutes, DayEntered.NOTHING),
                    refused.problems("minutes"),
                    model,
                    response);
        }
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PSO, SPO, PRACTITIONER},
            of = Of.CASE)
    @AskedOnceMore("Another decision of the court can extend the order again, but not shorten it.")
    @PostMapping("/{id}/extension")
    String extend(
            @PathVariable long id,
            @ModelAttribute ExtensionForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DayEntered until = form.until() == null ? DayEntered.NOTHING : form.until();
        try {
            OrderFile before = reading.file(id, signedIn.colleague());
            return onceMore.ask(
                    () -> following.extend(id, until.date(), signedIn.colleague()),
                    () -> check(before, until.date()),
                    () -> {
                        redirect.addFlashAttribute(
                                "notice", "The order now runs until %s.".formatted(Deadlines.inWords(until.date())));
                        return "redirect:/upw/orders/{id}";
                    },
                    model);
        } catch (BreaksRules refused) {
            return again(id, new Entered("", "", until), refused.problems("until-day"), model, response);
        }
    }

    /**
     * The file is read first, so that a look at a limited-access case stays in the audit trail even if nothing is
     * changed.
     */
    private Check check(OrderFile before, int entered, int counted) {
        Order after = orders.get(before.order().id());
        return Check.before(
                        "Count %s of travel time?".formatted(HoursInWords.of(counted)),
                        "Count the travel time",
                        "/upw/orders/%d".formatted(after.id()))
                .fact("CRN", before.probationCase().crn())
                .fact("Minutes you entered", entered)
                .fact("Minutes that count", counted)
                .fact("Time then left to work", HoursInWords.of(after.minutesOrdered() - after.minutesCredited()))
                .then("They count at once, and the sessions of the order are planned again.")
                .then("At most %d minutes count at a time, and never more than is left.".formatted(TravelCap.MOST));
    }

    private static Check check(OrderFile before, LocalDate until) {
        return Check.before(
                        "Let the order run until %s?".formatted(Deadlines.inWords(until)),
                        "Extend the order",
                        "/upw/orders/%d".formatted(before.order().id()))
                .fact("CRN", before.probationCase().crn())
                .fact("Current last day", Deadlines.inWords(before.progress().lastDay()))
                .fact("New last day", Deadlines.inWords(until))
                .then("Reminders, forecasts and the end of the order follow the new last day at once.");
    }

    private String again(
            long id, Entered entered, Map<String, String> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(id, entered, problems, model);
    }

    private String show(long id, Entered entered, Map<String, String> problems, Model model) {
        OrderFile file = reading.file(id, signedIn.colleague());
        model.addAttribute("file", file);
        model.addAttribute("entered", entered);
        model.addAttribute("travelledTo", file.tasks().adjustTravel() ? adjusting.travelledTo(id) : List.of());
        model.addAttribute("problems", problems);
        return "unpaidwork/order";
    }

    private static int whole(String entered) {
        try {
            return Integer.parseInt(entered.strip());
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
