package uk.gov.justice.probation.devolution.consultation.union;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A recognised union. Each consultation asks all of them. */
@Entity
@Immutable
public class TradeUnion {
    @Id
    private String code;

    private String name;
    private String slug;

    protected TradeUnion() {}

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    /** The suffix of its representatives' group names. */
    public String slug() {
        return slug;
    }
}
