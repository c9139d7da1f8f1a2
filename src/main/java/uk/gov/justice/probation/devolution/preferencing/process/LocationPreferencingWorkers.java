package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.preferencing.Allocating;
import uk.gov.justice.probation.devolution.preferencing.AskingPeople;
import uk.gov.justice.probation.devolution.preferencing.ClosingRankings;
import uk.gov.justice.probation.devolution.preferencing.ExperienceWarnings.Warning;
import uk.gov.justice.probation.devolution.preferencing.Panel;
import uk.gov.justice.probation.devolution.preferencing.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.PublishingOptions;
import uk.gov.justice.probation.devolution.preferencing.Run;

/** The automated steps of {@code location-preferencing}. */
@Component
public class LocationPreferencingWorkers {
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

  LocationPreferencingWorkers(PublishingOptions publishing, AskingPeople asking, ClosingRankings closing, Allocating allocating, Panel panel, TaskAnswers answers,
      PreferencingLinks links, Moments moments, Deadlines deadlines, PreferencingSettings settings) {
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
  public OptionsPublished publishOptions(@Variable long consultationId) {
    PublishingOptions.Published published = publishing.publish(consultationId);
    return new OptionsPublished(
        published.options(), published.places(), moments.at(published.closesAt()), moments.dayOf(published.closesAt()), links.options(consultationId));
  }

  @JobWorker(type = "preferencing.listPeople")
  public Map<String, List<Long>> listPeople(@Variable long consultationId) {
    return Map.of("people", asking.people(consultationId));
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

  record PanelPrepared(int placed, int unplaced, int firstChoices, int worstRank, int warnings, String warningsText, String panelDueAt, String allocationUrl) {}

  @JobWorker(type = "preferencing.preparePanel")
  public PanelPrepared preparePanel(@Variable long consultationId) {
    Panel.Table table = panel.prepare(consultationId);
    return new PanelPrepared(
        table.placed(), table.score().unplaced(), table.score().at(1), table.score().worstRank(), table.warnings().size(), toBeLookedAt(table),
        deadlines.inWorkingDays(settings.panelDue()), links.allocation(consultationId));
  }

  @JobWorker(type = "preferencing.recordPanel")
  public Map<String, String> recordPanel(@Variable long consultationId, ActivatedJob listener) {
    return Collections.singletonMap("panelRefused", panel.confirm(consultationId, answers.of(listener)));
  }

  @JobWorker(type = "preferencing.escalatePanel")
  public void escalatePanel(@Variable long consultationId) {
    panel.escalate(consultationId);
  }

  /** Counts and teams, one Markdown line each; nobody is named. */
  private static String toBeLookedAt(Panel.Table table) {
    int open = table.open().size();
    Stream<String> people = open == 0 ? Stream.empty() : Stream.of("People the panel has to decide about: %d".formatted(open));
    String lines = Stream.concat(people, table.warnings().stream().map(Warning::inWords)).map(line -> "- " + line).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "Nothing." : lines;
  }
}
