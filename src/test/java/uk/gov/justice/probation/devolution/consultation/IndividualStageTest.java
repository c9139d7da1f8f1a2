package uk.gov.justice.probation.devolution.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.consultation.question.Questions;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions.Asked;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.consultation.union.RecognisedUnions.Union;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.handover.ConsultationStages;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * The rule without exceptions: no step involving a single person until every union has been heard or the director has
 * approved going on without one.
 */
@DomainTest
abstract class IndividualStageTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    Consultations consultations;

    @Autowired
    SettingScope scope;

    @Autowired
    ConsultingUnions unions;

    @Autowired
    OpeningIndividualStage individualStage;

    @Autowired
    OneToOnes oneToOnes;

    @Autowired
    HoldingEvents events;

    @Autowired
    Questions questions;

    @Autowired
    ConsultationStages stages;

    private SomeConsultation some;
    private long id;
    private long member;
    private int tasks;

    @BeforeEach
    void aConsultation() {
        some = new SomeConsultation(launching, unions, individualStage, jdbc);
        id = some.launched(2);
        member = some.member(id, "NW0002");
    }

    @Test
    void noStepWithOnePersonIsPossibleBefore() {
        Map<String, Runnable> before = new LinkedHashMap<>();
        before.put("launched", () -> {});
        before.put("unions asked", () -> some.unionsAsked(id, 0));
        before.put("one union answered", () -> unions.recordFeedback(id, "NAPO", "Yes, but.", answer("tu-napo")));
        before.put("two unions answered", () -> unions.recordFeedback(id, "UNISON", null, answer("tu-unison")));
        before.put(
                "more time for the third",
                () -> unions.decideOnMissing(
                        id, "EXTEND", LocalDate.of(2027, 5, 4), "Their conference.", answer("rpd-nw")));
        before.put(
                "approved without the third, no response yet",
                () -> unions.decideOnMissing(id, "APPROVE", null, "They will not answer.", answer("rpd-nw")));
        before.forEach((when, step) -> {
            step.run();
            assertThatThrownBy(() -> individualStage.open(id))
                    .as(when)
                    .isInstanceOf(CannotSucceedException.class)
                    .hasMessageContaining("cannot be opened");
            individualSteps()
                    .forEach((name, tried) -> assertThatThrownBy(tried)
                            .as("%s: %s", when, name)
                            .isInstanceOf(BeforeIndividualStageException.class));
            assertThat(consultations.get(id).isIndividual()).as(when).isFalse();
            assertThat(stages.all())
                    .as(when)
                    .filteredOn(stage -> stage.regionCode().equals("NW"))
                    .allSatisfy(stage -> assertThat(stage.reachedAt()).isNull());
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM cohort_member WHERE one_to_one_begun IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();

        unions.respond(id, "Thank you.", answer("rpd-nw"));
        individualStage.open(id);
        individualStage.open(id);

        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.INDIVIDUAL);
        assertThat(oneToOnes.list(id)).hasSize(2);
        assertThat(oneToOnes.prepare(member, 1).proceed()).isTrue();
        assertThat(stages.all())
                .filteredOn(stage -> stage.regionCode().equals("NW"))
                .allSatisfy(stage -> assertThat(stage.reachedAt()).isNotNull());
        assertThat(actions())
                .contains(
                        "UNION_FEEDBACK_RECORDED",
                        "UNION_FEEDBACK_MISSING_EXTEND",
                        "UNION_FEEDBACK_MISSING_APPROVE",
                        "UNIONS_RESPONDED_TO",
                        "INDIVIDUAL_STAGE_OPENED");
    }

    private Map<String, ThrowingCallable> individualSteps() {
        return Map.of(
                "list people", () -> oneToOnes.list(id),
                "prepare", () -> oneToOnes.prepare(member, 1),
                "record", () -> oneToOnes.record(member, "HELD", LocalDate.of(2026, 1, 5), false, answer("NW0001")),
                "events",
                        () -> events.schedule(
                                id,
                                new HoldingEvents.Events(LocalDate.of(2027, 1, 5), "Town hall", null, null),
                                answer("hr-nw")),
                "questions", () -> questions.ask(id, "When?", false, new Colleague("NW0002", Set.of())),
                "others ask the same", () -> consultations.mustBeIndividual(id));
    }

    @Test
    void theUnionConsultationLastsTheAgreedPeriodOrWhatTheLawAsksFor() {
        Asked asked = some.unionsAsked(id, 0);
        assertThat(asked.unions())
                .extracting(Union::group)
                .containsExactlyInAnyOrder("tu-napo", "tu-unison", "tu-gmb-scoop");
        assertThat(asked.closesOn()).isAfterOrEqualTo(TODAY.plusDays(30)).isBefore(TODAY.plusDays(36));
        assertThat(some.unionsAsked(id, 10)).as("delivered twice, opened once").isEqualTo(asked);
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.UNION);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notification WHERE to_group LIKE 'tu-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void withFormHr1ItLastsAtLeastFortyFiveDaysAndNotBeforeTheFormIsSent() {
        assertThatThrownBy(() -> some.unionsAsked(id, 100))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("Form HR1");
        scope.hr1Sent(id, LocalDate.of(2026, 10, 1), "HR1/77", answer("hr-nw"));
        assertThat(some.unionsAsked(id, 100).closesOn()).isAfterOrEqualTo(TODAY.plusDays(45));
    }

    @Test
    void aDecisionAboutMissingFeedbackThatCannotStandSaysWhy() {
        some.unionsAsked(id, 0);
        assertThatThrownBy(() -> unions.decideOnMissing(id, "EXTEND", null, "Why not.", answer("rpd-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("that is after today");
        assertThatThrownBy(() ->
                        unions.decideOnMissing(id, "EXTEND", LocalDate.of(2020, 1, 1), "Why not.", answer("rpd-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("after today");
        assertThatThrownBy(() ->
                        unions.decideOnMissing(id, "EXTEND", LocalDate.of(2999, 1, 1), "Why not.", answer("rpd-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("bank holidays");
        assertThatThrownBy(() -> unions.decideOnMissing(id, "APPROVE", null, " ", answer("rpd-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("Enter the reason");
        assertThat(unions.missing(id)).hasSize(3);

        Asked extended =
                unions.decideOnMissing(id, "EXTEND", LocalDate.of(2027, 5, 4), "Their conference.", answer("rpd-nw"));
        assertThat(extended.closesOn()).isEqualTo("2027-05-04");
        assertThat(extended.unions()).hasSize(3);
    }

    @Test
    void whatAUnionSaidFirstStands() {
        some.unionsAsked(id, 0);
        TaskAnswer once = answer("tu-napo");
        unions.recordFeedback(id, "NAPO", "Not without a meeting.", once);
        unions.recordFeedback(id, "NAPO", null, once);
        assertThat(jdbc.sql("SELECT feedback FROM consultation_union WHERE union_code = 'NAPO'")
                        .query(String.class)
                        .single())
                .isEqualTo("Not without a meeting.");
        assertThat(actions()).filteredOn("UNION_FEEDBACK_RECORDED"::equals).hasSize(1);
        unions.remind(id);
        unions.remind(id);
        assertThat(jdbc.sql("SELECT to_group FROM notification WHERE dedup_key LIKE 'union-reminder%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("tu-unison", "tu-gmb-scoop");
    }

    @Test
    void noUnionAnswersForAnotherAndOnlyTheDirectorAndHrDoTheirSteps() {
        some.unionsAsked(id, 0);
        for (String other : List.of("tu-unison", "hr-nw", "rpd-nw", "NW0002")) {
            assertNotAllowed(() -> unions.recordFeedback(id, "NAPO", "We agree.", answer(other)));
        }
        for (String other : List.of("rpd-gm", "hr-nw", "tu-napo", "NW0002")) {
            assertNotAllowed(() -> unions.decideOnMissing(id, "APPROVE", null, "They will not answer.", answer(other)));
            assertNotAllowed(() -> unions.respond(id, "Thank you.", answer(other)));
        }
        for (String other : List.of("hr-gm", "rpd-nw", "NW0002")) {
            assertNotAllowed(() -> scope.set(id, new SettingScope.Scope(3, 0, "Why", "What"), answer(other)));
            assertNotAllowed(() -> scope.hr1Sent(id, LocalDate.of(2026, 10, 1), "HR1/77", answer(other)));
        }
        assertThat(unions.missing(id)).hasSize(3);
        assertThat(actions())
                .doesNotContain(
                        "UNION_FEEDBACK_RECORDED",
                        "CONSULTATION_SCOPE_SET",
                        "CONSULTATION_HR1_SENT",
                        "UNIONS_RESPONDED_TO");
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        some.unionsAsked(id, 0);
        String tooLong = "x".repeat(4001);
        assertThatThrownBy(() -> unions.recordFeedback(id, "NAPO", tooLong, answer("tu-napo")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("4,000 characters");
        assertThatThrownBy(() -> unions.respond(id, tooLong, answer("rpd-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("4,000 characters");
        assertThatThrownBy(() -> unions.respond(id, " ", answer("rpd-nw"))).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> scope.set(id, new SettingScope.Scope(-1, 0, "Why", "What"), answer("hr-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("0 to 99,999");
        assertThatThrownBy(() -> scope.set(id, new SettingScope.Scope(1, 0, "Why", tooLong), answer("hr-nw")))
                .isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> scope.hr1Sent(id, LocalDate.of(2026, 10, 1), "x".repeat(61), answer("hr-nw")))
                .isInstanceOf(BreaksRules.class)
                .hasMessageContaining("60 characters");
    }

    private static void assertNotAllowed(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(NotAllowedException.class);
    }

    private List<String> actions() {
        return jdbc.sql("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id")
                .param("consultation/" + id)
                .query(String.class)
                .list();
    }

    private TaskAnswer answer(String by) {
        return SomeAnswers.of(++tasks, by);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class IndividualStageOnMariaDbTest extends IndividualStageTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class IndividualStageOnMySqlTest extends IndividualStageTest {}
