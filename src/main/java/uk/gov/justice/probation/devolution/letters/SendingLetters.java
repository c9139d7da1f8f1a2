package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.letters.Sender.Dispatch;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Sends letters, each once. That a sending begins is committed before it does, and that it was done right after; whoever finds one that had begun asks the sender by its
 * reference before sending it again.
 */
@Service
public class SendingLetters {
  private static final Duration SAID_EVERY = Duration.ofSeconds(20);
  private static final EnteredDay HANDED_OVER_ON = EnteredDay.required("the day on which the letter was handed over", DayRule.happened());

  private final Sender sender;
  private final LetterTexts texts;
  private final OneAtATime oneAtATime;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SendingLetters(Sender sender, LetterTexts texts, OneAtATime oneAtATime, Deadlines deadlines, AuditTrail audit, JdbcClient jdbc,
      PlatformTransactionManager transactions, Clock clock) {
    this.sender = sender;
    this.texts = texts;
    this.oneAtATime = oneAtATime;
    this.deadlines = deadlines;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** @param hadBegun whether an earlier sending under the same reference may have succeeded */
  private record Begun(Dispatch dispatch, String regionCode, boolean hadBegun) {}

  /**
   * Sends what of the batch is not out. What is sent stays sent whatever comes after.
   *
   * @param stillAtWork is called every twenty seconds or so
   * @return the ids of those that cannot be sent or go on paper, and wait for HR
   * @throws IllegalStateException where somebody else is sending the batch, or the sender is away: try again later
   */
  public List<Long> send(String batch, Runnable stillAtWork) {
    return oneAtATime.tryAlone("letters " + batch, () -> sendAll(batch, stillAtWork))
        .orElseThrow(() -> new IllegalStateException("The letters of the batch %s are being sent already".formatted(batch)));
  }

  /** What the task about a letter that cannot be sent is about. @throws CannotSucceedException where there is no such letter */
  @Transactional(readOnly = true)
  public TaskSubject subject(long letterId) {
    return new TaskSubject("letterId", letterId, Letters.subject(letterId), region(letterId));
  }

  /** The region whose HR deals with these letters. @param letterIds at least one */
  @Transactional(readOnly = true)
  public Region regionOf(List<Long> letterIds) {
    String code = region(letterIds.getFirst());
    return new Region(code, jdbc.sql("SELECT name FROM region WHERE code = ?").param(code).query(String.class).single());
  }

  /** A region by its code and its name. */
  public record Region(String code, String name) {}

  /** HR has put the address right: the letter is sent again with the next {@link #send}. @throws NotAllowedException where it is not HR of its region */
  @Transactional
  public void sendAgain(long letterId, TaskAnswer answer) {
    answered(letterId, answer, "WRITTEN", null, "LETTER_TO_BE_SENT_AGAIN");
  }

  /**
   * HR has handed the letter over on that day.
   *
   * @throws NotAllowedException where it is not HR of its region
   * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules where it cannot have been handed over on that day
   */
  @Transactional
  public void handedOver(long letterId, LocalDate on, TaskAnswer answer) {
    boolean first = answered(letterId, answer, "HANDED_OVER", on, "LETTER_HANDED_OVER");
    if (first) HANDED_OVER_ON.and(DayRule.notBefore(writtenOn(letterId), "the day on which it was written")).mustHold(on, deadlines);
  }

  private LocalDate writtenOn(long letterId) {
    return deadlines.day(jdbc.sql("SELECT written_at FROM letter WHERE id = ?").param(letterId).query((row, n) -> Utc.instant(row, "written_at")).single());
  }

  private List<Long> sendAll(String batch, Runnable stillAtWork) {
    Instant said = clock.instant();
    for (long letterId : ids(batch, "WRITTEN", "SENDING")) {
      if (clock.instant().isAfter(said.plus(SAID_EVERY))) {
        stillAtWork.run();
        said = clock.instant();
      }
      send(letterId);
    }
    return ids(batch, "FAILED");
  }

  private List<Long> ids(String batch, String... states) {
    return jdbc.sql("SELECT id FROM letter WHERE batch = :batch AND state IN (:states) ORDER BY id").param("batch", batch).param("states", List.of(states)).query(Long.class).list();
  }

  private void send(long letterId) {
    if (transaction.execute(status -> goesOnPaper(letterId))) return;
    Begun begun = transaction.execute(status -> begin(letterId));
    Dispatch dispatch = begun.dispatch();
    try {
      Optional<String> arrived = begun.hadBegun() ? sender.find(dispatch.reference()) : Optional.empty();
      String senderId = arrived.orElseGet(() -> sender.send(dispatch));
      transaction.executeWithoutResult(status -> sent(begun, senderId));
    } catch (UndeliverableException undeliverable) {
      transaction.executeWithoutResult(status -> failed(begun, undeliverable.getMessage()));
    }
  }

  /** It waits for HR, who prints it. */
  private boolean goesOnPaper(long letterId) {
    if (jdbc.sql("UPDATE letter SET state = 'FAILED' WHERE id = ? AND state = 'WRITTEN' AND paper IS NOT NULL").param(letterId).update() == 0) return false;
    String region = jdbc.sql("SELECT region_code FROM letter WHERE id = ?").param(letterId).query(String.class).single();
    audit.record("system", "LETTER_ON_PAPER", Letters.subject(letterId), region, Map.of());
    return true;
  }

  private Begun begin(long letterId) {
    int first = jdbc.sql("UPDATE letter SET state = 'SENDING', attempt = attempt + 1 WHERE id = ? AND state = 'WRITTEN'").param(letterId).update();
    return jdbc.sql("""
            SELECT l.letter_key, l.attempt, l.email, l.template, l.region_code, l.pdf, l.pdf_sha256, s.display_name
            FROM letter l JOIN staff s ON s.staff_number = l.staff_number WHERE l.id = ?
            """)
        .param(letterId)
        .query((row, n) -> {
          String key = row.getString("letter_key");
          byte[] pdf = texts.open(row.getBytes("pdf"), row.getString("pdf_sha256"), key, LetterTexts.Form.PDF);
          var dispatch = new Dispatch(
              letterId, "%s-%d".formatted(key, row.getInt("attempt")), row.getString("email"), Template.valueOf(row.getString("template")), row.getString("display_name"), pdf);
          return new Begun(dispatch, row.getString("region_code"), first == 0);
        })
        .single();
  }

  private void sent(Begun begun, String senderId) {
    jdbc.sql("UPDATE letter SET state = 'SENT', sender_id = ?, sent_at = ?, failure = NULL WHERE id = ?").params(senderId, now(), begun.dispatch().letterId()).update();
    audit.record("system", "LETTER_SENT", Letters.subject(begun.dispatch().letterId()), begun.regionCode(), Map.of("reference", begun.dispatch().reference(), "senderId", senderId));
  }

  private void failed(Begun begun, String reason) {
    jdbc.sql("UPDATE letter SET state = 'FAILED', failure = ? WHERE id = ?").params(reason, begun.dispatch().letterId()).update();
    audit.record("system", "LETTER_FAILED", Letters.subject(begun.dispatch().letterId()), begun.regionCode(), Map.of("reference", begun.dispatch().reference(), "reason", reason));
  }

  /** @return whether it was not answered before */
  private boolean answered(long letterId, TaskAnswer answer, String state, LocalDate handedOverOn, String action) {
    String region = region(letterId);
    answer.mustHold("hr", region, "deal with a letter that could not be sent");
    int changed = jdbc.sql("""
            UPDATE letter SET state = ?, handed_over_on = ?, answered_task = ? WHERE id = ? AND state = 'FAILED' AND NOT (answered_task <=> ?)
            """)
        .params(state, handedOverOn, answer.taskInstance(), letterId, answer.taskInstance())
        .update();
    if (changed == 0) return false;
    audit.record(answer.by(), action, Letters.subject(letterId), region, handedOverOn == null ? Map.of() : Map.of("on", handedOverOn.toString()));
    return true;
  }

  private String region(long letterId) {
    return jdbc.sql("SELECT region_code FROM letter WHERE id = ?").param(letterId).query(String.class).optional()
        .orElseThrow(() -> new CannotSucceedException("There is no letter %d in the database. Check that the engine and the database belong together".formatted(letterId)));
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
