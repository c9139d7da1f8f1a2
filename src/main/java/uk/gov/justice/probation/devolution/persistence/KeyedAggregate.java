package uk.gov.justice.probation.devolution.persistence;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/**
 * An aggregate whose key comes from elsewhere, such as a staff number. It knows itself whether it is new. Otherwise
 * saving a new one would first look for it, and would overwrite an existing one.
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
