package uk.gov.justice.probation.devolution.persistence;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** A repository of rows that are written once and never change. */
@NoRepositoryBean
public interface AppendingRepository<T, ID> extends Repository<T, ID> {

    /** Writes the new row at once and forgets it, so that a transaction may write thousands. */
    void append(T row);
}
