package uk.gov.justice.probation.devolution.termination.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PRACTITIONER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.PSO;
import static uk.gov.justice.probation.devolution.security.Role.SPO;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Line;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Queue;
import uk.gov.justice.probation.devolution.termination.RecordingCaseEvents;
import uk.gov.justice.probation.devolution.termination.Reopening;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.RefusedAs;

@Allows(
        value = {PSC_SERVICE_OWNER, PSC_MANAGER, CASE_ADMIN, PSO, SPO, PRACTITIONER, HEAD_OF_OPERATIONS, DATA_LEAD},
        of = Of.CASE)
@RestController
@RequestMapping(path = "/api/terminations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Terminations")
class TerminationApi {
    private static final int PAGE_SIZE = 200;

    /** An event that ends a case. */
    record CaseEvent(
            @Schema(description = "DIED, RECALLED, REVOKED, DEPORTED or TRANSFERRED_OUT", example = "DIED")
            String type,

            @Schema(example = "2026-11-22") LocalDate occurredOn) {}

    /** Why a case is reopened. It is kept encrypted. */
    record Reopen(
            @Schema(example = "The court's revocation was of another order")
            String reason) {}

    /** @param news false if it had been recorded before and nothing changed */
    record Recorded(String crn, int eventNumber, boolean news) {}

    /** The termination that was undone. */
    record Reopened(long terminationId) {}

    private final ListingTerminations listing;
    private final RecordingCaseEvents recording;
    private final Reopening reopening;
    private final SignedIn signedIn;

    TerminationApi(ListingTerminations listing, RecordingCaseEvents recording, Reopening reopening, SignedIn signedIn) {
        this.listing = listing;
        this.recording = recording;
        this.reopening = reopening;
        this.signedIn = signedIn;
    }

    @GetMapping
    @Operation(
            summary = "A queue of terminations, 200 a page, by due date, earliest first",
            description = "For a limited-access case that you cannot see, only the CRN.")
    List<Line> all(
            @Parameter(description = "Which queue", example = "BLOCKED") @RequestParam(defaultValue = "OPEN")
                    Queue state,
            @Parameter(example = "NW") @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "1") int page) {
        return listing.list(state, region, signedIn.colleague(), PAGE_SIZE, new PageAsked(page, PAGE_SIZE).before())
                .lines();
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, PSO, SPO, PRACTITIONER, DATA_LEAD},
            of = Of.CASE)
    @PostMapping(path = "/{crn}/{eventNumber}/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RefusedAs("The event was not recorded")
    @Operation(
            summary = "Reports a death, recall, revocation, deportation or transfer out",
            description =
                    "Whatever must stop stops at once, even if a task is open. Reporting it again changes nothing. A death or deportation ends every event of the person.")
    Recorded tell(@PathVariable String crn, @PathVariable int eventNumber, @RequestBody CaseEvent event) {
        return new Recorded(
                crn,
                eventNumber,
                recording.record(crn, eventNumber, event.type(), event.occurredOn(), signedIn.colleague()));
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, CASE_ADMIN, SPO},
            of = Of.CASE)
    @PostMapping(path = "/{crn}/{eventNumber}/reopen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RefusedAs("The case was not reopened")
    @Operation(
            summary = "Reopens a case",
            description =
                    "Restores everything its last termination closed. If that was a death or deportation, the person's other events that it ended are reopened too. For case administrators and senior probation officers.")
    Reopened reopen(@PathVariable String crn, @PathVariable int eventNumber, @RequestBody Reopen request) {
        return new Reopened(reopening.reopen(crn, eventNumber, request.reason(), signedIn.colleague()));
    }
}
