package uk.gov.justice.probation.devolution.preferencing.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links from task forms to the pages of preferencing. */
@Component
class PreferencingLinks {
    private final String base;

    PreferencingLinks(@Value("${devolution.console-url}") String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    String appeal(long appealId) {
        return "%s/appeals/%d".formatted(base, appealId);
    }

    String options(long consultationId) {
        return "%s/consultations/%d/options".formatted(base, consultationId);
    }

    String allocation(long consultationId) {
        return "%s/consultations/%d/allocation".formatted(base, consultationId);
    }

    String ranking(long memberId) {
        return "%s/people/%d/ranking".formatted(base, memberId);
    }

    String circumstances(long memberId) {
        return "%s/people/%d/circumstances".formatted(base, memberId);
    }
}
