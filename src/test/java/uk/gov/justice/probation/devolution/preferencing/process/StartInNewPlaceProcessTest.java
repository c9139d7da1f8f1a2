package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.cohort.ChangingCohorts;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.security.Colleague;

class StartInNewPlaceProcessTest extends ProcessScenario {

    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    ChangingCohorts cohorts;

    private long about;
    private long person;

    @BeforeEach
    void somebodyHasAPlace() {
        about = consultation.ranking();
        long sefton = consultation.option(about, "NW_10", 1);
        person = consultation.person(about, "P0001");
        consultation.confirmed(about, List.of(person), sefton);
        consultation.appealsOver(about);
    }

    @Test
    void theLineManagerPlansTheStartAndThePersonIsWelcomedAndMoved() {
        long instance = start(person);
        tasklist.open("Task_Start");
        untilEveningOf(workingDay(11));
        process(instance).hasCompletedElements("End_ToldStart");

        tasklist.complete(
                "Task_Start",
                ExampleConsultation.MANAGER,
                Map.of(
                        "startsOn",
                        workingDay(5).toString(),
                        "inductionBooked",
                        true,
                        "toolsReady",
                        true,
                        "learningPlanAgreed",
                        true));

        process(instance).isCompleted().hasCompletedElements("End_Started");
        assertThat(jdbc.sql("SELECT CONCAT(site_code, ' ', role_code) FROM staff WHERE staff_number = 'P0001'")
                        .query(String.class)
                        .single())
                .isEqualTo("NW_10 CA_GENERAL");
        assertThat(jdbc.sql("SELECT CONCAT(template, ' ', state) FROM letter")
                        .query(String.class)
                        .list())
                .containsExactly("WELCOME SENT");
        assertThat(records.count(
                        "SELECT COUNT(*) FROM placement WHERE started_on IS NOT NULL AND moved_at IS NOT NULL"))
                .isEqualTo(1);
        assertThat(records.messagesTo("hr-nw")).singleElement().asString().contains("start in a new place");
    }

    @Test
    void whoLeavesBeforeTheStartIsNotMoved() {
        long instance = start(person);
        tasklist.open("Task_Start");

        cohorts.leave(person, HR);

        process(instance).isCompleted().hasCompletedElements("End_Left");
        assertThat(records.count("SELECT COUNT(*) FROM placement WHERE moved_at IS NOT NULL"))
                .isZero();
        assertThat(records.count("SELECT COUNT(*) FROM letter")).isZero();
    }

    @Test
    void whoHasLeftAlreadyIsPassedOver() {
        cohorts.leave(person, HR);

        long instance = start(person);

        process(instance).isCompleted().hasCompletedElements("End_NotNeeded");
    }

    private long start(long member) {
        return consultation.start("start-in-new-place", about, Map.of("memberId", member));
    }
}
