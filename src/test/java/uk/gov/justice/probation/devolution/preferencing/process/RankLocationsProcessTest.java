package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.cohort.GivingMoreTime;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.preferencing.ranking.Ranking;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings.Contact;
import uk.gov.justice.probation.devolution.security.Colleague;

class RankLocationsProcessTest extends ProcessScenario {

    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Rankings rankings;

    @Autowired
    ChangingCohorts cohorts;

    @Autowired
    GivingMoreTime moreTime;

    private long about;
    private long person;
    private String sefton;
    private String wirral;

    @BeforeEach
    void somebodyMayRankTwoOptions() {
        about = consultation.ranking();
        sefton = Long.toString(consultation.option(about, "NW_10", 2));
        wirral = Long.toString(consultation.option(about, "NW_12", 1));
        person = consultation.person(about, "P0001");
    }

    @Test
    void thePersonRanksInTasklistAndIsToldWhereItCannotBeTaken() {
        long instance = start();

        tasklist.complete("Task_RankLocations", "P0001", Map.of("choice1", sefton, "choice2", sefton));
        process(instance).hasCompletedElement("Task_RankLocations", 1).hasActiveElements("Task_RankLocations");
        assertThat(answers()).isEmpty();
        tasklist.complete("Task_RankLocations", "P0001", Map.of("choice1", wirral, "choice2", sefton));

        process(instance).isCompleted().hasCompletedElements("End_Ranked");
        assertThat(answers()).containsExactly("OWN by P0001: %s,%s".formatted(wirral, sefton));
    }

    @Test
    void whoRanksOnOurPageHasNothingLeftToDoInTasklist() {
        long instance = start();
        tasklist.open("Task_RankLocations");

        assertThat(rankings.recordOnPage(
                        person, new Ranking(List.of(Long.valueOf(sefton)), Set.of()), new Colleague("P0001", Set.of())))
                .isEmpty();

        process(instance).isCompleted().hasCompletedElements("End_RankedOnPage");
        assertThat(tasklist.allOpen("Task_RankLocations")).isEmpty();
    }

    @Test
    void twoRemindersComeBeforeClosingAndARefusedAnswerBringsNoMore() {
        long instance = start();
        LocalDate first = workingDay(15);
        LocalDate second = workingDay(18);
        tasklist.open("Task_RankLocations");

        untilMorningOf(first);
        process(instance).hasCompletedElement("Task_RemindPerson", 1);
        tasklist.complete("Task_RankLocations", "P0001", Map.of("choice1", sefton, "choice2", sefton));
        process(instance).hasCompletedElement("Task_RankLocations", 1).hasActiveElements("Task_RankLocations");
        untilMorningOf(second);

        process(instance).hasCompletedElement("Task_RemindPerson", 2).hasActiveElements("Task_RankLocations");
        assertThat(records.messagesTo("P0001")).hasSize(2);
    }

    @Test
    void whatIsSentAtClosingIsStillTaken() {
        long instance = start();
        tasklist.open("Task_RankLocations");
        time.passUntil(workingDay(20).atTime(17, 5).atZone(time.getZone()).toInstant());

        tasklist.complete("Task_RankLocations", "P0001", Map.of("choice1", sefton));

        process(instance).isCompleted().hasCompletedElements("End_Ranked");
        assertThat(answers()).containsExactly("OWN by P0001: " + sefton);
    }

    @Test
    void whoDoesNotAnswerIsContactedByTheLineManagerAndHrHelpsWhenThatIsLate() {
        long instance = start();
        untilClosed();
        tasklist.open("Task_RecordForPerson");
        untilEveningOf(workingDay(4));
        process(instance).hasCompletedElements("End_ToldContact");
        String today = LocalDate.now(time).toString();

        tasklist.complete(
                "Task_RecordForPerson",
                ExampleConsultation.MANAGER,
                Map.of("contactOutcome", "RECORDED", "contactedOn", today, "choice1", sefton, "choice2", sefton));
        process(instance).hasCompletedElement("Task_RecordForPerson", 1).hasActiveElements("Task_RecordForPerson");
        tasklist.complete(
                "Task_RecordForPerson",
                ExampleConsultation.MANAGER,
                Map.of("contactOutcome", "RECORDED", "contactedOn", today, "choice1", wirral));

        process(instance).isCompleted().hasCompletedElements("End_RecordedForPerson");
        assertThat(answers())
                .as("what was entered before is still in the form")
                .containsExactly("ON_BEHALF by LM001: %s,%s".formatted(wirral, sefton));
        assertThat(records.messagesTo("hr-nw")).hasSize(1);
    }

