package uk.gov.justice.probation.devolution.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * A repository whose entities can be locked until the transaction ends, so that changes to the same one follow one
 * another and each reads the result of the last.
 */
@NoRepositoryBean
public interface LockingRepository<T, ID> extends Repository<T, ID> {

    /**
     * The entity as it is in the database now, also if this transaction has read it before. What was changed in it
     * already is written first.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed here on a reading that is no
     *     longer true, or is gone since it was read
     */
    Optional<T> lockById(ID id);

    /**
     * As {@link #lockById} for several, locked one after the other in the order of their keys, so that no deadlock can
     * arise. Missing ones are left out.
     */
    List<T> lockAllById(Collection<ID> ids);

    /**
     * Writes what was changed in the entity and forgets it, so that thousands can follow one another in one
     * transaction: each statement checks all known entities (ADR 67).
     */
    void letGo(ID id);
}
