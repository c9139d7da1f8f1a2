package uk.gov.justice.probation.devolution.camunda;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface TaskOfBeforeRepository extends LockingRepository<TaskOfBefore, Long> {

    TaskOfBefore saveAndFlush(TaskOfBefore task);

    Optional<TaskOfBefore> findById(long key);

    List<TaskOfBefore> findByProcessIdAndChosenIsNotNull(String process);

    List<TaskOfBefore> findByChosenIsNullAndLastAtGreaterThanEqualOrderByFirstAtAscElementInstanceKeyAsc(
            LocalDateTime since);

    long countByChosenIsNullAndLastAtGreaterThanEqual(LocalDateTime since);

    void deleteByElementInstanceKey(long key);

    void deleteByLastAtBefore(LocalDateTime then);
}