    @Test
    void whoCannotBeReachedIsRecordedAsThatAndNeverAsAnAnswer() {
        long instance = start();
        untilClosed();

        tasklist.complete(
                "Task_RecordForPerson",
                ExampleConsultation.MANAGER,
                Map.of(
                        "contactOutcome",
                        "UNAVAILABLE",
                        "contactedOn",
                        LocalDate.now(time).toString()));

        process(instance).isCompleted();
        assertThat(answers()).containsExactly("UNAVAILABLE by LM001: nothing");
    }

    @Test
    void aTickOfAnEarlierReleaseAgreesToEveryPlaceAndAListToThosePlacesAlone() {
        long other = consultation.person(about, "P0002");
        start();
        tasklist.complete("Task_RankLocations", "P0001", Map.of("choice1", wirral, "longJourneyAgreed", true));
        consultation.start("rank-locations", about, Map.of("memberId", other));
        tasklist.complete(
                "Task_RankLocations",
                "P0002",
                Map.of("choice1", wirral, "choice2", sefton, "longJourneyAgreed", List.of(sefton)));

        await("both answers are kept")
                .untilAsserted(() -> assertThat(agreed()).containsExactly("P0001 to " + wirral, "P0002 to " + sefton));
    }

    @Test
    void whatTheLineManagerRecordsOnOurPageClosesTheTask() {
        long instance = start();
        untilClosed();
        tasklist.open("Task_RecordForPerson");
        List<Long> both = List.of(Long.valueOf(sefton), Long.valueOf(wirral));

        assertThat(rankings.recordForPersonOnPage(
                        person,
                        new Contact(true, LocalDate.now(time), new Ranking(both, Set.of())),
                        new Colleague(ExampleConsultation.MANAGER, Set.of())))
                .isEmpty();

        process(instance).isCompleted().hasCompletedElements("End_NotNeeded");
        assertThat(tasklist.allOpen("Task_RecordForPerson")).isEmpty();
        assertThat(answers()).containsExactly("ON_BEHALF by LM001: %s,%s".formatted(sefton, wirral));
    }

    @Test
    void moreTimeGivesThePersonTheirTaskBackEvenWhenTheLineManagerHasItAlready() {
        long instance = start();
        untilClosed();
        tasklist.open("Task_RecordForPerson");

        moreTime.extend(person, workingDay(10), "Planted: in hospital", HR);

        process(instance).hasCompletedElement("Task_PrepareRanking", 2);
        assertThat(tasklist.open("Task_RankLocations").getDueDate().toLocalDate())
                .isEqualTo(workingDay(10));
        assertThat(tasklist.allOpen("Task_RecordForPerson")).isEmpty();
        tasklist.complete("Task_RankLocations", "P0001", Map.of("choice1", sefton));
        process(instance).isCompleted();
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(300))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().contains("hospital"));
    }

    @Test
    void whoLeavesIsNoLongerAsked() {
        long instance = start();
        tasklist.open("Task_RankLocations");

        cohorts.leave(person, HR);

        process(instance).isCompleted().hasCompletedElements("End_Left");
        assertThat(tasklist.allOpen("Task_RankLocations")).isEmpty();
    }

    @Test
    void twoProcessesDoNotAskThePersonTwice() {
        start();
        tasklist.open("Task_RankLocations");

        long second = start();

        process(second).isCompleted().hasCompletedElements("End_NotNeeded");
        assertThat(tasklist.allOpen("Task_RankLocations")).hasSize(1);
    }

    private long start() {
        return consultation.start("rank-locations", about, Map.of("memberId", person));
    }

    private void untilClosed() {
        tasklist.open("Task_RankLocations");
        untilEveningOf(workingDay(20));
    }

    private List<String> agreed() {
        return jdbc.sql("""
            SELECT CONCAT(a.given_by, ' to ', c.option_id) FROM preference_answer a JOIN preference_choice c ON c.answer_id = a.id
            WHERE c.long_journey_agreed ORDER BY a.given_by, c.choice_rank
            """).query(String.class).list();
    }

    private List<String> answers() {
        return jdbc.sql("""
            SELECT CONCAT(a.kind, ' by ', a.given_by, ': ', COALESCE(GROUP_CONCAT(c.option_id ORDER BY c.choice_rank), 'nothing'))
            FROM preference_answer a LEFT JOIN preference_choice c ON c.answer_id = a.id GROUP BY a.id, a.kind, a.given_by ORDER BY a.id
            """).query(String.class).list();
    }
}
