package uk.gov.justice.probation.devolution.consultation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.BeforeIndividualStageException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.question.Questions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Seed 000 and staff-consultation, step 2: no individual step until every union has been heard or the director has
 * approved going on. Tries every way in; each is refused.
 */
class NoIndividualStepBeforeTheUnionsTest extends ProcessScenario {

    private static final Colleague PERSON = new Colleague("P0001", Set.of());

    @Autowired
    OneToOnes oneToOnes;

    @Autowired
    OpeningIndividualStage stage;

    @Autowired
    Questions questions;

    private long about;
    private long person;

    @BeforeEach
    void aConsultationWhoseUnionsAreStillAsked() {
        consultation.vacancy("NW_10", 2);
        about = consultation.at(ConsultationState.UNION);
        person = consultation.person(about, "P0001");
        given.allUnionsIn(about);
    }

    @AfterEach
    void nothingWasAskedOfOnePerson() {
        assertThat(jdbc.sql("SELECT one_to_one_state FROM cohort_member")
                        .query(String.class)
                        .list())
                .containsOnly("WAITING");
        for (String task : List.of(
                "Task_OneToOne", "Task_RankLocations", "Task_RecordForPerson", "Task_ScheduleEvents", "Task_Start")) {
            assertThat(tasklist.allOpen(task)).as(task).isEmpty();
        }
        for (String table : List.of("preference_round", "preference_answer", "letter", "consultation_question")) {
            assertThat(records.count("SELECT COUNT(*) FROM " + table)).as(table).isZero();
        }
        assertThat(records.count("SELECT COUNT(*) FROM consultation WHERE individual_stage_at IS NOT NULL"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task_OpenIndividualStage", "Call_OneToOne", "Call_Preferencing"})
    void aTokenMovedByHandIntoTheIndividualStageStopsThere(String element) {
        long instance = consultation.start("staff-consultation", about, Map.of());
        tasklist.open("Task_Scope");
        consultation.expected("one-to-one", person);

        camunda.newModifyProcessInstanceCommand(instance)
                .activateElement(element)
                .withVariables(Map.of("people", List.of(person)))
                .send()
                .join();

        assertThat(incident()).contains("individual stage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-to-one", "location-preferencing"})
    void aProcessOfTheIndividualStageStartedByItselfStopsAtItsFirstStep(String processId) {
        consultation.start(processId, about, Map.of("memberId", person, "panelOnly", false));

        assertThat(incident()).contains("individual stage");
    }

    @Test
    void rankingStartedByItselfAsksNobody() {
        consultation.start("rank-locations", about, Map.of("memberId", person));

        assertThat(incident()).isNotBlank();
    }

    @Test
    void aPersonWhoJoinsIsNotAnnouncedToAnything() {
        long instance = consultation.start("staff-consultation", about, Map.of());
        tasklist.open("Task_Scope");

        camunda.newPublishMessageCommand()
                .messageName("consultation.staffJoined")
                .correlationKey(Long.toString(about))
                .variables(Map.of("memberId", person))
                .send()
                .join();

        untilEveningOf(workingDay(1));
        process(instance).hasNotActivatedElements("Call_OneToOneJoined");
    }

    @Test
    void theUseCasesRefuseItWhoeverCallsThem() {
        assertThatThrownBy(() -> stage.open(about))
                .hasMessageContaining("Napo")
                .hasMessageContaining("UNISON")
                .hasMessageContaining("GMB/SCOOP");
        assertThatThrownBy(() -> oneToOnes.list(about)).isInstanceOf(BeforeIndividualStageException.class);
        assertThatThrownBy(() -> oneToOnes.prepare(person, 1)).isInstanceOf(BeforeIndividualStageException.class);
        assertThatThrownBy(() -> oneToOnes.record(person, "HELD", null, false, SomeAnswers.of(1, "LM001")))
                .isInstanceOf(BeforeIndividualStageException.class);
        assertThatThrownBy(() -> questions.ask(about, "May I?", false, PERSON))
                .isInstanceOf(BeforeIndividualStageException.class);
    }

    @Test
    void twoUnionsOfThreeAreNotEnoughAndAllThreeWithoutAResponseNeither() {
        given.unionsBut("NAPO").heard("Heard").save();
        assertThatThrownBy(() -> stage.open(about)).hasMessageContaining("Napo").hasMessageNotContaining("UNISON");

        given.theUnion("NAPO").absenceApproved("rpd-nw", "Asked twice").save();
        assertThatThrownBy(() -> stage.open(about)).hasMessageContaining("has not responded");
    }

    private String incident() {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> camunda.newIncidentSearchRequest().send().join().items(), found -> !found.isEmpty())
                .getFirst()
                .getErrorMessage();
    }
}
