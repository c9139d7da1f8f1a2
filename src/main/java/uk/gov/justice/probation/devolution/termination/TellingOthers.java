package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseLetterRequest;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.notification.Notifications;

/** Tells the court, victim liaison and the providers by letter, and the region's groups on the messages page; each once. Who the victim is, or whether there is one, we do not know. */
@Service
public class TellingOthers {
  private final Terminations terminations;
  private final CaseLetters letters;
  private final Notifications notifications;
  private final Cases cases;
  private final CaseOwners owners;
  private final Deadlines deadlines;
  private final JdbcClient jdbc;

  TellingOthers(Terminations terminations, CaseLetters letters, Notifications notifications, Cases cases, CaseOwners owners, Deadlines deadlines, JdbcClient jdbc) {
    this.terminations = terminations;
    this.letters = letters;
    this.notifications = notifications;
    this.cases = cases;
    this.owners = owners;
    this.deadlines = deadlines;
    this.jdbc = jdbc;
  }

  /** The event ended. */
  @Transactional
  public void ended(long terminationId) {
    Termination termination = terminations.lock(terminationId);
    if (!termination.open()) return;
    ProbationCase probationCase = cases.get(termination.caseId());
    String endedOn = Deadlines.inWords(probationCase.endedOn());
    String reason = jdbc.sql("SELECT name FROM termination_reason WHERE code = ?").param(termination.reasonCode()).query(String.class).single();
    write(terminationId, probationCase, CaseTemplate.COURT_NOTICE, Map.of("endedOn", endedOn, "reason", reason));
    write(terminationId, probationCase, CaseTemplate.VICTIM_LIAISON_NOTICE, Map.of("endedOn", endedOn));
    if (hasProviders(probationCase.id())) write(terminationId, probationCase, CaseTemplate.PROVIDER_NOTICE, Map.of("endedOn", endedOn));
    tell(termination, probationCase, "ended", "%s is terminated".formatted(probationCase.text()),
        "Letters to the court and others wait to be posted. Read more on the page of termination %d.".formatted(terminationId));
  }

  /** It was reopened: what the letters say no longer holds. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reopened(Termination termination, ProbationCase probationCase) {
    for (CaseTemplate template : List.of(CaseTemplate.COURT_NOTICE, CaseTemplate.VICTIM_LIAISON_NOTICE, CaseTemplate.PROVIDER_NOTICE)) {
      letters.withdraw(key(termination.id(), template));
    }
    tell(termination, probationCase, "reopened", "%s is reopened".formatted(probationCase.text()),
        "All that its termination closed is open again. Tell whoever had a letter about its end. Read more on the page of termination %d.".formatted(termination.id()));
  }

  /** An event such as a death was told: what must stop has stopped. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stopped(Termination termination, ProbationCase probationCase, String reasonCode, LocalDate occurredOn) {
    tell(termination, probationCase, "stopped-%s-%s".formatted(reasonCode, occurredOn), "%s has stopped".formatted(probationCase.text()),
        "An event was recorded that ends it: its unpaid work has stopped, and its termination goes on. Read more on the page of termination %d.".formatted(termination.id()));
  }

  /** It is overdue, or will be soon. */
  @Transactional
  public void lateness(long terminationId) {
    Termination termination = terminations.get(terminationId);
    if (!termination.open()) return;
    ProbationCase probationCase = cases.get(termination.caseId());
    if (deadlines.isToCome(deadlines.endOfDay(termination.overdueOn()))) {
      tell(termination, probationCase, "due", "The termination of %s is soon overdue".formatted(probationCase.text()),
          "It has to be done by %s. Read on the page of termination %d what it waits for.".formatted(Deadlines.inWords(termination.overdueOn()), terminationId));
      return;
    }
    send(termination, probationCase, "overdue", List.of("head-of-operations-" + probationCase.regionSlug(), "spo-" + probationCase.regionSlug(), ownerGroup(probationCase)),
        "The termination of %s is overdue".formatted(probationCase.text()),
        "It was due on %s. Read on the page of termination %d what it waits for, and speak with those whose task it is."
            .formatted(Deadlines.inWords(termination.dueOn()), terminationId));
  }

  private void tell(Termination termination, ProbationCase probationCase, String what, String subject, String body) {
    send(termination, probationCase, what, List.of(ownerGroup(probationCase), practitionerGroup(probationCase)), subject, body);
  }

  /** Of a limited-access case a whole group learns no more than its CRN. */
  private void send(Termination termination, ProbationCase probationCase, String what, List<String> groups, String subject, String body) {
    boolean limited = probationCase.limitedAccess();
    for (String group : groups) {
      notifications.send("termination-%d-%s-%s".formatted(termination.id(), what, group), group, limited ? "There is news of %s".formatted(probationCase.text()) : subject,
          limited ? "Those who may see this limited-access case read it on the page of termination %d.".formatted(termination.id()) : body, termination.subject());
    }
  }

  /** Who manages the sentence: a stand-alone order has no practitioner in sentence management. */
  public static String practitionerGroup(ProbationCase probationCase) {
    return (probationCase.standaloneUpw() ? "pso-" : "practitioner-") + probationCase.regionSlug();
  }

  private String ownerGroup(ProbationCase probationCase) {
    return owners.find(probationCase.id(), StartingTerminations.SERVICE).map(CaseOwners.Owner::group).orElse("case-admin-" + probationCase.regionSlug());
  }

  private boolean hasProviders(long caseId) {
    return jdbc.sql("""
            SELECT (SELECT COUNT(*) FROM upw_order WHERE case_id = :case) + (SELECT COUNT(*) FROM case_component WHERE case_id = :case AND kind = 'REQUIREMENT')
            """).param("case", caseId).query(Integer.class).single() > 0;
  }

  private void write(long terminationId, ProbationCase probationCase, CaseTemplate template, Map<String, String> model) {
    letters.write(new CaseLetterRequest(key(terminationId, template), template, probationCase.id(), model));
  }

  private static String key(long terminationId, CaseTemplate template) {
    return switch (template) {
      case COURT_NOTICE -> "court-";
      case VICTIM_LIAISON_NOTICE -> "victim-liaison-";
      default -> "provider-";
    } + terminationId;
  }
}
