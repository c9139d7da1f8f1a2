package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;

class AnswersOfOthersInRankLocationsProcessTest extends ProcessScenario {

    private String sefton;
    private long instance;

    @BeforeEach
    void twoPeopleMayRank() {
        long about = consultation.ranking();
        sefton = Long.toString(consultation.option(about, "NW_10", 2));
        long person = consultation.person(about, "P0001");
        consultation.person(about, "P0002");
        instance = consultation.start("rank-locations", about, Map.of("memberId", person));
    }

    @Test
    void onlyThePersonRanksInTasklist() {
        others.complete(
                "Task_RankLocations",
                "P0001",
                Map.of("choice1", sefton),
                ExampleConsultation.MANAGER,
                "hr-nw",
                "psc-service-owner",
                "P0002");

        process(instance).isCompleted().hasCompletedElements("End_Ranked");
        assertThat(answers()).isEqualTo("P0001 OWN by P0001");
    }

    @Test
    void onlyTheLineManagerOrHrRecordsForWhoHasNotAnswered() {
        tasklist.open("Task_RankLocations");
        untilEveningOf(workingDay(20));

        others.complete(
                "Task_RecordForPerson",
                ExampleConsultation.MANAGER,
                Map.of(
                        "contactOutcome",
                        "RECORDED",
                        "contactedOn",
                        LocalDate.now(time).toString(),
                        "choice1",
                        sefton),
                "P0001",
                "P0002",
                "rpd-nw");

        process(instance).isCompleted().hasCompletedElements("End_RecordedForPerson");
        assertThat(answers()).isEqualTo("P0001 ON_BEHALF by LM001");
    }

    private String answers() {
        return jdbc.sql(
                        "SELECT CONCAT(m.staff_number, ' ', a.kind, ' by ', a.given_by) FROM preference_answer a JOIN cohort_member m ON m.id = a.member_id")
                .query(String.class)
                .single();
    }
}
