package uk.gov.justice.probation.devolution.consultation.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.consultation.SomeConsultation.HR;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords.Entry;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationClosed;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.DatesExtended;
import uk.gov.justice.probation.devolution.consultation.SomeConsultation;
import uk.gov.justice.probation.devolution.consultation.StaffJoined;
import uk.gov.justice.probation.devolution.consultation.StaffLeft;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOneReminders;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes;
import uk.gov.justice.probation.devolution.consultation.onetoone.OneToOnes.Prepared;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.consultation.outcome.DecidingOutcome;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/** People join, leave, fall ill and come back while a consultation is running. */
@DomainTest
abstract class ChangingCohortsTest {
    private static final LocalDate LATER = LocalDate.of(2027, 6, 1);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    Consultations consultations;

    @Autowired
    Cohorts cohorts;

    @Autowired
    ConsultingUnions unions;

    @Autowired
    OpeningIndividualStage individualStage;

    @Autowired
    OneToOnes oneToOnes;

    @Autowired
    OneToOneReminders oneToOneReminders;

    @Autowired
    ChangingCohorts changing;

    @Autowired
    GivingMoreTime moreTime;

    @Autowired
    DecidingOutcome outcome;

    @Autowired
    ClosingConsultations closing;

    @Autowired
    ConfidentialRecords records;

    @Autowired
    ApplicationEvents events;

    @Autowired
    PlatformTransactionManager transactions;

    private SomeConsultation some;
    private SomeStaff staff;

    @BeforeEach
    void example() {
        some = new SomeConsultation(launching, unions, individualStage, jdbc);
        staff = new SomeStaff(jdbc);
    }

    @Test
    void whoJoinsDuringTheOneToOnesIsToldToTheEngineOnce() {
        long id = some.inTheIndividualStage(1);
        staff.add("NW0099", "NW", "NW0001");
        long member = changing.join(id, "NW0099", HR);

        assertThat(messages("consultation.staffJoined")).singleElement().satisfies(message -> {
            assertThat(message.correlationKey()).isEqualTo(Long.toString(id));
            assertThat(message.variables()).isEqualTo(Map.of("memberId", member));
        });
        assertThat(events.stream(StaffJoined.class)).containsExactly(new StaffJoined(id, member));
        assertThat(oneToOnes.prepare(member, 1).proceed()).isTrue();
    }

    @Test
    void whoJoinsBeforeTheIndividualStageIsListedLikeEverybody() {
        long id = some.launched(1);
        staff.add("NW0099", "NW", "NW0001");
        changing.join(id, "NW0099", HR);
        assertThat(messages("consultation.staffJoined")).isEmpty();
        assertThat(cohorts.active(id)).hasSize(2);
    }

    @Test
    void whoJoinedWhenNobodyWaitedForItIsAnnouncedAgainWithThePreferences() {
        long id = some.inTheIndividualStage(1);
        oneToOnes.prepare(some.member(id, "NW0002"), 1);
        staff.add("NW0099", "NW", "NW0001");
        long late = changing.join(id, "NW0099", HR);
        consultations.moveTo(id, ConsultationState.PREFERENCES);
        assertThat(events.stream(StaffJoined.class))
                .containsExactly(new StaffJoined(id, late), new StaffJoined(id, late));
    }

