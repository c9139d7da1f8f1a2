package uk.gov.justice.probation.devolution.camunda.migration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface MigrationRepository extends LockingRepository<Migration, Long> {

    Migration save(Migration migration);

    Optional<Migration> findById(Long id);

    List<Migration> findByIdIn(Collection<Long> ids);

    List<Migration> findTop50ByOrderByIdDesc();

    List<Migration> findByStateOrderById(MigrationState state);

    boolean existsByFromDefinitionAndStateIn(long fromDefinition, Collection<MigrationState> states);

    boolean existsByTakesBack(Long id);
}
