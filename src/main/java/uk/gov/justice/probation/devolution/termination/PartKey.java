package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Identifies a part of a case. */
@Embeddable
record PartKey(
        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        CasePart.Kind kind,

        String reference) {

    static PartKey of(CasePart part) {
        return new PartKey(part.kind(), part.reference());
    }

    String text() {
        return kind + "-" + reference;
    }
}
