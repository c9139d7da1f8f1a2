package uk.gov.justice.probation.devolution.consultation.question;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Questions of those who are consulted. HR of the region answers; what is about negotiations is answered by the union representatives where the region says so (seed 000) and
 * then only seen by who asked. The others are published together, without who asked.
 */
@Service
public class Questions {
  private static final String UNION = "tu-";

  /** @param mine asked by the reader; @param mayAnswer the reader is one of those who answer it */
  public record Question(long id, LocalDateTime askedAt, String question, boolean negotiation, String answer, LocalDateTime answeredAt, boolean mine, boolean mayAnswer) {}

  private record Row(long id, String askedBy, Question question) {}

  private final Consultations consultations;
  private final Cohorts cohorts;
  private final Deadlines deadlines;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  Questions(Consultations consultations, Cohorts cohorts, Deadlines deadlines, Notifications notifications, AuditTrail audit, JdbcClient jdbc, Clock clock) {
    this.consultations = consultations;
    this.cohorts = cohorts;
    this.deadlines = deadlines;
    this.notifications = notifications;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What this colleague sees: their own, those they answer, and what is published. The oldest first. */
  @Transactional(readOnly = true)
  public List<Question> seenBy(Colleague reader, Facts consultation) {
    boolean published = jdbc.sql("SELECT COUNT(*) FROM consultation WHERE id = ? AND answers_published_at IS NOT NULL").param(consultation.id()).query(Integer.class).single() > 0;
    return rows(consultation, reader).stream().map(Row::question)
        .filter(question -> question.mine() || question.mayAnswer() || published && question.answer() != null && !question.negotiation())
        .toList();
  }

  /** Whether questions about negotiations go to the union representative in this region. */
  @Transactional(readOnly = true)
  public boolean negotiationsGoToUnion(String regionCode) {
    return jdbc.sql("SELECT COUNT(*) FROM negotiation_region WHERE region_code = ?").param(regionCode).query(Integer.class).single() > 0;
  }

  /** Whether the colleague takes part and questions are still taken. */
  @Transactional(readOnly = true)
  public boolean mayAsk(Colleague colleague, Facts consultation) {
    return takesPart(colleague, consultation.id()) && consultation.isIndividual() && !consultation.state().ended() && !closed(consultation.id());
  }

  /** @throws NotAllowedException where the colleague takes no part, or questions are no longer taken */
  @Transactional
  public void ask(long consultationId, String text, boolean negotiation, Colleague by) {
    Facts consultation = consultations.mustBeIndividual(consultationId);
    if (!takesPart(by, consultationId)) throw new NotAllowedException("Only somebody who takes part in the consultation can ask here. You are signed in as %s.".formatted(by.userName()));
    if (!mayAsk(by, consultation)) throw new NotAllowedException("The last day for questions has passed. Ask your line manager or HR of your region.");
    boolean forUnion = negotiation && negotiationsGoToUnion(consultation.regionCode());
    jdbc.sql("INSERT INTO consultation_question (consultation_id, asked_by, asked_at, question, negotiation) VALUES (?, ?, ?, ?, ?)")
        .params(consultationId, by.userName(), now(), text, forUnion)
        .update();
    if (forUnion) tellUnions(consultation);
  }

  /** @throws NotAllowedException where it is not the colleague's to answer */
  @Transactional
  public void answer(long consultationId, long questionId, String text, Colleague by) {
    Facts consultation = consultations.lock(consultationId);
    Row row = rows(consultation, by).stream().filter(one -> one.id() == questionId).findFirst()
        .orElseThrow(() -> new NotAllowedException("There is no such question in this consultation."));
    if (!row.question().mayAnswer()) {
      throw new NotAllowedException("%s answers this question. You are signed in as %s.".formatted(
          row.question().negotiation() ? "A union representative" : "HR of the region", by.userName()));
    }
    jdbc.sql("UPDATE consultation_question SET answer = ?, answered_by = ?, answered_at = ? WHERE id = ?").params(text, by.userName(), now(), questionId).update();
    audit.record(by.userName(), "QUESTION_ANSWERED", consultation.subject(), consultation.regionCode(), Map.of("question", questionId));
    if (row.question().negotiation()) {
      notifications.send("question-%d-%s".formatted(questionId, now()), row.askedBy(), "%s: your question is answered".formatted(consultation.title()),
          "The answer is on the page with your questions.", consultation.subject());
    }
  }

  int answered(long consultationId) {
    return count(consultationId, "answer IS NOT NULL");
  }

  int unanswered(long consultationId) {
    return count(consultationId, "answer IS NULL");
  }

  private int count(long consultationId, String which) {
    return jdbc.sql("SELECT COUNT(*) FROM consultation_question WHERE consultation_id = ? AND negotiation = FALSE AND " + which).param(consultationId).query(Integer.class).single();
  }

  private List<Row> rows(Facts consultation, Colleague reader) {
    boolean hr = reader.groups().contains("hr-" + consultation.regionCode().toLowerCase(Locale.ROOT));
    boolean union = reader.is(Role.TU);
    return jdbc.sql("SELECT id, asked_by, asked_at, question, negotiation, answer, answered_at FROM consultation_question WHERE consultation_id = ? ORDER BY id")
        .param(consultation.id())
        .query((row, n) -> new Row(row.getLong("id"), row.getString("asked_by"), new Question(
            row.getLong("id"), row.getObject("asked_at", LocalDateTime.class), row.getString("question"), row.getBoolean("negotiation"), row.getString("answer"),
            row.getObject("answered_at", LocalDateTime.class), row.getString("asked_by").equals(reader.userName()), row.getBoolean("negotiation") ? union : hr)))
        .list();
  }

  private void tellUnions(Facts consultation) {
    jdbc.sql("SELECT slug FROM trade_union").query(String.class).list().forEach(slug -> notifications.send(
        "negotiation-%d-%s-%s".formatted(consultation.id(), slug, deadlines.today()), UNION + slug, "%s: a question about negotiations".formatted(consultation.title()),
        "Somebody who takes part has asked about negotiations. It is on the page with the questions.", consultation.subject()));
  }

  private boolean takesPart(Colleague colleague, long consultationId) {
    return cohorts.of(colleague.userName()).stream().anyMatch(member -> member.consultationId() == consultationId);
  }

  private boolean closed(long consultationId) {
    LocalDate last = jdbc.sql("SELECT questions_close_on FROM consultation WHERE id = ?").param(consultationId).query((row, n) -> row.getObject(1, LocalDate.class)).list().getFirst();
    return last != null && deadlines.today().isAfter(last);
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }
}
