package uk.gov.justice.probation.devolution.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;

/** For use within this module; others use {@link Consultations}. */
public interface ConsultationRepository extends LockingRepository<Consultation, Long> {

    Consultation save(Consultation consultation);

    Optional<Consultation> findById(long id);

    Optional<Consultation> findByProcessInstanceKey(long processInstanceKey);

    boolean existsByTitleIgnoreCase(String title);

    /** This title and those that begin with it and go on with a number. */
    @Query("select c.title from Consultation c where c.title = :title or c.title like concat(:title, ' (%')")
    List<String> titlesLike(String title);

    List<Consultation> findAllByOrderByIdDesc();

    List<Consultation> findByIdInOrderByIdDesc(Collection<Long> ids);

    /**
     * The region of the consultation that this process instance runs, or of the one with this id if none runs it yet.
     * The id may be null.
     */
    @Query(
            "select c.regionCode from Consultation c where c.processInstanceKey = :instance or c.id = :id and c.processInstanceKey is null order by c.id limit 1")
    Optional<String> regionOfThatRunBy(long instance, Long id);

    /** The process instance of the consultation in which the member takes part. */
    @Query(
            "select c.processInstanceKey from Consultation c, CohortMember m where m.id = :memberId and c.id = m.consultationId and c.processInstanceKey is not null")
    List<Long> processOf(long memberId);

    /** @throws CannotSucceedException if there is no such consultation */
    default Consultation get(long id) {
        return findById(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The consultation, locked until the transaction ends, so that two deliveries of the same step run one after the
     * other.
     */
    default Consultation lock(long id) {
        return lockById(id).orElseThrow(() -> unknown(id));
    }

    private static CannotSucceedException unknown(long id) {
        return new CannotSucceedException(
                "There is no consultation %d in the database. Check that the engine and the database belong together"
                        .formatted(id));
    }
}
