package uk.gov.justice.probation.devolution.programme.web;

import static uk.gov.justice.probation.devolution.security.Role.PROGRAMME;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.programme.LaunchedProgramme;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview;
import uk.gov.justice.probation.devolution.programme.ProgrammeReport;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.RefusedAs;

@Allows(of = Of.EVERYTHING, everyRole = true)
@RestController
@RequestMapping(path = "/api/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Programmes")
class ProgrammeApi {

    /**
     * {@code baseDate} is the day on which the plan's first window opens. It is required, because leaving it out by
     * mistake would launch everything with dates long past.
     */
    record LaunchRequest(
            @NotNull(
                    message =
                            "Give the day on which the plan's first window opens. To keep the plan's own dates, give the day of its first window.")
            @Schema(
                    description = "The day on which the plan's first window opens; the plan's own for its own dates",
                    example = "2026-11-23")
            LocalDate baseDate,

            @Schema(example = "[\"NW\"]") @NotEmpty(message = "Name at least one region.")
            List<@NotBlank(message = "A region cannot be empty.") String> regions) {}

    private final Programmes programmes;
    private final ProgrammeOverview overview;
    private final SignedIn signedIn;

    ProgrammeApi(Programmes programmes, ProgrammeOverview overview, SignedIn signedIn) {
        this.programmes = programmes;
        this.overview = overview;
        this.signedIn = signedIn;
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, PROGRAMME},
            of = Of.REGION)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @RefusedAs(value = "The plan was not launched", taken = "The region is running already")
    @Operation(
            summary = "Launches the plan for regions",
            description =
                    "All of them or none. If a region is already running the answer is 409; if the plan cannot be launched, 422 with every reason.")
    ResponseEntity<ProgrammeReport> launch(@Valid @RequestBody LaunchRequest request) {
        LaunchedProgramme launched = programmes.launch(request.baseDate(), request.regions(), signedIn.colleague());
        return ResponseEntity.created(URI.create("/api/programmes/" + launched.id()))
                .body(one(launched.id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One launch of the plan: its regions, and the state of each of their rows")
    ProgrammeReport one(@PathVariable long id) {
        return overview.find(id)
                .orElseThrow(() -> Problem.notFound(
                        "There is no programme %d. POST /api/programmes answers with the number of the one it launched."
                                .formatted(id)));
    }
}
