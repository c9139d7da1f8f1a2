package uk.gov.justice.probation.devolution.preferencing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.example.ExampleConsultation;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealReasons;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealStep;
import uk.gov.justice.probation.devolution.preferencing.appeal.LodgingAppeals;
import uk.gov.justice.probation.devolution.security.Colleague;

class AnswersOfOthersInPreferencingProcessTest extends ProcessScenario {

    @Autowired
    LodgingAppeals lodging;

    @Autowired
    AppealReasons reasons;

    private long about;
    private long person;

    @BeforeEach
    void twoPeopleHaveTheirPlaces() {
        about = consultation.ranking();
        long sefton = consultation.option(about, "NW_10", 1);
        long wirral = consultation.option(about, "NW_12", 1);
        List<Long> people = consultation.people(about, 2);
        person = people.getFirst();
        consultation.confirmed(about, people, sefton, wirral);
    }

    @Test
    void onlyThePanelOfTheRegionConfirms() {
        given.theConsultation(about).state("PANEL").save();
        long instance = consultation.start(
                "location-preferencing", about, Map.of("panelOnly", true, "outcomeNote", "Look again"));

        others.complete(
                "Task_Panel",
                "preference-panel-nw",
                Map.of("panelChecked", true),
                "rpd-nw",
                "hr-nw",
                "appeal-panel-nw",
                "P0001");

        process(instance).isCompleted().hasCompletedElements("End_Confirmed");
    }

    @Test
    void noStepOfAnAppealIsTakenByThePersonTheirManagerOrAnotherGroup() {
        consultation.told(about);
        given.allConsultations().appealsClose(MORNING.minus(Duration.ofDays(1))).save();
        String appellant = jdbc.sql(
                        "SELECT m.staff_number FROM cohort_member m JOIN placement p ON p.member_id = m.id JOIN preference_option o ON o.id = p.option_id WHERE o.site_code = 'NW_12'")
                .query(String.class)
                .single();
        long member = jdbc.sql("SELECT id FROM cohort_member WHERE staff_number = ?")
                .param(appellant)
                .query(Long.class)
                .single();
        long appeal = lodging.lodge(member, "Planted: my grounds", new Colleague(appellant, Set.of()));
        tasklist.open("Task_AdmitLate");
        write(appeal, AppealStep.ADMISSION, "appeal-chair-nw");
        others.withoutTheTick("Task_AdmitLate", "appeal-chair-nw", Map.of("admitLate", "NO", "understood", true));
        others.complete(
                "Task_AdmitLate",
                "appeal-chair-nw",
                Map.of("admitLate", "YES"),
                appellant,
                ExampleConsultation.MANAGER,
                "appeal-manager-nw",
                "hr-nw");
        tasklist.open("Task_Review");
        write(appeal, AppealStep.REVIEW, "appeal-manager-nw");
        others.complete(
                "Task_Review",
                "appeal-manager-nw",
                Map.of("reviewRecommendation", "UPHOLD"),
                appellant,
                ExampleConsultation.MANAGER,
                "appeal-panel-nw",
                "hr-nw");
        tasklist.open("Task_Panel");
        write(appeal, AppealStep.DECISION, "appeal-panel-nw");
        others.complete(
                "Task_Panel",
                "appeal-panel-nw",
                Map.of("understood", true, "appealOutcome", "UPHELD", "unionRepOf", "NAPO"),
                appellant,
                ExampleConsultation.MANAGER,
                "appeal-manager-nw",
                "tu-napo");
        others.complete(
                "Task_Arrange",
                "hr-nw",
                Map.of(
                        "understood",
                        true,
                        "arrangement",
                        "KEEP_PLACE",
                        "arrangedOn",
                        LocalDate.now(time).toString()),
                appellant,
                "appeal-panel-nw",
                "rpd-nw");

        process(jdbc.sql("SELECT process_instance_key FROM appeal")
                        .query(Long.class)
                        .single())
                .isCompleted();
        assertThat(jdbc.sql(
                                "SELECT CONCAT(admission_decided_by, ' ', reviewed_by, ' ', decided_by, ' ', arranged_by) FROM appeal")
                        .query(String.class)
                        .single())
                .isEqualTo("appeal-chair-nw appeal-manager-nw appeal-panel-nw hr-nw");
    }

    @Test
    void onlyTheLineManagerOrHrPlansAStart() {
        consultation.appealsOver(about);
        long instance = consultation.start("start-in-new-place", about, Map.of("memberId", person));

        others.complete(
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
                        true),
                "P0001",
                "P0002",
                "rpd-nw");

        process(instance).isCompleted().hasCompletedElements("End_Started");
        assertThat(jdbc.sql("SELECT recorded_by FROM start_in_place")
                        .query(String.class)
                        .single())
                .isEqualTo(ExampleConsultation.MANAGER);
    }

    private void write(long appeal, AppealStep step, String group) {
        reasons.write(appeal, step, "Planted: reasons", new Colleague(group, Set.of(group)));
    }
}
