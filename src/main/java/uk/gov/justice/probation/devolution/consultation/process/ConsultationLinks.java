package uk.gov.justice.probation.devolution.consultation.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links from task forms to the pages of a consultation. */
@Component
class ConsultationLinks {
    private final String base;

    ConsultationLinks(@Value("${devolution.console-url}") String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    String consultation(long consultationId) {
        return "%s/consultations/%d".formatted(base, consultationId);
    }

    String people(long consultationId) {
        return consultation(consultationId) + "/people";
    }

    String oneToOne(long memberId) {
        return "%s/people/%d/one-to-one".formatted(base, memberId);
    }
}