    @Test
    void nobodyJoinsTwiceFromElsewhereOrTooLate() {
        long id = some.inTheIndividualStage(1);
        staff.add("YH0001", "YATH", null);
        staff.add("NW0099", "NW", null);
        assertThatThrownBy(() -> changing.join(id, "NW0002", HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("already takes part in a running consultation");
        assertThatThrownBy(() -> changing.join(id, "YH0001", HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("Nobody in North West");
        assertThatThrownBy(() -> changing.join(id, "NW0099", new Colleague("hr-gm", Set.of("hr-gm"))))
                .isInstanceOf(NotAllowedException.class);
        consultations.moveTo(id, ConsultationState.PANEL);
        assertThatThrownBy(() -> changing.join(id, "NW0099", HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("ranked already");
    }

    @Test
    void whoLeavesIsOutAndTheirOneToOneEnds() {
        long id = some.inTheIndividualStage(2);
        long member = some.member(id, "NW0002");
        long other = some.member(id, "NW0003");
        oneToOnes.prepare(member, 1);
        changing.leave(member, HR);
        changing.leave(member, HR);
        changing.leave(other, HR);

        assertThat(messages("consultation.staffLeft"))
                .as("only who was being met")
                .singleElement()
                .satisfies(message -> assertThat(message.correlationKey()).isEqualTo(Long.toString(member)));
        assertThat(events.stream(StaffLeft.class))
                .containsExactly(new StaffLeft(id, member, "NW0002"), new StaffLeft(id, other, "NW0003"));
        assertThat(cohorts.active(id)).isEmpty();
        assertThat(oneToOnes.prepare(other, 2).proceed()).isFalse();

        long again = changing.join(id, "NW0002", HR);
        assertThat(again).isNotEqualTo(member);
        assertThat(oneToOnes.prepare(again, 3).proceed()).isTrue();
    }

    @Test
    void moreTimeIsGivenWithAReasonThatStaysSealed() {
        long id = some.inTheIndividualStage(1);
        long member = some.member(id, "NW0002");
        Prepared before = oneToOnes.prepare(member, 1);
        moreTime.extend(member, LATER, "An operation in spring.", HR);
        Prepared after = oneToOnes.prepare(member, 1);

        assertThat(before.due()).isBefore(LATER);
        assertThat(after.due()).isEqualTo(LATER);
        assertThat(after.remindOn()).isEqualTo("2027-05-24");
        assertThat(messages("consultation.datesExtended"))
                .singleElement()
                .satisfies(message -> assertThat(message.variables()).isEmpty());
        assertThat(events.stream(DatesExtended.class)).containsExactly(new DatesExtended(id, member, LATER));
        assertThat(jdbc.sql("SELECT GROUP_CONCAT(facts) FROM audit_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("operation");
        assertThat(records.read("NW0002", HR)).extracting(Entry::text).containsExactly("An operation in spring.");
        assertThatThrownBy(() -> moreTime.extend(member, LocalDate.of(2020, 1, 1), "Too late.", HR))
                .isInstanceOf(NotPossibleNow.class);
        assertThatThrownBy(() -> moreTime.extend(member, LocalDate.of(2999, 1, 1), "Too far.", HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("bank holidays");
    }

    @Test
    void aOneToOneIsHeldOnceHoweverManyProcessesAskForIt() {
        long id = some.inTheIndividualStage(1);
        long member = some.member(id, "NW0002");
        assertThat(oneToOnes.prepare(member, 1).proceed()).isTrue();
        assertThat(oneToOnes.prepare(member, 1).proceed()).as("delivered again").isTrue();
        assertThat(oneToOnes.prepare(member, 2).proceed())
                .as("a second instance")
                .isFalse();
        TaskAnswer answer = SomeAnswers.of(77, "NW0001");
        oneToOnes.record(member, "HELD", TODAY, true, answer);
        oneToOnes.record(member, "DECLINED", null, false, answer);
        assertThat(cohorts.get(member).oneToOneState()).isEqualTo("HELD");
        assertThat(oneToOnes.prepare(member, 1).proceed()).isFalse();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action LIKE 'ONE_TO_ONE_%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoLeavesWhileTheirOneToOneIsRecordedHasHadIt() {
        long id = some.inTheIndividualStage(1);
        long member = some.member(id, "NW0002");
        oneToOnes.prepare(member, 1);
        CompletableFuture<Void> leaving = new TransactionTemplate(transactions).execute(status -> {
            oneToOnes.record(member, "HELD", null, true, SomeAnswers.of(78, "NW0001"));
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> changing.leave(member, HR));
            assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        });
        leaving.join();

        assertThat(cohorts.get(member).active()).isFalse();
        assertThat(cohorts.get(member).oneToOneState()).isEqualTo("HELD");
        assertThat(jdbc.sql("SELECT version FROM cohort_member WHERE id = ?")
                        .param(member)
                        .query(Integer.class)
                        .single())
                .as("prepared, recorded, left")
                .isEqualTo(3);
    }

    @Test
    void hrIsAskedWhereNoLineManagerIsKnownOrTheyAreAway() {
        long id = some.inTheIndividualStage(1);
        assertThat(oneToOnes.prepare(some.member(id, "NW0002"), 1).asked().users())
                .containsExactly("NW0001");
        staff.absent("NW0001", LATER);
        assertThat(oneToOnes.prepare(some.member(id, "NW0002"), 1).asked()).satisfies(asked -> {
            assertThat(asked.users()).isEmpty();
            assertThat(asked.groups()).containsExactly("hr-nw");
        });
        staff.absent("NW0001", LocalDate.of(2020, 1, 1));
        assertThat(oneToOnes.prepare(some.member(id, "NW0002"), 1).asked().users())
                .containsExactly("NW0001");
    }

    @Test
    void remindersAndEscalationsNameNobody() {
        long id = some.inTheIndividualStage(1);
        long member = some.member(id, "NW0002");
        oneToOnes.prepare(member, 1);
        for (int twice = 0; twice < 2; twice++) {
            oneToOneReminders.remind(member);
            oneToOneReminders.escalate(member);
        }
        assertThat(jdbc.sql("SELECT to_group FROM notification WHERE dedup_key LIKE 'one-to-one%' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("NW0001", "hr-nw");
        assertThat(jdbc.sql("SELECT GROUP_CONCAT(subject, body) FROM notification")
                        .query(String.class)
                        .single())
                .doesNotContain("NW0002");
        changing.leave(member, HR);
        oneToOneReminders.escalate(member);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notification WHERE dedup_key LIKE 'one-to-one-overdue%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theDirectorReturnsOrConfirmsAndNothingElseGoesBack() {
        long id = some.inTheIndividualStage(1);
        List.of(ConsultationState.PREFERENCES, ConsultationState.PANEL)
                .forEach(state -> consultations.moveTo(id, state));
        consultations.moveTo(id, ConsultationState.INDIVIDUAL);
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.PANEL);
        outcome.prepare(id);
        outcome.decide(id, "RETURN", "Look at Sefton again.", SomeAnswers.of(1, "rpd-nw"));
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.PANEL);
        outcome.prepare(id);
        outcome.decide(id, "CONFIRM", null, SomeAnswers.of(2, "rpd-nw"));
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.OUTCOME);
        closing.close(id);
        closing.close(id);
        consultations.moveTo(id, ConsultationState.PANEL);
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.CLOSED);
        assertThat(events.stream(ConsultationClosed.class)).hasSize(1);
        assertThat(closing.report(id))
                .hasValueSatisfying(report -> assertThat(report.people()).isEqualTo(1));
        assertThatThrownBy(() -> changing.leave(some.member(id, "NW0002"), HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("closed");
    }

    @Test
    void withTheCloseTheTimeBeginsAfterWhichWhatIsConfidentialIsErased() {
        long id = some.inTheIndividualStage(1);
        moreTime.extend(some.member(id, "NW0002"), LATER, "An operation in spring.", HR);
        closing.close(id);
        assertThat(jdbc.sql("SELECT erase_after FROM confidential_record")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.plusMonths(12));
    }

    private List<EngineMessage> messages(String name) {
        return events.stream(EngineMessage.class)
                .filter(message -> message.name().equals(name))
                .toList();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ChangingCohortsOnMariaDbTest extends ChangingCohortsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ChangingCohortsOnMySqlTest extends ChangingCohortsTest {}
