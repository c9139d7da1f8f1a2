package uk.gov.justice.probation.devolution.unpaidwork.web;

import static java.lang.Boolean.TRUE;
import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.RefusedAs;

/** The outcomes of unpaid work sessions. */
@Allows(
        value = {PSC_SERVICE_OWNER, CASE_ADMIN, UPW_SUPERVISOR},
        of = Of.CASE)
@RestController
@RequestMapping(path = "/api/upw/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Unpaid work")
class SessionApi {

    record OutcomeRequest(
            @NotBlank(message = "Name the session by its reference.") @Schema(example = "UPW-12-2026-11-24")
            String sessionReference,

            @NotBlank(message = "Name the contact outcome by its code.") @Schema(example = "ATTC")
            String outcomeCode,

            @Schema(
                    description = "When the person started work; as planned if left out",
                    type = "string",
                    example = "09:00")
            LocalTime startTime,

            @JsonDeserialize(using = EndOfSession.class)
            @Schema(
                    description =
                            "When the person finished; as planned if left out. A time before the start is on the next day, and 24:00 is midnight",
                    type = "string",
                    example = "16:00")
            LocalTime endTime,

            @Min(value = 0, message = "The minutes taken off cannot be below 0.")
            @Schema(description = "Minutes taken off", example = "0")
            Integer penaltyMinutes,

            @Schema(example = "GOOD") String quality,
            @Schema(example = "GOOD") String behaviour,

            @Schema(description = "Kept encrypted; under 4,000 characters")
            String notes,

            @Schema(description = "Once true it stays so") Boolean sensitive,

            @Schema(description = "Whether the person gave a reason for a failure")
            Boolean explained,

            @Schema(description = "A failure that goes to breach at once")
            Boolean verySerious,

            @NotNull(message = "Name the version the session was read at.") @Schema(example = "1")
            Integer version) {

        Outcome outcome() {
            return new Outcome(
                    outcomeCode,
                    startTime,
                    endTime,
                    penaltyMinutes == null ? 0 : penaltyMinutes,
                    quality,
                    behaviour,
                    notes,
                    TRUE.equals(sensitive),
                    TRUE.equals(explained),
                    TRUE.equals(verySerious),
                    version);
        }

        /** Leaves out what it says about a person. */
        @Override
        public String toString() {
            return "OutcomeRequest[sessionReference=%s]".formatted(sessionReference);
        }
    }

    record OutcomeTaken(
            long sessionId,
            String sessionReference,
            SessionState state,
            String recordedBy,
            Instant recordedAt,
            @Schema(description = "The version from now on") int version) {}

    private final RecordingOutcomes recording;
    private final Sessions sessions;
    private final SignedIn signedIn;

    SessionApi(RecordingOutcomes recording, Sessions sessions, SignedIn signedIn) {
        this.recording = recording;
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @RefusedAs(value = "The outcome breaks rules of a session", taken = "The session has its outcome")
    @Operation(
            summary = "Records the outcome of a session, once",
            description =
                    "By a supervisor of the case's region or a case administrator of the unit that does its unpaid work. What follows from it (minutes, another session, enforcement) is done by its process.")
    @ApiResponse(responseCode = "200", description = "The outcome is recorded")
    @ApiResponse(responseCode = "409", description = "Somebody else was first: the detail says who and when")
    @ApiResponse(responseCode = "422", description = "The outcome breaks rules of a session: errors says which")
    OutcomeTaken record(@Valid @RequestBody OutcomeRequest request) {
        Session session = sessions.find(request.sessionReference())
                .orElseThrow(() -> Problem.notFound(
                        "There is no session with the reference '%s'.".formatted(request.sessionReference())));
        Session recorded = recording.record(session.id(), request.outcome(), signedIn.colleague());
        return new OutcomeTaken(
                recorded.id(),
                recorded.reference(),
                recorded.state(),
                recorded.recordedBy(),
                recorded.recordedAt(),
                recorded.version());
    }
}
