package uk.gov.justice.probation.devolution.web;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.web.IdempotentAnswers.Known;

/**
 * Each statement stands alone; if two callers compete, the database decides which was first. Leases use the database's
 * clock, in microseconds.
 */
@Transactional
interface IdempotentAnswerRepository extends Repository<IdempotentAnswer, IdempotentAnswer.Key> {

    /** @return 0 if the key is already known */
    @Modifying
    @Query(value = """
      INSERT IGNORE INTO idempotent_answer (caller, request_key, request, created_at, holder, working_until)
      VALUES (:caller, :key, :request, :now, :holder, UTC_TIMESTAMP(3) + INTERVAL :lease MICROSECOND)
      """, nativeQuery = true)
    int begin(String caller, String key, String request, String holder, long lease, LocalDateTime now);

    /** @return 0 if a request is running or has been answered */
    @Modifying
    @Query(value = """
      UPDATE idempotent_answer SET holder = :holder, created_at = :now, working_until = UTC_TIMESTAMP(3) + INTERVAL :lease MICROSECOND
      WHERE caller = :caller AND request_key = :key AND request = :request AND status IS NULL AND (working_until IS NULL OR working_until < UTC_TIMESTAMP(3))
      """, nativeQuery = true)
    int takeOver(String caller, String key, String request, String holder, long lease, LocalDateTime now);

    @Modifying
    @Query(
            value =
                    "UPDATE idempotent_answer SET working_until = UTC_TIMESTAMP(3) + INTERVAL :lease MICROSECOND WHERE caller = :caller AND request_key = :key AND holder = :holder",
            nativeQuery = true)
    void renew(String caller, String key, String holder, long lease);

    @Modifying
    @Query("""
      update IdempotentAnswer a set a.status = :status, a.contentType = :contentType, a.location = :location, a.body = :body
      where a.id.caller = :caller and a.id.requestKey = :key and a.holder = :holder
      """)
    void answer(String caller, String key, String holder, int status, String contentType, String location, String body);

    @Modifying
    @Query(
            "delete from IdempotentAnswer a where a.id.caller = :caller and a.id.requestKey = :key and a.holder = :holder")
    void forget(String caller, String key, String holder);

    @Modifying
    @Query("delete from IdempotentAnswer a where a.createdAt < :day")
    void forgetBefore(LocalDateTime day);

    @Query("""
      select new uk.gov.justice.probation.devolution.web.IdempotentAnswers$Known(a.request, a.status, a.contentType, a.location, a.body)
      from IdempotentAnswer a where a.id.caller = :caller and a.id.requestKey = :key
      """)
    Optional<Known> find(String caller, String key);
}
