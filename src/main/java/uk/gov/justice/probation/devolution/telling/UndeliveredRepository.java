package uk.gov.justice.probation.devolution.telling;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface UndeliveredRepository extends LockingRepository<Undelivered, Long> {

    Undelivered save(Undelivered undelivered);

    Optional<Undelivered> findById(long id);

    @Query("select count(u) > 0 from Undelivered u where u.recipient = :recipient and u.openMark = 1")
    boolean isOpenFor(String recipient);
}
