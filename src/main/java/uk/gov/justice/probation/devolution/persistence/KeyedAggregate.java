package uk.gov.justice.probation.devolution.persistence;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/**
 * An aggregate whose key comes from elsewhere, such as a staff number. It knows itself whether it is new: otherwise a
 * new one would be looked for before it is inserted, and one that is there already would be written over.
 */
@MappedSuperclass
public abstract class KeyedAggregate<K> extends Aggregate implements Persistable<K> {
    @Transient
    private boolean known;

    @Override
    public boolean isNew() {
        return !known;
    }

    @PostLoad
    @PostPersist
    void isKnown() {
        known = true;
    }
}
