package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;
import uk.gov.justice.probation.devolution.persistence.LockingRepository;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions.Whose;

interface UnpaidWorkSessions extends LockingRepository<Session, Long> {

    Session save(Session session);

    Optional<Session> findById(Long id);

    Optional<Session> findBySessionReference(String reference);

    @Query(
            "select new uk.gov.justice.probation.devolution.unpaidwork.session.Sessions$Whose(o.id, o.caseId, o.state) from Session s join Order o on o.id = s.orderId where s.id = :id")
    Optional<Whose> whose(long id);

    @Query(
            "select new uk.gov.justice.probation.devolution.caseload.CaseSubject$CaseOf(s.id, o.caseId) from Session s join Order o on o.id = s.orderId where s.id in :ids")
    List<CaseOf> casesOf(Collection<Long> ids);

    @Query("select s from Session s where s.orderId = :orderId order by s.onDate, s.startTime, s.id")
    List<Session> ofOrder(long orderId);

    /** Planned sessions of the case that begin by that day. */
    @Query("""
      select s from Session s join Order o on o.id = s.orderId
      where o.caseId = :caseId and s.state = SessionState.PLANNED and s.onDate <= :day order by s.onDate, s.startTime, s.id
      """)
    List<Session> plannedUntil(long caseId, LocalDate day);

    /** Sessions of the order that are planned or whose outcome has not been settled, earliest first. */
    @Query("""
      select new uk.gov.justice.probation.devolution.unpaidwork.session.Appointment(s.id, s.sessionReference, s.projectCode, s.onDate, s.startTime, s.endTime, s.state, s.onRegister)
      from Session s where s.orderId = :orderId and s.state in (SessionState.PLANNED, SessionState.RECORDED) order by s.onDate, s.startTime, s.id
      """)
    List<Appointment> open(long orderId);

    /** Sessions of the case up to a day that are planned or whose outcome has not been settled. */
    @Query("""
      select s from Session s join Order o on o.id = s.orderId
      where o.caseId = :caseId and s.onDate <= :until and s.state in (SessionState.PLANNED, SessionState.RECORDED) order by s.onDate, s.startTime, s.id
      """)
    List<Session> unsettled(long caseId, LocalDate until);

    /** The order's other sessions from one day to another which have one of these outcomes. */
    @Query("""
      select new uk.gov.justice.probation.devolution.unpaidwork.session.Appointment(s.id, s.sessionReference, s.projectCode, s.onDate, s.startTime, s.endTime, s.state, s.onRegister)
      from Session s where s.orderId = :orderId and s.id <> :id and s.onDate between :first and :last and s.outcomeCode in :outcomes
      and s.state in (SessionState.RECORDED, SessionState.SETTLED) order by s.onDate, s.startTime, s.id
      """)
    List<Appointment> attended(long id, long orderId, LocalDate first, LocalDate last, Collection<String> outcomes);

    /** All sessions of the order. */
    @Query("""
      select new uk.gov.justice.probation.devolution.unpaidwork.session.Appointment(s.id, s.sessionReference, s.projectCode, s.onDate, s.startTime, s.endTime, s.state, s.onRegister)
      from Session s where s.orderId = :orderId order by s.id
      """)
    List<Appointment> appointments(long orderId);

    /** The last day of a session that a file brought for the order on the project. */
    @Query("""
      select s.onDate from Session s
      where s.orderId = :orderId and s.projectCode = :projectCode and s.state <> SessionState.CANCELLED and s.sessionReference not like 'UPW-%'
      order by s.onDate desc limit 1
      """)
    Optional<LocalDate> lastByFile(long orderId, String projectCode);
}
