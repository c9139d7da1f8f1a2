package uk.gov.justice.probation.devolution.camunda.migration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface MigrationRepository extends LockingRepository<Migration, Long> {

    Migration save(Migration migration);

    /** @throws org.springframework.dao.DataIntegrityViolationException if another is under way from the same version */
    Migration saveAndFlush(Migration migration);

    Optional<Migration> findById(Long id);

    List<Migration> findByIdIn(Collection<Long> ids);

    List<Migration> findTop50ByOrderByIdDesc();

    List<Migration> findByStateOrderById(MigrationState state);

    boolean existsByUnderWayFrom(long definition);

    boolean existsByTakesBack(Long id);
}
