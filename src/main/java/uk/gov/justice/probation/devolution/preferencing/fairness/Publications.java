package uk.gov.justice.probation.devolution.preferencing.fairness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations;

/** Tables that were made. */
@Component
class Publications {
    private final PublicationRepository publications;
    private final Consultations consultations;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    Publications(
            PublicationRepository publications,
            Consultations consultations,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.publications = publications;
        this.consultations = consultations;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Earliest first. */
    List<Publication> of(long consultationId) {
        return publications.findByConsultationIdOrderById(consultationId);
    }

    FairnessTables read(Publication publication) {
        try {
            return json.readValue(publication.tables(), FairnessTables.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The tables %d cannot be read".formatted(publication.id()), e);
        }
    }

    /** @param whatIfRunId null unless they are of a what-if run */
    void publish(long consultationId, Long whatIfRunId, String title, FairnessTables tables, String by) {
        publications.save(new Publication(consultationId, whatIfRunId, title, clock.instant(), written(tables)));
        Consultations.Facts consultation = consultations.get(consultationId);
        audit.record(
                by,
                "FAIRNESS_TABLES_MADE",
                consultation.subject(),
                consultation.regionCode(),
                Map.of(
                        "tables",
                        title,
                        "run",
                        Optional.ofNullable(whatIfRunId).map(Object::toString).orElse("")));
    }

    private String written(FairnessTables tables) {
        try {
            return json.writeValueAsString(tables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Tables cannot be written as JSON", e);
        }
    }
}
