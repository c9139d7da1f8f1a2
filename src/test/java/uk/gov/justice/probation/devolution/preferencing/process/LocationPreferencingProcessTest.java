package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.consultation.cohort.GivingMoreTime;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingEarly;
import uk.gov.justice.probation.devolution.preferencing.round.PlanningPosts;
import uk.gov.justice.probation.devolution.preferencing.round.TypedPost;
import uk.gov.justice.probation.devolution.security.Colleague;

class LocationPreferencingProcessTest extends ProcessScenario {

    private static final String PANEL = "preference-panel-nw";
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final Colleague PANELLIST = new Colleague(PANEL, Set.of(PANEL));

    @Autowired
    ChangingCohorts cohorts;

    @Autowired
    GivingMoreTime moreTime;

    @Autowired
    Panel panel;

    @Autowired
    ClosingEarly closing;

    @Autowired
    PlanningPosts planning;

    @Autowired
    Letters letters;

    @Test
    void thirtyPeopleRankLateOnesAreContactedAndThePanelLooksAtWhoGotNothingTheyAskedFor() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.vacancy("NW_10", 20);
        consultation.vacancy("NW_12", 9);
        List<Long> people = consultation.people(about, 30);
        long instance = start(about);
        tasklist.open("Task_RankLocations", 30).stream()
                .filter(task -> !task.getCandidateUsers().contains("P0030")
                        && !task.getCandidateUsers().contains("P0029"))
                .forEach(task -> tasklist.complete(
                        task,
                        task.getCandidateUsers().getFirst(),
                        Map.of("choice1", option("NW_10"), "choice2", option("NW_12"))));
        untilEveningOf(workingDay(20));
        String today = LocalDate.now(time).toString();
        tasklist.complete(
                contactAbout("P0029"),
                ExampleConsultation.MANAGER,
                Map.of("contactOutcome", "RECORDED", "contactedOn", today, "choice1", option("NW_12")));
        tasklist.complete(
                contactAbout("P0030"),
                ExampleConsultation.MANAGER,
                Map.of("contactOutcome", "UNAVAILABLE", "contactedOn", today));

        tasklist.complete("Task_Panel", PANEL, Map.of("panelChecked", true));
        process(instance).hasCompletedElement("Task_Panel", 1).hasActiveElements("Task_Panel");
        assertThat(records.count("SELECT COUNT(*) FROM placement"))
                .as("nothing is confirmed while somebody was not looked at")
                .isZero();
        panel.keep(about, people, PANELLIST);
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_Panel", PANEL, Map.of("panelChecked", true));

