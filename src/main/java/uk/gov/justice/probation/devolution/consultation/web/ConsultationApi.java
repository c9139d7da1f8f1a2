package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.People;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations.Launched;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.consultation.outcome.Report;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.RefusedAs;

@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@RestController
@RequestMapping(path = "/api/consultations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Consultations")
class ConsultationApi {

    /** What HR enters to launch a consultation; see {@link Launch}. */
    record LaunchRequest(
            @Schema(
                    description =
                            "Its name, which no other consultation has; if left out, its unit or region and the month",
                    example = "Case administration in Liverpool")
            String name,

            @NotBlank(message = "Name the region: '' is not a region of the programme.") @Schema(example = "NW")
            String regionCode,

            @NotBlank(message = "Name the unit whose staff are consulted, or ALL for everybody in the region.")
            @Schema(description = "Whose staff; ALL is everybody in the region", example = "PSC_LIVERPOOL")
            String unitCode,

            @Schema(description = "Only people based at these sites; if left out, all sites", example = "[\"NW_10\"]")
            List<String> sites,

            @Schema(description = "Only these grades; if left out, all grades", example = "[\"CA\",\"PSO\"]")
            List<String> grades,

            @Schema(
                    description =
                            "DRAW: an honest draw, also if left out. GREEDY: most first choices. GENEROUS: fewest low choices. BALANCED: best overall",
                    example = "DRAW")
            String objective,

            @Schema(description = "How many places each person may rank, 1 to 5; in a draw every place", example = "5")
            Integer maxChoices,

            @Schema(description = "How many minutes a journey may take each way, 1 to 240", example = "90")
            Integer mobilityLimitMinutes,

            @Schema(
                    description = "The last day to rank places; if left out, as the setting says",
                    example = "2027-02-26")
            LocalDate preferencesCloseOn) {

        Launch launch() {
            return new Launch(
                    name,
                    regionCode,
                    unitCode,
                    sites,
                    grades,
                    objective,
                    maxChoices,
                    mobilityLimitMinutes,
                    preferencesCloseOn);
        }
    }

    /** The state of a union: FEEDBACK, APPROVED_WITHOUT or AWAITED. */
    record UnionStanding(String name, String standing) {}

    /** {@code report} is null until the consultation is closed. Dates that are not set yet are null. */
    record Standing(
            long id,
            String regionCode,
            String unitCode,
            List<String> sites,
            List<String> grades,
            String title,
            String state,
            String objective,
            int maxChoices,
            int mobilityLimitMinutes,
            Instant launchedAt,
            LocalDate unionsCloseOn,
            List<UnionStanding> unions,
            Instant individualStageAt,
            People people,
            Instant preferencesCloseAt,
            Instant appealsCloseAt,
            Instant closedAt,
            Report report) {}

    private final LaunchingConsultations launching;
    private final ConsultationOverview overview;
    private final ClosingConsultations closing;
    private final ConsultationLookup lookup;
    private final SignedIn signedIn;

    ConsultationApi(
            LaunchingConsultations launching,
            ConsultationOverview overview,
            ClosingConsultations closing,
            ConsultationLookup lookup,
            SignedIn signedIn) {
        this.launching = launching;
        this.overview = overview;
        this.closing = closing;
        this.lookup = lookup;
        this.signedIn = signedIn;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @RefusedAs(value = "The consultation was not launched", taken = "Somebody takes part already")
    @Operation(
            summary = "Launches a consultation of the staff the database knows",
            description =
                    "For HR of the region. Somebody who takes part in a running one is answered with 409, any other obstacle with 422 and every reason.")
    ResponseEntity<Standing> launch(@Valid @RequestBody LaunchRequest request) {
        return launched(launching.launch(request.launch(), signedIn.colleague()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RefusedAs(value = "The consultation was not launched", taken = "Somebody takes part already")
    @Operation(
            summary = "Launches a consultation of the people in a file",
            description =
                    "The part 'consultation' is JSON as above, the part 'staff' a CSV file as for POST /imports/staff, which is imported first, or one of staff numbers alone. All or nothing: a bad row or a refused launch changes nothing.")
    ResponseEntity<Standing> launch(
            @Valid @RequestPart("consultation") LaunchRequest request, @RequestPart("staff") MultipartFile staff)
            throws IOException {
        try (InputStream csv = staff.getInputStream()) {
            return launched(launching.launch(request.launch(), csv, signedIn.colleague()));
        }
    }

    @Allows(of = Of.EVERYTHING, everyRole = true)
    @GetMapping("/{id}")
    @Operation(summary = "The state of a consultation, with dates and counts")
    Standing one(@PathVariable long id) {
        return standing(lookup.consultation(id, signedIn.colleague()));
    }

    private ResponseEntity<Standing> launched(Launched launched) {
        Facts consultation = launched.consultation();
        return ResponseEntity.created(URI.create("/api/consultations/" + consultation.id()))
                .body(standing(consultation));
    }

    private Standing standing(Facts facts) {
        List<UnionStanding> unions = overview.unions(facts.id()).stream()
                .map(union -> new UnionStanding(
                        union.name(),
                        union.feedback() != null ? "FEEDBACK" : union.isMissing() ? "AWAITED" : "APPROVED_WITHOUT"))
                .toList();
        return new Standing(
                facts.id(),
                facts.regionCode(),
                facts.unitCode(),
                facts.sites(),
                facts.grades(),
                facts.title(),
                facts.state().name(),
                facts.objective(),
                facts.maxChoices(),
                facts.mobilityLimitMinutes(),
                facts.launchedAt(),
                overview.proposals(facts.id()).unionClosesOn(),
                unions,
                facts.individualStageAt(),
                overview.people(facts.id()),
                facts.preferencesCloseAt(),
                facts.appealsCloseAt(),
                facts.closedAt(),
                closing.report(facts.id()).orElse(null));
    }
}
