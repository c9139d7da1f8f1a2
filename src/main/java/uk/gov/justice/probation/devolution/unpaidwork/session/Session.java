package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/**
 * A session of an order on a project, without its notes. What its outcome says of the person is for our own pages only; {@link #toString} leaves it out.
 *
 * @param start as planned, like {@code end}; in the time of England and Wales
 * @param workedFrom as recorded with the outcome, like {@code workedUntil}; null: as planned
 * @param outcomeCode null until one is recorded
 * @param meaning what followed from the outcome; null until it is settled
 * @param version counts the changes; each change carries the version it was read at
 */
public record Session(
    long id, String reference, long orderId, String projectCode, LocalDate on, LocalTime start, LocalTime end, LocalTime workedFrom, LocalTime workedUntil, String outcomeCode,
    int penaltyMinutes, String quality, String behaviour, boolean noted, boolean sensitive, boolean explained, boolean verySerious, SessionState state, String recordedBy,
    Instant recordedAt, Instant settledAt, Meaning meaning, int creditedMinutes, int version) {

  /** What audit entries name the session by. */
  public String subject() {
    return "session/" + id;
  }

  public int plannedMinutes() {
    return new TimeWorked(on, start, end).minutes();
  }

  public int workedMinutes() {
    return new TimeWorked(on, workedFrom == null ? start : workedFrom, workedUntil == null ? end : workedUntil).minutes();
  }

  public boolean startsAfter(LocalDateTime now) {
    return on.atTime(start).isAfter(now);
  }

  /** Whether somebody must still say what became of it, or it is still to be settled. */
  public boolean open() {
    return state == SessionState.PLANNED || state == SessionState.RECORDED;
  }

  @Override
  public String toString() {
    return "Session[id=%d, orderId=%d, state=%s]".formatted(id, orderId, state);
  }
}
