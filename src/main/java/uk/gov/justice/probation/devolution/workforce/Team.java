package uk.gov.justice.probation.devolution.workforce;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A team of a unit, from the reference tables. */
@Entity
@Immutable
class Team {
    @Id
    private String code;

    private String kind;
    private String unitCode;

    protected Team() {}
}
