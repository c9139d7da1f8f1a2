package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealReasons;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealStep;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.security.Colleague;

class PreferenceAppealProcessTest extends ProcessScenario {

    private static final Colleague CHAIR = colleague("appeal-chair-nw");
    private static final Colleague MANAGER = colleague("appeal-manager-nw");
    private static final Colleague PANEL = colleague("appeal-panel-nw");

    @Autowired
    LodgingAppeals lodging;

    @Autowired
    AppealReasons reasons;

    private long about;
    private long sefton;
    private long wirral;
    private List<Long> people;

    @Test
    void anAppealThatIsUpheldGetsTheBetterPlaceThatIsFreeAndNobodyLosesTheirs() {
        outcomeFor(2, 1, 1);
        freeOneMorePlaceAt(sefton);
        long person = whoIsAt(wirral);
        long appeal = lodge(person);
        tasklist.open("Task_Review");
        untilEveningOf(workingDay(6));

        tasklist.complete("Task_Review", MANAGER.userName(), Map.of("reviewRecommendation", "UPHOLD"));
        await("without reasons it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal("reviewRefused"), text -> text.contains("reasons"));
        reasons.write(appeal, AppealStep.REVIEW, "Planted: they care for a parent", MANAGER);
        tasklist.complete("Task_Review", MANAGER.userName(), Map.of("reviewRecommendation", "UPHOLD"));
        tasklist.open("Task_Panel");
        assertThat(camunda.newVariableSearchRequest()
                        .filter(variable -> variable.name("unions"))
                        .send()
                        .join()
                        .items())
                .as("the panel chooses among those that are recognised")
                .singleElement()
                .satisfies(unions -> assertThat(unions.getValue()).contains("Napo", "UNISON", "GMB/SCOOP"));
        untilEveningOf(workingDay(21));
        tasklist.complete(
                "Task_Panel",
                PANEL.userName(),
                Map.of("understood", true, "appealOutcome", "UPHELD", "unionRepOf", "NAPO"));
        await("without reasons it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal("decisionRefused"), text -> text.contains("reasons"));
        reasons.write(appeal, AppealStep.DECISION, "Planted: so be it", PANEL);
        tasklist.complete(
                "Task_Panel",
                PANEL.userName(),
                Map.of("understood", true, "appealOutcome", "UPHELD", "unionRepOf", "NAPO"));

        process(instance())
                .isCompleted()
                .hasCompletedElements("End_AppealClosed", "End_ToldReview", "End_ToldPanel", "End_PanelReminded")
                .hasNotActivatedElements("Task_Arrange");
        assertThat(places()).containsExactly("NW_10 2");
        assertThat(letters()).containsExactly("APPEAL_OUTCOME SENT");
        assertThat(records.audited("appeal/" + appeal))
                .contains(
                        "APPEAL_LODGED by " + staffNumber(person),
                        "APPEAL_REVIEWED by appeal-manager-nw",
                        "APPEAL_DECIDED by appeal-panel-nw",
                        "APPEAL_CLOSED by system");
        assertThat(camunda.newVariableSearchRequest()
                        .page(page -> page.limit(500))
                        .send()
                        .join()
                        .items())
                .noneMatch(variable -> variable.getValue().contains("Planted"));
    }

    @Test
    void aLateAppealIsHeardWhereTheChairAdmitsItAndHrArrangesWhatNoPlaceCanBeFoundFor() {
        outcomeFor(2, 1, 1);
        windowClosed();
        long appeal = lodge(whoIsAt(wirral));
        tasklist.open("Task_AdmitLate");
        untilEveningOf(workingDay(6));
        tasklist.complete("Task_AdmitLate", CHAIR.userName(), Map.of("admitLate", "YES"));
        await("without reasons it comes back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refusal("lateRefused"), text -> text.contains("reasons"));
        reasons.write(appeal, AppealStep.ADMISSION, "Planted: in hospital", CHAIR);
        tasklist.complete("Task_AdmitLate", CHAIR.userName(), Map.of("admitLate", "YES"));
        hear(appeal, "UPHOLD", "UPHELD");

        tasklist.open("Task_Arrange");
        untilEveningOf(workingDay(6));
        tasklist.complete(
                "Task_Arrange",
                "hr-nw",
                Map.of(
                        "understood",
                        true,
                        "arrangement",
                        "WAIT_FOR_VACANCY",
                        "arrangedOn",
                        LocalDate.now(time).toString()));

        process(instance()).isCompleted().hasCompletedElements("End_ToldLate", "End_ToldArrange");
        assertThat(places()).containsExactly("NW_10 1", "NW_12 1");
        assertThat(jdbc.sql("SELECT CONCAT(state, ' ', arrangement) FROM appeal")
                        .query(String.class)
                        .single())
                .endsWith("WAIT_FOR_VACANCY");
    }

    @Test
    void aLateAppealThatIsNotAdmittedEndsWithALetter() {
        outcomeFor(1, 1, 1);
        windowClosed();
        long appeal = lodge(people.getFirst());
        UserTask late = tasklist.open("Task_AdmitLate");
        reasons.write(appeal, AppealStep.ADMISSION, "Planted: no reason for being late", CHAIR);

        tasklist.complete(late, CHAIR.userName(), Map.of("admitLate", "NO", "understood", true));

        process(instance())
                .isCompleted()
                .hasCompletedElements("Task_RefuseAppeal")
                .hasNotActivatedElements("Task_Review");
        assertThat(letters()).containsExactly("APPEAL_OUTCOME SENT");
    }

    @Test
    void aRejectedAppealChangesNothing() {
        outcomeFor(2, 1, 1);
        hear(lodge(whoIsAt(wirral)), "REJECT", "REJECTED");

        process(instance()).isCompleted().hasNotActivatedElements("Task_FindPlace");
        assertThat(places()).containsExactly("NW_10 1", "NW_12 1");
    }

    @Test
    void anAppealUpheldInPartNeedsNoArrangementWhereNothingBetterIsFree() {
        outcomeFor(2, 1, 1);
        hear(lodge(whoIsAt(wirral)), "PARTLY", "PARTLY");

        process(instance())
                .isCompleted()
                .hasCompletedElements("Task_FindPlace")
                .hasNotActivatedElements("Task_Arrange");
        assertThat(places()).containsExactly("NW_10 1", "NW_12 1");
    }

    @Test
    void twentyAppealsAtOnceShareTheFreePlacesAndTakeNobodyElses() {
        outcomeFor(30, 10, 20);
        List<Long> atSefton = at(sefton);
        freeOneMorePlaceAt(sefton);
        at(wirral).forEach(this::lodge);
        tasklist.open("Task_Review", 20);
        appeals().forEach(appeal -> reasons.write(appeal, AppealStep.REVIEW, "Planted: reviewed", MANAGER));
        tasklist.completeAll("Task_Review", 20, Map.of("reviewRecommendation", "UPHOLD"));
        tasklist.open("Task_Panel", 20);
        appeals().forEach(appeal -> reasons.write(appeal, AppealStep.DECISION, "Planted: decided", PANEL));
        tasklist.completeAll(
                "Task_Panel", 20, Map.of("understood", true, "appealOutcome", "UPHELD", "unionRepOf", "UNISON"));
        tasklist.completeAll(
                "Task_Arrange",
                19,
                Map.of(
                        "understood",
                        true,
                        "arrangement",
                        "KEEP_PLACE",
                        "arrangedOn",
                        LocalDate.now(time).toString()));

        await("every appeal is closed")
                .atMost(Duration.ofSeconds(60))
                .until(() -> records.count("SELECT COUNT(*) FROM letter WHERE state = 'SENT'") == 20);
        assertThat(places()).containsExactly("NW_10 11", "NW_12 19");
        assertThat(at(sefton)).containsAll(atSefton);
        assertThat(camunda.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    /** This many people all ranked Sefton before Wirral and have been informed of their places. */
    private void outcomeFor(int number, int placesAtSefton, int placesAtWirral) {
        about = consultation.ranking();
        sefton = consultation.option(about, "NW_10", placesAtSefton);
        wirral = consultation.option(about, "NW_12", placesAtWirral);
        people = consultation.people(about, number);
        consultation.confirmed(about, people, sefton, wirral);
        consultation.told(about);
    }

    private void freeOneMorePlaceAt(long option) {
        given.theOption(option).onePlaceMore().save();
    }

    private void windowClosed() {
        given.allConsultations().appealsClose(MORNING.minus(Duration.ofDays(1))).save();
    }

    private long lodge(long person) {
        return lodging.lodge(person, "Planted: my grounds", new Colleague(staffNumber(person), Set.of()));
    }

    private String staffNumber(long person) {
        return jdbc.sql("SELECT staff_number FROM cohort_member WHERE id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private List<Long> appeals() {
        return jdbc.sql("SELECT id FROM appeal").query(Long.class).list();
    }

    private void hear(long appeal, String recommendation, String outcome) {
        UserTask review = tasklist.open("Task_Review");
        reasons.write(appeal, AppealStep.REVIEW, "Planted: reviewed", MANAGER);
        tasklist.complete(review, MANAGER.userName(), Map.of("reviewRecommendation", recommendation));
        UserTask panel = tasklist.open("Task_Panel");
        reasons.write(appeal, AppealStep.DECISION, "Planted: decided", PANEL);
        tasklist.complete(
                panel,
                PANEL.userName(),
                Map.of("understood", true, "appealOutcome", outcome, "unionRepOf", "GMB_SCOOP"));
    }

    private long instance() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql("SELECT process_instance_key FROM appeal")
                                .query(Long.class)
                                .single(),
                        key -> key != null);
    }

    private String refusal(String variable) {
        return camunda.newVariableSearchRequest().filter(filter -> filter.name(variable)).send().join().items().stream()
                .map(found -> found.getValue())
                .findFirst()
                .orElse("");
    }

    private long whoIsAt(long option) {
        return at(option).getFirst();
    }

    private List<Long> at(long option) {
        return jdbc.sql("SELECT member_id FROM placement WHERE option_id = ? ORDER BY member_id")
                .param(option)
                .query(Long.class)
                .list();
    }

    /** The number of people with a place at each site. */
    private List<String> places() {
        return jdbc.sql(
                        "SELECT CONCAT(o.site_code, ' ', COUNT(*)) FROM placement p JOIN preference_option o ON o.id = p.option_id GROUP BY o.site_code ORDER BY o.site_code")
                .query(String.class)
                .list();
    }

    private List<String> letters() {
        return jdbc.sql("SELECT CONCAT(template, ' ', state) FROM letter ORDER BY id")
                .query(String.class)
                .list();
    }

    private static Colleague colleague(String group) {
        return new Colleague(group, Set.of(group));
    }
}
