package uk.gov.justice.probation.devolution.preferencing.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealFile.Sealed;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class HearingAppealsTest {
    private static final Colleague PERSON = new Colleague("P0001", Set.of());
    private static final Colleague CHAIR = new Colleague("chair", Set.of("appeal-chair-nw"));
    private static final Colleague REVIEWER = new Colleague("reviewer", Set.of("appeal-manager-nw"));
    private static final Colleague PANEL = new Colleague("panel", Set.of("appeal-panel-nw"));
    private static final Set<String> EVERY_GROUP =
            Set.of("appeal-chair-nw", "appeal-manager-nw", "appeal-panel-nw", "hr-nw");
    private static final String GROUNDS = "My mother's dialysis is in Bootle";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LodgingAppeals lodging;

    @Autowired
    OpeningAppeals opening;

    @Autowired
    HearingAppeals hearing;

    @Autowired
    ClosingAppeals closing;

    @Autowired
    AppealReasons reasons;

    @Autowired
    ReadingAppeals reading;

    @Autowired
    AppealReminders reminders;

    @Autowired
    AppealRepository appeals;

    @Autowired
    ApplicationEvents events;

    private SomePreferences some;
    private SomeOutcomes outcomes;
    private long consultation;
    private long person;
    private long place;

    @BeforeEach
    void aPersonWithTheirOutcomeLetter() {
        some = new SomePreferences(jdbc);
        outcomes = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        place = some.option(consultation, "NW_10", 1);
        person = some.people(consultation, 1).getFirst();
        some.answer(person, place);
        outcomes.appealsCloseInDays(consultation, 3);
        outcomes.placed(person, place);
        outcomes.told(person);
    }

    @Test
    void anAppealIsLodgedSealedAndAnnouncedByItsNumberOnly() {
        long appeal = lodging.lodge(person, GROUNDS, PERSON);

        assertThat(appeals.get(appeal))
                .extracting(Appeal::state, Appeal::inTime, Appeal::fromOptionId)
                .containsExactly(AppealState.LODGED, true, place);
        assertThat(events.stream(EngineMessage.class)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo("preferencing.appealLodged");
            assertThat(message.variables()).containsOnlyKeys("appealId").containsEntry("appealId", appeal);
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE facts LIKE '%dialysis%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM confidential_record WHERE CONVERT(content USING latin1) LIKE '%dialysis%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(reading.file(appeal, PERSON).sealed().grounds()).isEqualTo(GROUNDS);
    }

    @Test
    void onlyThePersonThemselfAppeals() {
        for (Colleague other : List.of(
                new Colleague("LM001", Set.of()), new Colleague("hr-nw", Set.of("hr-nw")), Colleague.system())) {
            assertThatThrownBy(() -> lodging.lodge(person, GROUNDS, other))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("Only the person themself");
        }
    }

    @Test
    void nobodyAppealsBeforeTheirLetterOrAfterTheConsultation() {
        given.noOutcomeLetters();
        assertThatThrownBy(() -> lodging.lodge(person, GROUNDS, PERSON))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("letter is not written yet");
        outcomes.told(person);
        given.allConsultations().state("CLOSED").save();
        assertThatThrownBy(() -> lodging.lodge(person, GROUNDS, PERSON)).hasMessageContaining("closed");
        given.allConsultations().state("OUTCOME").save();
        some.left(person);
        assertThatThrownBy(() -> lodging.lodge(person, GROUNDS, PERSON)).hasMessageContaining("no longer take part");
    }

    @Test
    void anAppealNeedsGroundsAndThereIsOneAtATime() {
        assertThatThrownBy(() -> lodging.lodge(person, " ", PERSON)).hasMessage("Enter why you appeal");
        assertThatThrownBy(() -> lodging.lodge(person, "x".repeat(4001), PERSON))
                .hasMessageContaining("4,000 characters");
        assertThat(count("SELECT COUNT(*) FROM appeal"))
                .as("nothing is left of what was refused")
                .isZero();

        long appeal = lodging.lodge(person, GROUNDS, PERSON);
        assertThatThrownBy(() -> lodging.lodge(person, GROUNDS, PERSON)).hasMessageContaining("still open");
        closing.close(appeal);
        assertThat(lodging.possibility(person).obstacle()).isNull();
    }

    @Test
    void lodgedTwiceInTheSameMomentItIsOneAppeal() throws Exception {
        Callable<Boolean> lodge = () -> {
            try {
                lodging.lodge(person, GROUNDS, PERSON);
                return true;
            } catch (NotPossibleNow already) {
                return false;
            }
        };
        int lodged = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var attempt : threads.invokeAll(List.of(lodge, lodge, lodge, lodge))) lodged += attempt.get() ? 1 : 0;
        }
        assertThat(lodged).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM appeal")).isEqualTo(1);
    }

    @Test
    void aLateAppealWaitsForTheChairWhoSaysWhyAndMayAdmitIt() {
        outcomes.appealsCloseInDays(consultation, -1);
        long appeal = lodging.lodge(person, GROUNDS, PERSON);
        assertThat(opening.open(appeal, 1).inTime()).isFalse();
        assertThat(appeals.get(appeal).state()).isEqualTo(AppealState.LATE);

        assertRefused(
                () -> hearing.admit(appeal, "YES", by("chair", 1)),
                "There are no reasons for whether this late appeal is admitted on the appeal's page");
        assertRefused(() -> hearing.admit(appeal, "YES", by("LM001", 2)), "you are the line manager");
        reasons.write(appeal, AppealStep.ADMISSION, "She was in hospital", CHAIR);
        assertThat(hearing.admit(appeal, "YES", by("chair", 3))).isTrue();
        assertThat(hearing.admit(appeal, "NO", by("chair", 3)))
                .as("delivered again")
                .isTrue();
        assertThat(appeals.get(appeal).state()).isEqualTo(AppealState.ADMITTED);
    }

    @Test
    void aLateAppealThatIsNotAdmittedEnds() {
        outcomes.appealsCloseInDays(consultation, -1);
        long appeal = lodging.lodge(person, GROUNDS, PERSON);
        opening.open(appeal, 1);
        reasons.write(appeal, AppealStep.ADMISSION, "No reason is given for the delay", CHAIR);
        assertThat(hearing.admit(appeal, "NO", by("chair", 1))).isFalse();
        hearing.refuse(appeal);
        closing.close(appeal);

        assertThat(appeals.get(appeal))
                .extracting(Appeal::state, Appeal::open)
                .containsExactly(AppealState.REFUSED, false);
        assertThat(reading.file(appeal, PERSON).sealed())
                .isEqualTo(new Sealed(GROUNDS, "No reason is given for the delay", "", ""));
    }

    @Test
    void theReviewNeedsReasonsAndAnIndependentManager() {
        long appeal = opened();
        assertRefused(() -> hearing.review(appeal, "UPHOLD", by("reviewer", 1)), "no reasons for the review");
        assertRefused(() -> hearing.review(appeal, "UPHOLD", by("reviewer", 1)), "then complete this task again");
        assertRefused(() -> hearing.review(appeal, "WHATEVER", by("reviewer", 2)), "Choose what you recommend");
        assertThatThrownBy(() -> reasons.write(
                        appeal, AppealStep.REVIEW, "x", new Colleague("LM001", Set.of("appeal-manager-nw"))))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("you are the line manager of the person");
        assertThatThrownBy(() -> reasons.write(
                        appeal, AppealStep.REVIEW, "x", new Colleague("panel-member", Set.of("appeal-manager-em"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> reasons.write(appeal, AppealStep.REVIEW, "  ", REVIEWER))
                .hasMessageContaining("Enter the reasons");
        reasons.write(appeal, AppealStep.REVIEW, "The journey was measured wrongly", REVIEWER);
        assertRefused(() -> hearing.review(appeal, "UPHOLD", by("LM001", 3)), "line manager");
        assertRefused(() -> hearing.review(appeal, "UPHOLD", by("P0001", 3)), "your own appeal");

        hearing.review(appeal, "UPHOLD", by("reviewer", 4));
        hearing.review(appeal, "REJECT", by("reviewer", 4));
        assertThat(appeals.get(appeal))
                .extracting(Appeal::state, Appeal::recommendation)
                .containsExactly(AppealState.REVIEWED, Recommendation.UPHOLD);
        assertThatThrownBy(() -> reasons.write(appeal, AppealStep.REVIEW, "Other reasons", REVIEWER))
                .hasMessageContaining("no longer waits for the review");
    }

    @Test
    void whoMovedThePersonInThePanelDoesNotReviewTheirAppeal() {
        given.movedInPanel(consultation, person, place, "reviewer");
        long appeal = opened();
        assertThatThrownBy(() -> reasons.write(appeal, AppealStep.REVIEW, "x", REVIEWER))
                .hasMessageContaining("you changed this person's place in the preference panel");
        assertThat(reading.file(appeal, REVIEWER).obstacle()).contains("preference panel");
    }

    @Test
    void thePanelDecidesWithAUnionRepresentativeAndWithoutTheReviewer() {
        long appeal = reviewed();
        assertRefused(() -> hearing.decide(appeal, "UPHELD", null, by("panel", 1)), "which union's representative");
        assertRefused(() -> hearing.decide(appeal, "UPHELD", "RMT", by("panel", 1)), "which union's representative");
        assertRefused(() -> hearing.decide(appeal, "PERHAPS", "NAPO", by("panel", 1)), "Choose what the panel decided");
        assertRefused(
                () -> hearing.decide(appeal, "UPHELD", "NAPO", by("panel", 1)), "no reasons for the panel's decision");
        reasons.write(appeal, AppealStep.DECISION, "The panel agrees", PANEL);
        assertRefused(() -> hearing.decide(appeal, "UPHELD", "NAPO", by("reviewer", 1)), "you reviewed this appeal");
        assertThatThrownBy(() -> reasons.write(
                        appeal, AppealStep.DECISION, "x", new Colleague("reviewer", Set.of("appeal-panel-nw"))))
                .hasMessageContaining("you reviewed this appeal");

        hearing.decide(appeal, "PARTLY", "UNISON", by("panel", 2));
        hearing.decide(appeal, "REJECTED", "NAPO", by("panel", 2));
        assertThat(appeals.get(appeal))
                .extracting(Appeal::state, Appeal::outcome, Appeal::unionCode, Appeal::decidedBy)
                .containsExactly(AppealState.DECIDED, AppealOutcome.PARTLY, "UNISON", "panel");
        assertThat(jdbc.sql(
                                "SELECT action FROM audit_entry WHERE subject = ? AND action NOT IN ('APPEAL_VIEWED', 'CONFIDENTIAL_VIEWED') ORDER BY id")
                        .param("appeal/" + appeal)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "APPEAL_LODGED",
                        "APPEAL_REASONS_WRITTEN",
                        "APPEAL_REVIEWED",
                        "APPEAL_REASONS_WRITTEN",
                        "APPEAL_DECIDED");
    }

    @Test
    void eachStepIsForItsGroupInTheRegionAndTheAppellantTakesNone() {
        long appeal = opened();
        reasons.write(appeal, AppealStep.REVIEW, "The journey was measured wrongly", REVIEWER);
        for (String other : List.of("appeal-manager-gm", "appeal-panel-nw", "appeal-chair-nw", "hr-nw")) {
            assertThatThrownBy(() -> hearing.review(appeal, "UPHOLD", SomeAnswers.of(1, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> hearing.review(appeal, "UPHOLD", by("P0001", 1)))
                .isInstanceOf(NotAllowedException.class);
        hearing.review(appeal, "UPHOLD", by("reviewer", 1));
        reasons.write(appeal, AppealStep.DECISION, "The panel agrees", PANEL);
        for (String other : List.of("appeal-panel-gm", "appeal-manager-nw", "preference-panel-nw")) {
            assertThatThrownBy(() -> hearing.decide(appeal, "UPHELD", "NAPO", SomeAnswers.of(2, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        hearing.decide(appeal, "UPHELD", "NAPO", by("panel", 2));
        for (String other : List.of("hr-gm", "appeal-panel-nw")) {
            assertThatThrownBy(() -> closing.arranged(appeal, "KEEP_PLACE", TODAY, SomeAnswers.of(3, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> closing.arranged(appeal, "KEEP_PLACE", TODAY, by("P0001", 3)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> closing.arranged(appeal, "PERHAPS", TODAY, by("hr-nw", 3)))
                .isInstanceOf(BreaksRules.class);
    }

    @Test
    void whetherAnAppealIsHeardIsFoundAgainWhenItIsRefused() {
        long appeal = opened();
        assertThatThrownBy(() -> hearing.refuse(appeal))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("is to be heard");
        assertThatThrownBy(() -> opening.open(appeal, 2))
                .as("by another process")
                .isInstanceOf(CannotSucceedException.class);
    }

    @Test
    void whatWasArrangedStandsAndTheClosingIsToldOnce() {
        long appeal = reviewed();
        reasons.write(appeal, AppealStep.DECISION, "The panel agrees", PANEL);
        hearing.decide(appeal, "UPHELD", "NAPO", by("panel", 1));
        closing.arranged(appeal, "WAIT_FOR_VACANCY", TODAY, by("hr-nw", 2));
        closing.arranged(appeal, "KEEP_PLACE", TODAY, by("hr-nw", 2));
        assertThat(appeals.get(appeal).arrangement()).isEqualTo(Arrangement.WAIT_FOR_VACANCY);

        assertThat(closing.stillOpen(consultation)).isEqualTo(1);
        closing.close(appeal);
        closing.close(appeal);
        assertThat(closing.stillOpen(consultation)).isZero();
        assertThat(events.stream(EngineMessage.class)
                        .filter(message -> message.name().equals("preferencing.appealsDecided")))
                .singleElement()
                .satisfies(message -> assertThat(message.correlationKey()).isEqualTo(Long.toString(consultation)));
    }

    @Test
    void groundsAndReasonsAreForThePersonAndThoseWhoDecide() {
        long appeal = reviewed();
        reasons.write(appeal, AppealStep.DECISION, "The panel agrees", PANEL);

        assertThat(reading.file(appeal, PANEL).sealed())
                .isEqualTo(new Sealed(GROUNDS, "", "The journey was measured wrongly", "The panel agrees"));
        assertThat(reading.file(appeal, PERSON).sealed())
                .as("before the letter")
                .isEqualTo(new Sealed(GROUNDS, "", "", ""));
        assertThat(reading.file(appeal, new Colleague("hr-nw", Set.of("hr-nw"))).sealed())
                .isNull();
        for (Colleague nobody : List.of(
                new Colleague("LM001", Set.of()),
                new Colleague("x", Set.of("appeal-panel-em", "hr-em", "preference-panel-nw")),
                Colleague.system())) {
            assertThatThrownBy(() -> reading.file(appeal, nobody)).isInstanceOf(NotAllowedException.class);
        }
        hearing.decide(appeal, "REJECTED", "NAPO", by("panel", 1));
        closing.close(appeal);
        assertThat(reading.file(appeal, PERSON).sealed().decision()).isEqualTo("The panel agrees");
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'APPEAL_VIEWED'"))
                .as("each look")
                .isEqualTo(4);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'CONFIDENTIAL_VIEWED'"))
                .as("each sealed text that was opened")
                .isEqualTo(7);
    }

    @Test
    void remindersAndEscalationsAreSentOnceAndNameNobody() {
        long appeal = opened();
        for (int delivery = 0; delivery < 2; delivery++) {
            reminders.remindPanel(appeal);
            reminders.escalate(appeal, "REVIEW");
            reminders.escalate(appeal, "PANEL");
        }
        assertThat(jdbc.sql("SELECT to_group FROM notification ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("appeal-panel-nw", "hr-nw", "appeal-chair-nw", "hr-nw", "appeal-chair-nw");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notification WHERE body LIKE '%P0001%' OR subject LIKE '%P0001%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private long opened() {
        long appeal = lodging.lodge(person, GROUNDS, PERSON);
        assertThat(opening.open(appeal, 1)).satisfies(opened -> {
            assertThat(opened.inTime()).isTrue();
            assertThat(opened.outcomeIsFinal()).isTrue();
            assertThat(opened.personName()).isEqualTo("Person P0001 (P0001)");
        });
        return appeal;
    }

    private long reviewed() {
        long appeal = opened();
        reasons.write(appeal, AppealStep.REVIEW, "The journey was measured wrongly", REVIEWER);
        hearing.review(appeal, "UPHOLD", by("reviewer", 1));
        return appeal;
    }

    private static TaskAnswer by(String userName, long task) {
        return new TaskAnswer(task, new Colleague(userName, EVERY_GROUP));
    }

    /** Whether it was refused because of the person or because of the answer. */
    private static void assertRefused(ThrowingCallable step, String why) {
        assertThatThrownBy(step)
                .isInstanceOfAny(BreaksRules.class, NotAllowedException.class)
                .hasMessageContaining(why);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class HearingAppealsOnMariaDbTest extends HearingAppealsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class HearingAppealsOnMySqlTest extends HearingAppealsTest {}
