package uk.gov.justice.probation.devolution.preferencing.allocating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.preferencing.allocating.FixedRows.AtClosing;

/** Keeps what everybody asked for by closing, as JSON. */
@Component
class KeptRows {
    private final ClosingRowsRepository kept;
    private final ObjectMapper json;
    private final Clock clock;

    KeptRows(ClosingRowsRepository kept, ObjectMapper json, Clock clock) {
        this.kept = kept;
        this.json = json;
        this.clock = clock;
    }

    Optional<AtClosing> find(long consultationId) {
        return kept.findById(consultationId)
                .map(rows -> new AtClosing(rows.people(), rows.root(), request(rows.request())));
    }

    void keep(long consultationId, String root, AllocationRequest request) {
        kept.save(new ClosingRows(
                consultationId, clock.instant(), request.applicants().size(), root, written(request)));
    }

    private AllocationRequest request(String rows) {
        try {
            return json.readValue(rows, RecordedRequest.class).request();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rows at closing cannot be read", e);
        }
    }

    private String written(AllocationRequest request) {
        try {
            return json.writeValueAsString(RecordedRequest.of(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rows at closing cannot be written as JSON", e);
        }
    }
}
