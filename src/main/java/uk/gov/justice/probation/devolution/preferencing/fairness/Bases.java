package uk.gov.justice.probation.devolution.preferencing.fairness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;

/** Keeps from what tables are made, sealed. */
@Component
class Bases {
    private final KeptBasisRepository kept;
    private final Sealing sealing;
    private final ObjectMapper json;

    Bases(KeptBasisRepository kept, Sealing sealing, ObjectMapper json) {
        this.kept = kept;
        this.sealing = sealing;
        this.json = json;
    }

    Optional<Basis> find(long consultationId) {
        return kept.findById(consultationId).map(row -> opened(consultationId, row));
    }

    void keep(long consultationId, Basis basis) {
        byte[] sealed = sealed(consultationId, basis);
        KeptBasis row = kept.findById(consultationId).orElseGet(() -> new KeptBasis(consultationId, sealed));
        row.become(sealed);
        kept.save(row);
    }

    void forget(long consultationId) {
        kept.deleteById(consultationId);
    }

    private byte[] sealed(long consultationId, Basis basis) {
        try {
            return sealing.seal(json.writeValueAsBytes(basis), place(consultationId))
                    .bytes();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What tables are made from cannot be written as JSON", e);
        }
    }

    private Basis opened(long consultationId, KeptBasis row) {
        try {
            return json.readValue(sealing.open(Sealed.of(row.sealed()), place(consultationId)), Basis.class);
        } catch (IOException e) {
            throw new IllegalStateException("What tables are made from cannot be read", e);
        }
    }

    private static String place(long consultationId) {
        return "preferencing/fairness/" + consultationId;
    }
}
