package uk.gov.justice.probation.devolution.casesystem.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_MANAGER;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.casesystem.Manifest;
import uk.gov.justice.probation.devolution.casesystem.Manifests;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;

@Allows(
        value = {PSC_SERVICE_OWNER, PSC_MANAGER, HEAD_OF_OPERATIONS, DATA_LEAD},
        of = Of.REGION)
@RestController
@RequestMapping("/api/manifests/{handoverId}")
@Tag(name = "Manifests")
class ManifestApi {

    record ManifestJson(
            String planRowId,
            String region,
            Instant madeAt,
            int moved,
            int left,
            int returned,
            String sha256,
            int delivered,
            int waiting) {
        static ManifestJson of(HandoverReport handover, Manifests.Reported reported) {
            Manifest manifest = reported.manifest();
            return new ManifestJson(
                    handover.planRowId(),
                    handover.region().code(),
                    manifest.madeAt().toInstant(ZoneOffset.UTC),
                    manifest.moved(),
                    manifest.leftBehind(),
                    manifest.returned(),
                    manifest.sha256(),
                    reported.delivered(),
                    reported.waiting());
        }
    }

    private final AskedManifest asked;

    ManifestApi(AskedManifest asked) {
        this.asked = asked;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What a handover moved, left and brought back",
            description =
                    "Its number is the id in GET /api/handovers. It is made once both units have signed, or the handover is called off.")
    ManifestJson manifest(@PathVariable long handoverId) {
        HandoverReport handover = asked.handover(handoverId);
        return ManifestJson.of(handover, asked.manifest(handover));
    }

    @GetMapping(path = "/file", produces = "text/csv")
    @Operation(
            summary = "The cases of a manifest as CSV",
            description =
                    "Its SHA-256 is the one of the manifest, unless the access to somebody in it was limited after it was made.")
    ResponseEntity<byte[]> file(@PathVariable long handoverId) {
        return asked.file(asked.handover(handoverId));
    }
}
