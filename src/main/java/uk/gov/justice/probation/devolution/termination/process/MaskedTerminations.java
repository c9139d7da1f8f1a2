package uk.gov.justice.probation.devolution.termination.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.ProcessesToMask;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.AccessLimited;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.TerminationDates;

/** Of a case to which access is limited the processes of its terminations know the CRN alone from then on, and so do the messages about them. */
@Component
class MaskedTerminations {
  static final Set<String> STAYS = Set.of("terminationId", "crn", "limited", "regionCode", "regionSlug", "regionName", "ownerGroup", "practitionerGroup", "confirmGroups", "consoleUrl",
      "terminationUrl", "over", "frozen", "stillSo", "way", "secondReview", "lookAgainAt", "taskDueAt", "readable", "acknowledged", "startAnswer", "goesOn");

  private final ListingTerminations terminations;
  private final TaskSubjects subjects;
  private final MessagesAboutCases messages;
  private final TerminationDates dates;
  private final ApplicationEventPublisher events;

  MaskedTerminations(ListingTerminations terminations, TaskSubjects subjects, MessagesAboutCases messages, TerminationDates dates, ApplicationEventPublisher events) {
    this.terminations = terminations;
    this.subjects = subjects;
    this.messages = messages;
    this.dates = dates;
    this.events = events;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(AccessLimited limited) {
    terminations.subjects(limited.cases()).forEach(this::mask);
  }

  private void mask(ProbationCase probationCase, List<String> abouts) {
    Map<String, Object> instead = new HashMap<>(Map.of("limited", true, "caseText", probationCase.text()));
    instead.put("requestText", probationCase.text());
    instead.put("overdueNoticeCycle", dates.overdueNoticeCycleFromToday());
    List<Long> instances = subjects.instancesAbout(abouts);
    if (!instances.isEmpty()) events.publishEvent(new ProcessesToMask(instances, STAYS, instead));
    messages.mask(probationCase, abouts);
  }
}
