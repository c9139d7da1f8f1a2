package uk.gov.justice.probation.devolution.audit.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.audit.AuditTrail.Entry;
import uk.gov.justice.probation.devolution.audit.ReadingAudit;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;

@Allows(
        value = {PSC_SERVICE_OWNER, DATA_LEAD, HEAD_OF_OPERATIONS, RPD},
        of = Of.REGION)
@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Audit")
class AuditApi {

    record EntryJson(
            Instant at,
            String actor,
            String action,
            String subject,
            String region,
            @JsonRawValue @Schema(type = "object") String facts) {
        static EntryJson of(Entry entry) {
            return new EntryJson(
                    entry.at(), entry.actor(), entry.action(), entry.subject(), entry.regionCode(), entry.facts());
        }
    }

    private final ReadingAudit audit;
    private final SignedIn signedIn;

    AuditApi(ReadingAudit audit, SignedIn signedIn) {
        this.audit = audit;
        this.signedIn = signedIn;
    }

    @GetMapping
    @Operation(summary = "Who did and saw what, oldest first")
    List<EntryJson> about(@Parameter(example = "handover/12") @RequestParam String subject) {
        return audit.about(subject, signedIn.colleague()).stream()
                .map(EntryJson::of)
                .toList();
    }
}
