package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.preferencing.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.StartingInNewPlaces;
import uk.gov.justice.probation.devolution.preferencing.StartingInNewPlaces.Recorded;
import uk.gov.justice.probation.devolution.preferencing.StartingInNewPlaces.Start;

/** The automated steps of {@code start-in-new-place}. */
@Component
public class StartWorkers {
  private final StartingInNewPlaces starting;
  private final TaskAnswers answers;
  private final Deadlines deadlines;
  private final PreferencingSettings settings;

  StartWorkers(StartingInNewPlaces starting, TaskAnswers answers, Deadlines deadlines, PreferencingSettings settings) {
    this.starting = starting;
    this.answers = answers;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Prepared(
      boolean proceed, String personName, List<String> managerUsers, List<String> managerGroups, String siteName, String roleName, String newTasksText, String startDueAt) {
    private static final Prepared NOT_NEEDED = new Prepared(false, "", List.of(), List.of(), "", "", "", null);
  }

  @JobWorker(type = "preferencing.prepareStart")
  public Prepared prepareStart(@Variable long memberId) {
    return starting.prepare(memberId).map(this::prepared).orElse(Prepared.NOT_NEEDED);
  }

  private Prepared prepared(Start start) {
    String newTasks = start.newTasks().isEmpty() ? "Nothing: the tasks are the same as today's." : start.newTasks().stream().map(task -> "- " + task).collect(Collectors.joining("\n"));
    return new Prepared(
        true, start.personName(), start.manager().users(), start.manager().groups(), start.place().siteName(), start.place().roleName(), newTasks,
        deadlines.inWorkingDays(settings.startDue()));
  }

  @JobWorker(type = "preferencing.recordStart")
  public void recordStart(
      @Variable long memberId, @Variable LocalDate startsOn, @Variable(optional = true) Boolean inductionBooked, @Variable(optional = true) Boolean toolsReady,
      @Variable(optional = true) Boolean learningPlanAgreed, ActivatedJob listener) {
    starting.record(memberId, new Recorded(startsOn, yes(inductionBooked), yes(toolsReady), yes(learningPlanAgreed)), answers.of(listener));
  }

  @JobWorker(type = "preferencing.escalateStart")
  public void escalateStart(@Variable long memberId) {
    starting.escalate(memberId);
  }

  @JobWorker(type = "preferencing.writeWelcomeLetter")
  public Map<String, String> writeWelcomeLetter(@Variable long memberId) {
    return Map.of("letterBatch", starting.writeWelcome(memberId));
  }

  @JobWorker(type = "preferencing.movePerson")
  public void movePerson(@Variable long memberId) {
    starting.move(memberId);
  }

  private static boolean yes(Boolean ticked) {
    return Boolean.TRUE.equals(ticked);
  }
}
