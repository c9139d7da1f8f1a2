package uk.gov.justice.probation.devolution.preferencing.fairness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** From what the tables of a consultation are made, sealed. Lock the round before changing it. */
@Entity
@Table(name = "fairness_basis")
class KeptBasis extends KeyedAggregate<Long> {
    @Id
    private Long consultationId;

    @Column(name = "basis")
    private byte[] sealed;

    @Version
    private int version;

    protected KeptBasis() {}

    KeptBasis(long consultationId, byte[] sealed) {
        this.consultationId = consultationId;
        this.sealed = sealed;
    }

    void become(byte[] sealed) {
        this.sealed = sealed;
    }

    byte[] sealed() {
        return sealed;
    }

    @Override
    public Long getId() {
        return consultationId;
    }
}
