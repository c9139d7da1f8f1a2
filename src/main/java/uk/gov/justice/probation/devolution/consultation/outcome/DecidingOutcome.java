package uk.gov.justice.probation.devolution.consultation.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.ConfidentialSettings;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Figures;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** The Regional Probation Director confirms the outcome or gives it back to the panel; when all is done, the consultation closes with a report in counts. */
@Service
public class DecidingOutcome {

  /** What a closed consultation came to. {@code preferencing} is null if nobody provides figures. */
  public record Report(
      int people, int left, int extended, int met, int withUnionRepresentative, int declined, int unionsHeard, int unionsMissing, int questions, int questionsAnswered,
      LocalDate closedOn, Figures preferencing) {}

  private static final int LONGEST_NOTE = 1000;

  private final ConsultationRepository consultations;
  private final ReportQuery counts;
  private final ObjectProvider<PreferencingFigures> figures;
  private final ConfidentialRecords records;
  private final ConfidentialSettings retention;
  private final Deadlines deadlines;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final ObjectMapper json;
  private final Clock clock;

  DecidingOutcome(ConsultationRepository consultations, ReportQuery counts, ObjectProvider<PreferencingFigures> figures, ConfidentialRecords records,
      ConfidentialSettings retention, Deadlines deadlines, Notifications notifications, AuditTrail audit, ObjectMapper json, Clock clock) {
    this.consultations = consultations;
    this.counts = counts;
    this.figures = figures;
    this.records = records;
    this.retention = retention;
    this.deadlines = deadlines;
    this.notifications = notifications;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** What the director decides on, one Markdown line each. */
  @Transactional
  public String prepare(long consultationId) {
    consultations.lock(consultationId).goOnTo(ConsultationState.DECISION);
    List<String> lines = new ArrayList<>();
    figures(consultationId).ifPresent(came -> {
      int people = came.placed() + came.unplaced();
      lines.add("- **First choice:** %d of %d people".formatted(came.firstChoices(), people));
      if (came.worstRank() > 0) lines.add("- **Lowest choice anybody has:** number %d".formatted(came.worstRank()));
      lines.add("- **Moved by the panel:** %d".formatted(came.movedByPanel()));
      lines.add("- **Could not be reached:** %d".formatted(came.unavailable()));
      lines.add("- **Places offered:** %d".formatted(came.places()));
    });
    return String.join("\n", lines);
  }

  /**
   * The Regional Probation Director confirms the outcome, or gives it back to the panel.
   *
   * @param decision CONFIRM or RETURN
   * @param note about the outcome as a whole
   * @throws AnswerRefusedException with the reason why the decision does not stand
   */
  @Transactional
  public void decide(long consultationId, String decision, String note, TaskAnswer by) {
    Consultation consultation = consultations.lock(consultationId);
    if (audit.isRecorded("outcome-" + by.taskInstance())) return;
    by.mustHold(Role.RPD, consultation.regionCode(), "decide the outcome of a consultation");
    boolean returned = "RETURN".equals(decision);
    if (!returned && !"CONFIRM".equals(decision)) throw new AnswerRefusedException("Choose whether you confirm the outcome or give it back to the panel.");
    if (returned && (note == null || note.isBlank())) throw new AnswerRefusedException("Say what the panel should look at again.");
    if (note != null && note.length() > LONGEST_NOTE) throw new AnswerRefusedException("What you write to the panel must be %,d characters or fewer.".formatted(LONGEST_NOTE));
    if (returned) consultation.outcomeReturned(by.by(), note);
    else consultation.outcomeConfirmed(by.by(), note);
    Map<String, Object> facts = new LinkedHashMap<>();
    figures(consultationId).ifPresent(came -> facts.put("figures", came));
    if (note != null && !note.isBlank()) facts.put("note", note);
    audit.recordOnce("outcome-" + by.taskInstance(), by.by(), "OUTCOME_" + decision, consultation.subject(), consultation.regionCode(), facts);
  }

  /** Closes: writes the report, informs HR and the director, and starts the period after which confidential records are erased. */
  @Transactional
  public void close(long consultationId) {
    Consultation consultation = consultations.lock(consultationId);
    if (consultation.state().ended()) return;
    Report report = count(consultationId);
    LocalDate eraseAfter = deadlines.today().plus(retention.keepAfterClose());
    consultation.close(write(report), clock.instant(), eraseAfter);
    records.eraseAfter(consultation.subject(), eraseAfter);
    consultations.save(consultation);
    audit.record("system", "CONSULTATION_CLOSED", consultation.subject(), consultation.regionCode(), Map.of("report", report, "eraseAfter", eraseAfter));
    List.of(Role.HR, Role.RPD).forEach(role -> notifications.send("closed-%d-%s-".formatted(consultationId, role.word()), TaskGroup.of(role, consultation.regionSlug()).name(),
        "%s: closed".formatted(consultation.title()), "The report is on the page of the consultation.", consultation.subject()));
  }

  /** Empty until the consultation is closed. */
  @Transactional(readOnly = true)
  public Optional<Report> report(long consultationId) {
    return consultations.findById(consultationId).map(Consultation::report).map(this::read);
  }

  private Report count(long id) {
    ReportQuery.People people = counts.people(id);
    ReportQuery.Unions unions = counts.unions(id);
    ReportQuery.Questions questions = counts.questions(id);
    return new Report(people.all(), people.left(), people.extended(), people.met(), people.withUnionRepresentative(), people.declined(), unions.heard(), unions.missing(),
        questions.asked(), questions.answered(), deadlines.today(), figures(id).orElse(null));
  }

  private Optional<Figures> figures(long consultationId) {
    return Optional.ofNullable(figures.getIfAvailable()).map(provider -> provider.figures(consultationId));
  }

  private String write(Report report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report that cannot be written as JSON", e);
    }
  }

  private Report read(String report) {
    try {
      return json.readValue(report, Report.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report that cannot be read", e);
    }
  }
}
