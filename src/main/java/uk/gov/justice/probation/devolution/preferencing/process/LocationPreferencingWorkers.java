package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.panel.ExperienceWarnings.Warning;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.ranking.AskingPeople;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingRankings;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;

/** The automated steps of {@code location-preferencing}. */
@Component
public class LocationPreferencingWorkers {
  private final Consultations consultations;
  private final ExpectedCalls calls;
  private final TaskSubjects subjects;
  private final PublishingOptions publishing;
  private final AskingPeople asking;
  private final ClosingRankings closing;
  private final Allocating allocating;
  private final Panel panel;
  private final TaskAnswers answers;
  private final PreferencingLinks links;
  private final Moments moments;
  private final Deadlines deadlines;
  private final PreferencingSettings settings;

  LocationPreferencingWorkers(Consultations consultations, ExpectedCalls calls, TaskSubjects subjects, PublishingOptions publishing,
      AskingPeople asking, ClosingRankings closing, Allocating allocating, Panel panel, TaskAnswers answers, PreferencingLinks links, Moments moments,
      Deadlines deadlines, PreferencingSettings settings) {
    this.consultations = consultations;
    this.calls = calls;
    this.subjects = subjects;
    this.publishing = publishing;
    this.asking = asking;
    this.closing = closing;
    this.allocating = allocating;
    this.panel = panel;
    this.answers = answers;
    this.links = links;
    this.moments = moments;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record OptionsPublished(int optionCount, int placeCount, String closesAt, String closesText, String optionsUrl) {}

  @JobWorker(type = "preferencing.publishOptions")
  public OptionsPublished publishOptions(@Variable long consultationId, ActivatedJob job) {
    begin(consultationId, job);
    PublishingOptions.Published published = publishing.publish(consultationId);
    return new OptionsPublished(
        published.options(), published.places(), moments.at(published.closesAt()), moments.dayOf(published.closesAt()), links.options(consultationId));
  }

  @JobWorker(type = "preferencing.listPeople")
  public Map<String, List<Long>> listPeople(@Variable long consultationId, ActivatedJob job) {
    List<Long> people = asking.people(consultationId);
    calls.expect("rank-locations", people, job.getElementInstanceKey());
    return Map.of("people", people);
  }

  @JobWorker(type = "preferencing.planClosing")
  public Map<String, String> planClosing(@Variable long consultationId) {
    return Map.of("closesAt", moments.at(closing.plan(consultationId)));
  }

  @JobWorker(type = "preferencing.closeRankings")
  public Map<String, Boolean> closeRankings(@Variable long consultationId) {
    return Map.of("closed", closing.close(consultationId));
  }

  record Allocated(int placed, int unplaced, int firstChoices) {}

  @JobWorker(type = "preferencing.allocate")
  public Allocated allocate(@Variable long consultationId) {
    Run run = allocating.allocate(consultationId);
    return new Allocated(run.placed(), run.unplaced(), run.firstChoices());
  }

  record PanelPrepared(String title, String regionName, String regionSlug, int placed, int unplaced, int firstChoices, int worstRank, int warnings, String warningsText, String panelDueAt, String allocationUrl) {}

  /** Prepared again where the panel's answer was not taken, it stays due when it was. */
  @JobWorker(type = "preferencing.preparePanel")
  public PanelPrepared preparePanel(
      @Variable long consultationId, @Variable(optional = true) String panelRefused, @Variable(optional = true) String panelDueAt, ActivatedJob job) {
    begin(consultationId, job);
    Panel.Table table = panel.prepare(consultationId);
    String due = panelRefused != null && panelDueAt != null ? panelDueAt : deadlines.inWorkingDays(settings.panelDue());
    var consultation = table.consultation();
    return new PanelPrepared(
        consultation.title(), consultation.regionName(), consultation.regionSlug(), table.placed(), table.score().unplaced(), table.score().at(1), table.score().worstRank(),
        table.warnings().size(), toBeLookedAt(table), due, links.allocation(consultationId));
  }

  record PanelAnswer(Boolean panelChecked) {}

  @JobWorker(type = "preferencing.recordPanel")
  public Map<String, Object> recordPanel(ActivatedJob listener) {
    return answers.keep(listener, "panelRefused", PanelAnswer.class, (task, answer) -> {
      if (!Boolean.TRUE.equals(answer.panelChecked())) throw new AnswerRefusedException("Tick that the panel has looked at the results and confirms them.");
      panel.confirm(task.id("consultationId"), task.answer());
    });
  }

  @JobWorker(type = "preferencing.escalatePanel")
  public void escalatePanel(@Variable long consultationId) {
    panel.escalate(consultationId);
  }

  private void begin(long consultationId, ActivatedJob job) {
    Consultations.Facts consultation = consultations.get(consultationId);
    calls.claim("location-preferencing", consultationId, job.getProcessInstanceKey(), Stream.ofNullable(consultation.processInstanceKey()).toList());
    subjects.note(job.getProcessInstanceKey(), new TaskSubject("consultationId", consultationId, consultation.subject(), consultation.regionCode()));
    calls.begun(job);
  }

  /** Counts and teams, one Markdown line each; nobody is named. */
  private static String toBeLookedAt(Panel.Table table) {
    int open = table.open().size();
    Stream<String> people = open == 0 ? Stream.empty() : Stream.of("People the panel has to decide about: %d".formatted(open));
    String lines = Stream.concat(people, table.warnings().stream().map(Warning::inWords)).map(line -> "- " + line).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "Nothing." : lines;
  }
}
