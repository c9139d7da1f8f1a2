package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** The latest answer to each gate of a handover. */
@Service
class GateAnswers {

  /** @param required what is needed, as a number where the gate has one; {@code actual} what there is */
  record Answer(Gate gate, boolean met, String words, Integer required, Integer actual) {
    static Answer of(Gate gate, boolean met, String words) {
      return new Answer(gate, met, words, null, null);
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  GateAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void put(Handover handover, Answer answer, String by) {
    jdbc.sql("""
            INSERT INTO handover_gate (handover_id, gate, met, answer, required, actual, answered_by, answered_at)
            VALUES (:handover, :gate, :met, :answer, :required, :actual, :by, :at)
            ON DUPLICATE KEY UPDATE met = :met, answer = :answer, required = :required, actual = :actual, answered_by = :by, answered_at = :at
            """)
        .param("handover", handover.id())
        .param("gate", answer.gate().name())
        .param("met", answer.met())
        .param("answer", answer.words())
        .param("required", answer.required())
        .param("actual", answer.actual())
        .param("by", by)
        .param("at", Utc.of(clock.instant()))
        .update();
  }

  Optional<Answer> to(Handover handover, Gate gate) {
    return jdbc.sql("SELECT met, answer, required, actual FROM handover_gate WHERE handover_id = ? AND gate = ? AND answered_at IS NOT NULL")
        .params(handover.id(), gate.name())
        .query((row, n) -> new Answer(gate, row.getBoolean("met"), row.getString("answer"), row.getObject("required", Integer.class), row.getObject("actual", Integer.class)))
        .optional();
  }

  boolean met(Handover handover, Gate gate) {
    return to(handover, gate).map(Answer::met).orElse(false);
  }

  List<Gate> open(Handover handover) {
    return handover.gates().stream().filter(gate -> !met(handover, gate)).toList();
  }
}
