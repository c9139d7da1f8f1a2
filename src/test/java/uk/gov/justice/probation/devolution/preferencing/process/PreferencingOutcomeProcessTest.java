package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealReasons;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealStep;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.security.Colleague;

class PreferencingOutcomeProcessTest extends ProcessScenario {

    private static final Colleague MANAGER = new Colleague("appeal-manager-nw", Set.of("appeal-manager-nw"));
    private static final Colleague PANEL = new Colleague("appeal-panel-nw", Set.of("appeal-panel-nw"));

    @Autowired
    LodgingAppeals appeals;

    @Autowired
    AppealReasons reasons;

    private long about;
    private List<Long> people;

    @BeforeEach
    void twoPeopleAndOnePlace() {
        about = consultation.ranking();
        long sefton = consultation.option(about, "NW_10", 1);
        people = consultation.people(about, 2);
        consultation.confirmed(about, people, sefton);
    }

    @Test
    void everybodyGetsALetterAndWhoHasAPlaceStartsAfterTheAppealWindow() {
        long instance = start();
        process(instance).hasActiveElements("Catch_AppealWindow");
        assertThat(letters()).containsExactly("OUTCOME SENT", "OUTCOME SENT");

        untilEveningOf(workingDay(9));
        process(instance).hasActiveElements("Catch_AppealWindow");
        untilEveningOf(workingDay(1));
        tasklist.completeAll("Task_Start", 1, ready());

        process(instance)
                .isCompleted()
                .hasCompletedElements("End_Outcome")
                .hasNotActivatedElements("Catch_AppealDecided");
        assertThat(letters()).containsExactly("OUTCOME SENT", "OUTCOME SENT", "WELCOME SENT");
        assertThat(records.count("SELECT COUNT(*) FROM staff WHERE site_code = 'NW_10' AND role_code = 'CA_GENERAL'"))
                .isEqualTo(1);
    }

    @Test
    void nobodyStartsWhileAnAppealIsOpen() {
        long instance = start();
        process(instance).hasActiveElements("Catch_AppealWindow");
        long appeal = appeals.lodge(
                whoHasNoPlace(), "Planted: grounds", new Colleague(staffNumber(whoHasNoPlace()), Set.of()));
        tasklist.open("Task_Review");
        untilEveningOf(workingDay(10));
        process(instance).hasActiveElements("Catch_AppealDecided").hasNotActivatedElements("Call_Start");

        reasons.write(appeal, AppealStep.REVIEW, "Reviewed", MANAGER);
        tasklist.complete("Task_Review", MANAGER.userName(), Map.of("reviewRecommendation", "REJECT"));
        tasklist.open("Task_Panel");
        reasons.write(appeal, AppealStep.DECISION, "Decided", PANEL);
        tasklist.complete(
                "Task_Panel",
                PANEL.userName(),
                Map.of("understood", true, "appealOutcome", "REJECTED", "unionRepOf", "NAPO"));
        tasklist.completeAll("Task_Start", 1, ready());

        process(instance).isCompleted().hasCompletedElement("Task_CheckAppeals", 2);
    }

    private long start() {
        return consultation.start("preferencing-outcome", about, Map.of());
    }

    private long whoHasNoPlace() {
        return jdbc.sql("SELECT member_id FROM placement WHERE option_id IS NULL")
                .query(Long.class)
                .single();
    }

    private String staffNumber(long member) {
        return jdbc.sql("SELECT staff_number FROM cohort_member WHERE id = ?")
                .param(member)
                .query(String.class)
                .single();
    }

    private List<String> letters() {
        return jdbc.sql("SELECT CONCAT(template, ' ', state) FROM letter ORDER BY id")
                .query(String.class)
                .list();
    }

    private Map<String, Object> ready() {
        return Map.of(
                "startsOn",
                workingDay(5).toString(),
                "inductionBooked",
                true,
                "toolsReady",
                true,
                "learningPlanAgreed",
                true);
    }
}
