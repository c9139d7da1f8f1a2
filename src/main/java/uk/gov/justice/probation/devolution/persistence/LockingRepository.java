package uk.gov.justice.probation.devolution.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** A repository whose entities can be held until the transaction ends, so that whoever changes the same one comes after, and reads it as it then is. */
@NoRepositoryBean
public interface LockingRepository<T, ID> extends Repository<T, ID> {

  /**
   * The entity as it is in the database now, also if this transaction has read it before. What was changed in it already is written first.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed here on a reading that is no longer true, or is gone since it was read
   */
  Optional<T> lockById(ID id);

  /** As {@link #lockById} for several, which are held one after the other in the order of their keys: two who need the same ones cannot wait for each other. Those that are not there are left out. */
  List<T> lockAllById(Collection<ID> ids);

  /** Writes what was changed in the entity and forgets it, so that thousands can follow one another in one transaction: each statement looks at all that are known (ADR 67). */
  void letGo(ID id);
}
