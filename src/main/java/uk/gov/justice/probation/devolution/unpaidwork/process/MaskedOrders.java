package uk.gov.justice.probation.devolution.unpaidwork.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ProcessesToMask;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.AccessLimited;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/** Of a case to which access is limited the processes of its orders know the CRN alone from then on, and so do the messages about them. */
@Component
class MaskedOrders {
  static final Set<String> STAYS = Set.of("crn", "orderId", "sessionId", "enforcementId", "consoleUrl", "orderUrl", "sessionUrl", "assessmentUrl",
      "proposalsUrl", "enforcementUrl", "regionCode", "regionSlug", "regionName", "ownerGroup", "practitionerGroup", "startGroup", "taskGroup", "taskDueAt",
      "teamDueAt", "teamNoticeCycle", "approvalDueAt", "approvalNoticeCycle", "projectDueAt", "projectNoticeCycle", "reviewDueAt", "reviewNoticeCycle",
      "courtDueAt", "courtNoticeCycle", "helpDueAt", "helpNoticeCycle", "packDueAt", "packNoticeCycle", "learningCheckAt", "evidenceUntilAt", "replyUntilAt",
      "stepDueAt", "step", "way", "begun", "outcomeGiven", "sessionCancelled", "learningTakenUp", "hoursLeft", "month", "acknowledged", "startAnswer");

  private final ReadingOrders orders;
  private final TaskSubjects subjects;
  private final MessagesAboutCases messages;
  private final Deadlines deadlines;
  private final UnpaidWorkSettings settings;
  private final ApplicationEventPublisher events;

  MaskedOrders(ReadingOrders orders, TaskSubjects subjects, MessagesAboutCases messages, Deadlines deadlines, UnpaidWorkSettings settings,
      ApplicationEventPublisher events) {
    this.orders = orders;
    this.subjects = subjects;
    this.messages = messages;
    this.deadlines = deadlines;
    this.settings = settings;
    this.events = events;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(AccessLimited limited) {
    orders.of(limited.cases()).forEach(this::mask);
  }

  private void mask(ProbationCase probationCase, List<String> abouts) {
    List<Long> instances = subjects.instancesAbout(abouts);
    String due = deadlines.inWorkingDays(settings.firstAppointment());
    Map<String, Object> instead = Map.of(
        "limited", true, "caseText", probationCase.text(), "sessionText", probationCase.text(), "teamName", "", "teams", List.of(), "proposals", List.of(), "assessDueAt", due,
        "assessNoticeCycle", deadlines.noticeCycle(due, settings.reminder()));
    if (!instances.isEmpty()) events.publishEvent(new ProcessesToMask(instances, STAYS, instead));
    messages.mask(probationCase, abouts);
  }
}
