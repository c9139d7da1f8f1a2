package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** Finds enforcements and the actions taken in them, holds them and keeps what became of them. */
public interface Enforcements extends LockingRepository<Enforcement, Long> {

  /** Keeps an enforcement that is new or held, and tells what happened to it. */
  Enforcement save(Enforcement enforcement);

  Optional<Enforcement> findById(Long id);

  default Optional<Enforcement> find(long id) {
    return findById(id);
  }

  /** @throws NotFound with a sentence, if there is none */
  default Enforcement get(long id) {
    return findById(id).orElseThrow(() -> unknown(id));
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends. Its order must be locked before it. */
  default Enforcement lock(long id) {
    return lockById(id).orElseThrow(() -> unknown(id));
  }

  @Query("select e.orderId from Enforcement e where e.id = :id")
  Optional<Long> findOrderId(long id);

  /**
   * The order it is about, which is locked before it.
   *
   * @throws NotFound with a sentence, if there is none
   */
  default long orderOf(long id) {
    return findOrderId(id).orElseThrow(() -> unknown(id));
  }

  @Query("select e from Enforcement e where e.sessionId = :sessionId")
  Optional<Enforcement> ofSession(long sessionId);

  /** Those of an order, the latest failure first. */
  @Query("select e from Enforcement e where e.orderId = :orderId order by e.failedOn desc, e.id desc")
  List<Enforcement> ofOrder(long orderId);

  /** Those of an order in which something is still to be done or waited for, held until the transaction ends. The order must be locked before them. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("""
      select e from Enforcement e
      where e.orderId = :orderId and e.state in (EnforcementState.EVIDENCE, EnforcementState.WARNED, EnforcementState.BREACH) order by e.id
      """)
  List<Enforcement> lockOpen(long orderId);

  /** Those that were stopped with their order, held until the transaction ends. The order must be locked before them. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select e from Enforcement e where e.orderId = :orderId and e.state = EnforcementState.STOPPED and e.stoppedFrom is not null order by e.id")
  List<Enforcement> lockStopped(long orderId);

  /** An order is stopped that is locked: so is what is open of it. */
  default void stop(long orderId) {
    lockOpen(orderId).forEach(open -> {
      open.stop();
      save(open);
    });
  }

  /** The order goes on where it stood, and so does what was stopped with it; its process learns of each again. */
  default void restore(long orderId, int orderVersion) {
    lockStopped(orderId).forEach(stopped -> {
      stopped.restore(orderVersion);
      save(stopped);
    });
  }

  /** Those of the case in which something is still to be done or waited for. What is with the court is a component of the case. */
  @Query("select e from Enforcement e join Order o on o.id = e.orderId where o.caseId = :caseId and e.state in (EnforcementState.EVIDENCE, EnforcementState.WARNED, EnforcementState.BREACH) order by e.id")
  List<Enforcement> open(long caseId);

  /** The actions taken, earliest first. */
  @Query("select a from EnforcementAction a where a.enforcement.id = :enforcementId order by a.id")
  List<EnforcementAction> actions(long enforcementId);

  /** Days of the failures of the case that count up to this one, including this one if it counts; of the same day, those recorded before it. */
  @Query("""
      select e.failedOn from Enforcement one join Order mine on mine.id = one.orderId join Order o on o.caseId = mine.caseId join Enforcement e on e.orderId = o.id
      where one.id = :id and e.counts and (e.failedOn < one.failedOn or e.failedOn = one.failedOn and e.id <= one.id)
      """)
  List<LocalDate> failuresUpTo(long id);

  /** Whether the order had a first warning that still counts before this enforcement had its own: then its own is the second. */
  default boolean warnedBefore(long id) {
    return warnedBefore(id, ActionCodes.FIRST_WARNING, ActionCodes.WARNINGS);
  }

  @Query("""
      select count(a) > 0 from Enforcement one join Enforcement e on e.orderId = one.orderId and e.id <> one.id join e.actions a
      where one.id = :id and e.counts and a.actionCode = :first and not exists (select own.id from one.actions own where own.actionCode in :warnings and own.id < a.id)
      """)
  boolean warnedBefore(long id, String first, Collection<String> warnings);

  private static NotFound unknown(long id) {
    return new NotFound("There is no enforcement with the number %d.".formatted(id));
  }
}
