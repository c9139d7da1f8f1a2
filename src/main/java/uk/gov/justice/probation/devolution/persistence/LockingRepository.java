package uk.gov.justice.probation.devolution.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * A repository whose entities can be locked until the transaction ends, so that changes to the same one happen one
 * after the other and each sees the result of the last.
 */
@NoRepositoryBean
public interface LockingRepository<T, ID> extends Repository<T, ID> {

    /**
     * The entity as it is in the database now, even if this transaction has read it before. Changes already made to it
     * are written first.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed here based on outdated data,
     *     or has disappeared since it was read
     */
    Optional<T> lockById(ID id);

    /**
     * Like {@link #lockById} for several entities, locked in the order of their keys so that no deadlock can arise.
     * Missing ones are left out.
     */
    List<T> lockAllById(Collection<ID> ids);

    /**
     * Writes changes to the entity and forgets it, so that one transaction can process thousands: each statement checks
     * all known entities (ADR 0067).
     */
    void letGo(ID id);
}
