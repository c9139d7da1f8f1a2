package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a termination closed, and how it was before (ADR 0042). */
@Repository
class Closed {
  /** The step itself: the components were ended; {@code item} is the case. */
  static final String COMPONENTS = "COMPONENTS";
  /** A row of {@code case_component}; {@code was}: the outcome it had before. */
  static final String COMPONENT = "COMPONENT";
  /** An unpaid work requirement; its row does not change, {@code was} says how it ended. */
  static final String UPW = "UPW";
  /** An order that an event stopped; {@code was}: where it stood. */
  static final String ORDER = "ORDER";
  /** The event; {@code item} is the case. */
  static final String EVENT = "EVENT";

  /** @param item the id of what was closed */
  record Item(String what, long item, String was) {}

  private final Terminations terminations;
  private final JdbcClient jdbc;

  Closed(Terminations terminations, JdbcClient jdbc) {
    this.terminations = terminations;
    this.jdbc = jdbc;
  }

  void keep(long terminationId, String what, long item, String was) {
    jdbc.sql("INSERT IGNORE INTO termination_closed (termination_id, what, item, was, closed_at) VALUES (?, ?, ?, ?, ?)")
        .params(terminationId, what, item, was, terminations.now())
        .update();
  }

  /** Whether the components were ended. */
  boolean components(long terminationId) {
    return ofTermination(terminationId).stream().anyMatch(item -> item.what().equals(COMPONENTS));
  }

  /** What is still closed. */
  List<Item> ofTermination(long terminationId) {
    return jdbc.sql("SELECT what, item, was FROM termination_closed WHERE termination_id = ? AND restored_at IS NULL ORDER BY id").param(terminationId).query(Item.class).list();
  }

  void restored(long terminationId) {
    jdbc.sql("UPDATE termination_closed SET restored_at = ? WHERE termination_id = ? AND restored_at IS NULL").params(terminations.now(), terminationId).update();
  }
}
