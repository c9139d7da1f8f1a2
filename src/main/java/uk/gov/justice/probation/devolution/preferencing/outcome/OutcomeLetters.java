package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;
import uk.gov.justice.probation.devolution.workforce.TodaysTasks;

/**
 * The outcome letter of every person of a consultation, also of those who have no place yet, and the window for appeals that follows. Letters are written in batches, each
 * in a transaction of its own: a writing that was killed goes on with those who have none, and nobody gets two.
 */
@Service
public class OutcomeLetters {

  /** @param batch what the letters are sent under; {@code count}: all that belong to it */
  public record Written(String batch, int count) {}

  private record Addressee(long memberId, String staffNumber, Long optionId) {}

  private static final int BATCH = 25;

  private final Consultations consultations;
  private final Placements placements;
  private final Options options;
  private final Explanations explanations;
  private final Letters letters;
  private final StaffDirectory staff;
  private final TodaysTasks today;
  private final Deadlines deadlines;
  private final PreferencingSettings settings;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate eachBatch;
  private final Clock clock;

  OutcomeLetters(Consultations consultations, Placements placements, Options options, Explanations explanations, Letters letters, StaffDirectory staff, TodaysTasks today,
      Deadlines deadlines, PreferencingSettings settings, AuditTrail audit, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.consultations = consultations;
    this.placements = placements;
    this.options = options;
    this.explanations = explanations;
    this.letters = letters;
    this.staff = staff;
    this.today = today;
    this.deadlines = deadlines;
    this.settings = settings;
    this.audit = audit;
    this.jdbc = jdbc;
    this.eachBatch = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Writes what is not written yet.
   *
   * @param afterEachBatch told when some are written and others remain
   * @throws CannotSucceedException where the director has not confirmed the outcome
   */
  public Written write(long consultationId, Runnable afterEachBatch) {
    mustBeConfirmed(consultations.get(consultationId));
    Facts consultation = eachBatch.execute(status -> closing(consultationId));
    Map<Long, Option> byId = options.all(consultationId).stream().collect(Collectors.toMap(Option::id, Function.identity()));
    while (Boolean.TRUE.equals(eachBatch.execute(status -> writeSome(consultation, byId)))) {
      afterEachBatch.run();
    }
    int count = jdbc.sql("SELECT COUNT(*) FROM outcome_letter WHERE consultation_id = ?").param(consultationId).query(Integer.class).single();
    eachBatch.executeWithoutResult(status -> recordWritten(consultation, count));
    return new Written(batch(consultationId), count);
  }

  /** The letters are out: everybody has the whole window from now on, whatever the letters promised at least. @return when it closes, the first answer every time */
  @Transactional
  public Instant openAppealWindow(long consultationId) {
    Facts consultation = consultations.lock(consultationId);
    Instant closes = wholeWindow();
    int opened = jdbc.sql("INSERT IGNORE INTO appeal_window (consultation_id, opened_at) VALUES (?, ?)").params(consultationId, Utc.of(clock.instant())).update();
    if (opened == 0) return consultation.appealsCloseAt();
    consultations.appealsCloseAt(consultationId, closes);
    audit.record("system", "APPEAL_WINDOW_OPENED", consultation.subject(), consultation.regionCode(), Map.of("closes", closes.toString()));
    return closes;
  }

  /** Whether the person's outcome letter is written. */
  public boolean written(long memberId) {
    return jdbc.sql("SELECT COUNT(*) FROM outcome_letter WHERE member_id = ?").param(memberId).query(Integer.class).single() > 0;
  }

  private static void mustBeConfirmed(Facts consultation) {
    if (consultation.state() == ConsultationState.OUTCOME) return;
    throw new CannotSucceedException("The outcome of '%s' has not been confirmed, or the consultation is closed: it stands at '%s'. No letter was written. End this process"
        .formatted(consultation.title(), consultation.state().label()));
  }

  /** The date the letters name: the window counted from the first of them. */
  private Facts closing(long consultationId) {
    if (consultations.lock(consultationId).appealsCloseAt() == null) {
      consultations.appealsCloseAt(consultationId, wholeWindow());
    }
    return consultations.get(consultationId);
  }

  private Instant wholeWindow() {
    if (settings.appealsCloseWithin() != null) return clock.instant().plus(settings.appealsCloseWithin());
    return OffsetDateTime.parse(deadlines.inWorkingDays(settings.appealWindow())).toInstant();
  }

  private void recordWritten(Facts consultation, int count) {
    consultations.lock(consultation.id());
    audit.recordOnce("outcome-letters-" + consultation.id(), "system", "OUTCOME_LETTERS_WRITTEN", consultation.subject(), consultation.regionCode(),
        Map.of("letters", count));
  }

  private boolean writeSome(Facts consultation, Map<Long, Option> byId) {
    placements.lock(consultation.id());
    List<Addressee> some = jdbc.sql("""
            SELECT m.id, m.staff_number, p.option_id FROM cohort_member m
              LEFT JOIN placement p ON p.member_id = m.id LEFT JOIN outcome_letter l ON l.member_id = m.id
            WHERE m.consultation_id = ? AND m.active_mark = 1 AND l.member_id IS NULL ORDER BY m.id LIMIT ?
            """)
        .params(consultation.id(), BATCH)
        .query((row, n) -> new Addressee(row.getLong(1), row.getString(2), row.getObject(3, Long.class)))
        .list();
    Map<String, StaffMember> people = staff.all(some.stream().map(Addressee::staffNumber).toList()).stream()
        .collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
    for (Addressee addressee : some) {
      StaffMember person = people.get(addressee.staffNumber());
      long letter = letters.write(request(consultation, addressee.memberId(), person, byId.get(addressee.optionId()), explanations.of(addressee.memberId()),
          batch(consultation.id()), "outcome-" + addressee.memberId()));
      jdbc.sql("INSERT INTO outcome_letter (member_id, consultation_id, letter_id, written_at) VALUES (?, ?, ?, ?)")
          .params(addressee.memberId(), consultation.id(), letter, Utc.of(clock.instant())).update();
    }
    return some.size() == BATCH;
  }

  /**
   * A letter for somebody to whom an appeal of somebody else gave a place.
   *
   * @param batch the batch of that appeal's own letter, so that both are sent together
   */
  public void writeForPlaceFound(Facts consultation, long memberId, StaffMember person, Option place, String batch) {
    letters.write(request(consultation, memberId, person, place, List.of("A place was looked for again for people who waited for one, and this one was free for you."), batch,
        "outcome-%d-%s".formatted(memberId, batch)));
  }

  private LetterRequest request(Facts consultation, long memberId, StaffMember person, Option place, List<String> reasons, String batch, String key) {
    Map<String, Object> model = new HashMap<>();
    model.put("personName", person.displayName());
    model.put("title", consultation.title());
    model.put("reasonText", reasons);
    model.put("obstacles", List.of());
    model.put("appealsCloseText", Deadlines.inWords(LocalDate.ofInstant(consultation.appealsCloseAt(), clock.getZone())));
    model.put("howToAppeal", "Sign in to PSC Devolution, open 'My consultation' and choose 'Appeal against your outcome'. Say there why you appeal.");
    if (place != null) {
      model.put("siteName", place.siteName());
      model.put("roleName", place.roleName());
      model.put("newTasks", today.compare(place.tasks(), person.teamKind()).newTasks());
    } else {
      model.put("newTasks", List.of());
    }
    return new LetterRequest(batch, key, Template.OUTCOME, person.staffNumber(), consultation.regionCode(), model);
  }

  private static String batch(long consultationId) {
    return "outcome-" + consultationId;
  }
}
