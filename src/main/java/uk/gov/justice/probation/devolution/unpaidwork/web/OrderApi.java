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

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions.Progress;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.RefusedAs;

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
@RestController
@RequestMapping(path = "/api/upw/orders/{crn}/{eventNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Unpaid work")
class OrderApi {

    /** The state of an order, in minutes. Dates and a project that are not known yet are null. */
    record Standing(
            long orderId,
            String requirementId,
            @Schema(example = "SESSIONS") OrderState state,
            boolean waitsForHandover,
            int minutesOrdered,
            int minutesCredited,
            int educationMinutesCredited,
            int minutesRemaining,
            int minutesPlanned,

            @Schema(description = "Minutes that will not be worked by the last day, as sessions are planned now")
            int shortfall,

            LocalDate lastDay,
            String projectCode,
            String frequency,
            LocalDate lastSessionOn,
            int sessionsWithoutOutcome) {}

    /** An event with its orders. */
    record EventStanding(String crn, int eventNumber, List<Standing> orders) {}

    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;
    private final Sessions sessions;
    private final StartingOrders starting;
    private final SignedIn signedIn;

    OrderApi(
            Orders orders,
            Cases cases,
            CaseAccess access,
            Sessions sessions,
            StartingOrders starting,
            SignedIn signedIn) {
        this.orders = orders;
        this.cases = cases;
        this.access = access;
        this.sessions = sessions;
        this.starting = starting;
        this.signedIn = signedIn;
    }

    @GetMapping
    @Operation(
            summary = "The state of an event's unpaid work",
            description = "For people who can see the case. An event without unpaid work has no orders.")
    EventStanding one(@PathVariable String crn, @PathVariable int eventNumber) {
        ProbationCase probationCase = known(crn, eventNumber);
        access.mustSee(probationCase, signedIn.colleague());
        return standing(probationCase);
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PLACEMENT_COORDINATOR},
            of = Of.CASE)
    @PostMapping("/placement")
    @RefusedAs(value = "It was not started", taken = "It runs already")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Starts the unpaid work of an event in its present state",
            description =
                    "For case administration, the placement coordinator and officers of the case's region. If it is already running the answer is 409; any other obstacle with 422.")
    EventStanding start(@PathVariable String crn, @PathVariable int eventNumber) {
        ProbationCase probationCase = known(crn, eventNumber);
        starting.start(crn, eventNumber, signedIn.colleague());
        return standing(probationCase);
    }

    private ProbationCase known(String crn, int eventNumber) {
        return cases.find(crn, eventNumber)
                .orElseThrow(() -> Problem.notFound("There is no CRN %s with event %d.".formatted(crn, eventNumber)));
    }

    private EventStanding standing(ProbationCase probationCase) {
        return new EventStanding(
                probationCase.crn(),
                probationCase.eventNumber(),
                orders.ofCase(probationCase.id()).stream().map(this::standing).toList());
    }

    private Standing standing(Order order) {
        Progress progress = sessions.progress(order.id());
        return new Standing(
                order.id(),
                order.requirementId(),
                order.state(),
                order.waiting(),
                progress.ordered(),
                progress.credited(),
                progress.education(),
                progress.remaining(),
                progress.planned(),
                progress.shortfall(),
                progress.lastDay(),
                order.projectCode(),
                order.frequency() == null ? null : order.frequency().name(),
                progress.lastSession(),
                progress.withoutOutcome());
    }
}
