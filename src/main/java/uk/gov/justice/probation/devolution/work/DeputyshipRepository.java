package uk.gov.justice.probation.devolution.work;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeputyshipRepository extends Repository<Deputyship, Long> {

    Deputyship save(Deputyship deputyship);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Deputyship> findById(long id);

    /** Those of the colleague that are not over, whichever of the two they are; the earliest first. */
    @Query(
            "select d from Deputyship d where (d.away = :user or d.deputy = :user) and d.endedAt is null and d.lastDay >= :today order by d.firstDay, d.id")
    List<Deputyship> notOver(String user, LocalDate today);

    /** The code of the region that task groups call so. */
    @Query(value = "SELECT code FROM region WHERE code = UPPER(:slug)", nativeQuery = true)
    Optional<String> regionCalled(String slug);
}
