package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

interface LimitedAnswerRepository extends LockingRepository<LimitedAnswer, LimitedAnswer.Key> {

    LimitedAnswer save(LimitedAnswer answer);

    Optional<LimitedAnswer> findById(LimitedAnswer.Key key);

    /**
     * Creates an empty row for the answer, to be locked and then filled. One may already exist, even created at the
     * same moment.
     */
    @Modifying
    @Query(
            value =
                    "INSERT IGNORE INTO limited_answer (about, question, given_by, given_at) VALUES (:about, :question, :by, :at)",
            nativeQuery = true)
    void begin(String about, String question, String by, LocalDateTime at);

    /** Deletes what others answered for the same task, so that it cannot be used for a later one. */
    @Modifying
    @Query(
            "delete from LimitedAnswer a where a.key.about = :about and a.key.question = :question and a.usedFor is null")
    void forgetUnused(String about, String question);
}