        process(instance).isCompleted().hasCompletedElements("End_Confirmed", "End_ToldPanel");
        assertThat(variables(instance))
                .as("in Operate nobody reads what people got")
                .containsExactlyInAnyOrder(
                        "allocationUrl",
                        "closed",
                        "closesAt",
                        "closesText",
                        "consoleUrl",
                        "consultationId",
                        "optionCount",
                        "optionsUrl",
                        "panelChecked",
                        "panelDueAt",
                        "panelOnly",
                        "panelRefused",
                        "people",
                        "placeCount",
                        "placed",
                        "regionCode",
                        "regionName",
                        "regionSlug",
                        "title",
                        "unplaced");
        process(instance).hasVariable("placed", null).hasVariable("unplaced", null);
        assertThat(records.count("SELECT COUNT(*) FROM placement WHERE option_id IS NULL"))
                .isEqualTo(1);
        assertThat(jdbc.sql("""
            SELECT CONCAT(o.site_code, ' ', COUNT(*)) FROM placement p JOIN preference_option o ON o.id = p.option_id GROUP BY o.site_code ORDER BY o.site_code
            """).query(String.class).list()).containsExactly("NW_10 20", "NW_12 9");
        assertThat(records.audited("consultation/" + about))
                .containsSubsequence(
                        "OPTIONS_PUBLISHED by system",
                        "PREFERENCES_CLOSED by system",
                        "ALLOCATED by system",
                        "PANEL_CONFIRMED by " + PANEL);
        assertThat(records.messagesTo("hr-nw")).anyMatch(message -> message.contains("panel"));
    }

    @Test
    void whoJoinsWhileTheOthersWaitForClosingIsMetAndRanksAndMoreTimeMovesTheClosing() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.vacancy("NW_10", 3);
        List<Long> people = consultation.people(about, 2);
        consultation.colleague("P0003");
        long instance = start(about);
        tasklist.open("Task_RankLocations", 2);
        tasklist.completeAll("Task_RankLocations", 2, Map.of("choice1", option("NW_10")));
        process(instance).hasActiveElements("Gateway_UntilClosing");

        cohorts.join(about, "P0003", HR);
        tasklist.complete(
                "Task_OneToOne", ExampleConsultation.MANAGER, Map.of("meetingOutcome", "DECLINED", "notesKept", true));
        tasklist.complete("Task_RankLocations", "P0003", Map.of("choice1", option("NW_10")));
        process(instance).hasCompletedElements("End_Joined");
        moreTime.extend(people.getFirst(), workingDay(30), "Planted: illness", HR);
        untilEveningOf(workingDay(20));
        process(instance).hasCompletedElement("Task_CloseRankings", 1).hasActiveElements("Gateway_UntilClosing");
        untilEveningOf(workingDay(10));
        tasklist.complete("Task_Panel", PANEL, Map.of("panelChecked", true));

        process(instance).isCompleted().hasCompletedElement("Task_CloseRankings", 2);
        assertThat(records.count("SELECT COUNT(option_id) FROM placement")).isEqualTo(3);
        assertThat(records.count("SELECT COUNT(*) FROM allocation_run WHERE kind = 'OFFICIAL'"))
                .isEqualTo(1);
    }

    @Test
    void onceEverybodyHasAnsweredHrMayCloseBeforeTheLastDay() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.vacancy("NW_10", 2);
        consultation.people(about, 2);
        long instance = start(about);
        tasklist.open("Task_RankLocations", 2);
        rank("P0001");
        await("the answer is kept")
                .atMost(Duration.ofSeconds(60))
                .until(() -> records.count("SELECT COUNT(*) FROM preference_answer") == 1);
        assertThatThrownBy(() -> closing.close(about, HR)).hasMessageContaining("1 person has not answered yet");
        rank("P0002");
        process(instance).hasActiveElements("Gateway_UntilClosing");

        closing.close(about, HR);
        tasklist.complete("Task_Panel", PANEL, Map.of("panelChecked", true));

        process(instance).isCompleted().hasCompletedElements("Catch_ClosedEarly");
        assertThat(records.count("SELECT COUNT(option_id) FROM placement")).isEqualTo(2);
        assertThat(records.audited("consultation/" + about)).contains("PREFERENCES_CLOSED_EARLY by hr-nw");
        assertThat(records.messagesTo("P0001")).anyMatch(message -> message.contains("ranking of places is closed"));
    }

    @Test
    void postsOfOneSiteAndRoleWithOtherHoursAreOtherPlacesFromThePublicationToTheLetter() {
        long about = consultation.at(ConsultationState.INDIVIDUAL);
        consultation.vacancy("NW_10", 2);
        planning.plan(
                about, "NW_10", "CA_GENERAL", List.of(new TypedPost("37", "1"), new TypedPost("18.5", "1")), null, HR);
        List<Long> people = consultation.people(about, 2);
        long instance = start(about);
        tasklist.open("Task_RankLocations", 2);
        rank("P0001", option(1850), option(3700));
        rank("P0002", option(3700), option(1850));
        process(instance).hasActiveElements("Gateway_UntilClosing");
        closing.close(about, HR);
        tasklist.complete("Task_Panel", PANEL, Map.of("panelChecked", true));
        process(instance).isCompleted();
        assertThat(records.count("SELECT COUNT(option_id) FROM placement")).isEqualTo(2);

        given.theConsultation(about).state("OUTCOME").save();
        process(consultation.start("preferencing-outcome", about, Map.of())).hasActiveElements("Catch_AppealWindow");
        assertThat(letterTo(people.getFirst()))
                .contains("Case administrator at Sefton probation office, 18.5 hours a week")
                .contains("not the hours of your contract");
        assertThat(letterTo(people.getLast()))
                .contains("Case administrator at Sefton probation office, 37 hours a week")
                .doesNotContain("not the hours of your contract");
    }

    @Test
    void whatTheDirectorGivesBackGoesToThePanelAgainAndAsksNobodyElse() {
        long about = consultation.ranking();
        long sefton = consultation.option(about, "NW_10", 2);
        List<Long> people = consultation.people(about, 2);
        consultation.confirmed(about, people, sefton);
        given.theConsultation(about).state("PANEL").save();

        long instance = consultation.start(
                "location-preferencing",
                about,
                Map.of("panelOnly", true, "outcomeNote", "Look again at the new teams"));
        tasklist.complete("Task_Panel", PANEL, Map.of("panelChecked", true));

        process(instance)
                .isCompleted()
                .hasNotActivatedElements("Task_PublishOptions", "SubProcess_Rankings", "Task_Allocate");
        assertThat(records.count("SELECT COUNT(*) FROM allocation_run")).isEqualTo(1);
    }

    private void rank(String person) {
        rank(person, option("NW_10"), "");
    }

    private void rank(String person, String first, String second) {
        tasklist.complete(
                tasklist.open(
                        "Task_RankLocations", task -> task.getCandidateUsers().contains(person)),
                person,
                second.isEmpty() ? Map.of("choice1", first) : Map.of("choice1", first, "choice2", second));
    }

    private List<String> variables(long instance) {
        return camunda
                .newVariableSearchRequest()
                .filter(filter -> filter.scopeKey(instance))
                .page(page -> page.limit(100))
                .send()
                .join()
                .items()
                .stream()
                .map(Variable::getName)
                .toList();
    }

    private String letterTo(long member) {
        long letter = jdbc.sql("SELECT id FROM letter WHERE letter_key = ?")
                .param("outcome-" + member)
                .query(Long.class)
                .single();
        return letters.of(letter, HR).text();
    }

    /** @param hours a week, in hundredths */
    private String option(int hours) {
        return jdbc.sql("SELECT CAST(id AS CHAR) FROM preference_option WHERE weekly_hours = ?")
                .param(hours)
                .query(String.class)
                .single();
    }

    private long start(long about) {
        consultation.met(about);
        return consultation.start("location-preferencing", about, Map.of("panelOnly", false));
    }

    private String option(String site) {
        return jdbc.sql("SELECT CAST(id AS CHAR) FROM preference_option WHERE site_code = ?")
                .param(site)
                .query(String.class)
                .single();
    }

    private UserTask contactAbout(String staffNumber) {
        return tasklist.open(
                "Task_RecordForPerson",
                task -> camunda
                        .newUserTaskVariableSearchRequest(task.getUserTaskKey())
                        .page(page -> page.limit(100))
                        .send()
                        .join()
                        .items()
                        .stream()
                        .anyMatch(variable -> variable.getName().equals("personName")
                                && variable.getValue().contains(staffNumber)));
    }
}
