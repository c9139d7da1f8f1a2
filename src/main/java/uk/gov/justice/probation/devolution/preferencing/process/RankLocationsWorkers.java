package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.preferencing.AskingPeople;
import uk.gov.justice.probation.devolution.preferencing.AskingPeople.Asked;
import uk.gov.justice.probation.devolution.preferencing.AskingPeople.ToContact;
import uk.gov.justice.probation.devolution.preferencing.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.Offers.Offer;
import uk.gov.justice.probation.devolution.preferencing.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.Ranking;
import uk.gov.justice.probation.devolution.preferencing.Rankings;

/** The automated steps of {@code rank-locations}. */
@Component
public class RankLocationsWorkers {
  private final AskingPeople asking;
  private final Rankings rankings;
  private final TaskAnswers answers;
  private final PreferencingLinks links;
  private final Moments moments;
  private final Deadlines deadlines;
  private final PreferencingSettings settings;

  RankLocationsWorkers(AskingPeople asking, Rankings rankings, TaskAnswers answers, PreferencingLinks links, Moments moments, Deadlines deadlines, PreferencingSettings settings) {
    this.asking = asking;
    this.rankings = rankings;
    this.answers = answers;
    this.links = links;
    this.moments = moments;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Selectable(String value, String label) {}

  record RankingPrepared(
      boolean proceed, List<String> personUsers, List<Selectable> options, String optionsText, int maxChoices, String closesAt, String closesText, String stopsAskingAt,
      String firstReminderAt, String secondReminderAt, String rankingUrl, String circumstancesUrl, boolean journeyUnknown) {}

  @JobWorker(type = "preferencing.prepareRanking")
  public RankingPrepared prepareRanking(@Variable long memberId, ActivatedJob job) {
    Asked asked = asking.prepare(memberId, job.getProcessInstanceKey());
    Choice choice = asked.choice();
    List<Offer> offers = asked.needed() ? choice.offers() : List.of();
    return new RankingPrepared(
        asked.needed(), List.of(choice.person().userName()), offers.stream().map(RankLocationsWorkers::selectable).toList(), table(offers), choice.consultation().maxChoices(),
        moments.at(asked.closesAt()), moments.dayOf(asked.closesAt()), moments.at(asked.closesAt().plus(settings.stillTaken())), start(asked.firstReminderOn()),
        start(asked.secondReminderOn()), links.ranking(memberId), links.circumstances(memberId), asked.needed() && choice.journeyUnknown());
  }

  @JobWorker(type = "preferencing.recordRanking")
  public Map<String, String> recordRanking(
      @Variable long memberId, @Variable(optional = true) String choice1, @Variable(optional = true) String choice2, @Variable(optional = true) String choice3,
      @Variable(optional = true) String choice4, @Variable(optional = true) String choice5, @Variable(optional = true) Boolean longJourneyAgreed, ActivatedJob listener) {
    Ranking ranking = ranking(longJourneyAgreed, choice1, choice2, choice3, choice4, choice5);
    return Collections.singletonMap("rankingRefused", rankings.record(memberId, ranking, answers.of(listener)));
  }

  @JobWorker(type = "preferencing.remindPerson")
  public void remindPerson(@Variable long memberId) {
    asking.remind(memberId);
  }

  record ContactPrepared(List<String> managerUsers, List<String> managerGroups, String personName, String contactDueAt) {}

  @JobWorker(type = "preferencing.prepareContact")
  public ContactPrepared prepareContact(@Variable long memberId) {
    ToContact contact = asking.toContact(memberId);
    return new ContactPrepared(
        contact.manager().users(), contact.manager().groups(), contact.person().displayName(), deadlines.inWorkingDays(settings.contactDue()));
  }

  @JobWorker(type = "preferencing.recordForPerson")
  public Map<String, String> recordForPerson(
      @Variable long memberId, @Variable String contactOutcome, @Variable(optional = true) LocalDate contactedOn, @Variable(optional = true) String choice1,
      @Variable(optional = true) String choice2, @Variable(optional = true) String choice3, @Variable(optional = true) String choice4,
      @Variable(optional = true) String choice5, @Variable(optional = true) Boolean longJourneyAgreed, ActivatedJob listener) {
    Ranking ranking = ranking(longJourneyAgreed, choice1, choice2, choice3, choice4, choice5);
    Rankings.Contact contact = new Rankings.Contact(contactOutcome.equals("RECORDED"), contactedOn, ranking);
    return Collections.singletonMap("rankingRefused", rankings.recordForPerson(memberId, contact, answers.of(listener)));
  }

  @JobWorker(type = "preferencing.escalateContact")
  public void escalateContact(@Variable long memberId) {
    asking.escalateContact(memberId);
  }

  private static Ranking ranking(Boolean longJourneyAgreed, String... choices) {
    return new Ranking(
        Stream.of(choices).filter(Objects::nonNull).filter(choice -> !choice.isBlank()).map(Long::valueOf).toList(), Boolean.TRUE.equals(longJourneyAgreed));
  }

  private static Selectable selectable(Offer offer) {
    return new Selectable(Long.toString(offer.option().id()), "%s (%s)".formatted(offer.option().name(), places(offer)));
  }

  /** Site, role where there are several, places, what would be new: one Markdown row each. How far it is from home stands on our page only. */
  private static String table(List<Offer> offers) {
    if (offers.isEmpty()) return "Nothing is offered to your role.";
    boolean oneRole = offers.stream().map(offer -> offer.option().roleCode()).distinct().count() == 1;
    String head = oneRole ? "| Site | Places | New to you |\n|---|---|---|\n" : "| Site | Role | Places | New to you |\n|---|---|---|---|\n";
    return offers.stream().map(offer -> row(offer, oneRole)).collect(Collectors.joining("\n", head, ""));
  }

  private static String row(Offer offer, boolean oneRole) {
    String where = oneRole ? offer.option().siteName() : offer.option().siteName() + " | " + offer.option().roleName();
    return "| %s | %d | %s |".formatted(where, offer.option().places(), newTasks(offer));
  }

  private static String newTasks(Offer offer) {
    return offer.newTasks().isEmpty() ? "Nothing" : String.join(", ", offer.newTasks());
  }

  private static String places(Offer offer) {
    return offer.option().places() == 1 ? "1 place" : offer.option().places() + " places";
  }

  private String start(LocalDate day) {
    return day == null ? null : deadlines.startOf(day);
  }
}
