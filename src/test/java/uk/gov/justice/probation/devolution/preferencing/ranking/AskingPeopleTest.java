package uk.gov.justice.probation.devolution.preferencing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.DatesExtended;
import uk.gov.justice.probation.devolution.consultation.StaffJoined;
import uk.gov.justice.probation.devolution.consultation.StaffLeft;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.ranking.AskingPeople.Asked;
import uk.gov.justice.probation.devolution.preferencing.ranking.RemindingPeople.ToContact;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;

@DomainTest
abstract class AskingPeopleTest {

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    AskingPeople asking;

    @Autowired
    RemindingPeople reminding;

    @Autowired
    Rounds rounds;

    @Autowired
    Consultations consultations;

    @Autowired
    Notifications notifications;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    TransactionTemplate transactions;

    private SomePreferences some;
    private long consultation;
    private long person;

    @BeforeEach
    void aPersonAndAnOption() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        some.option(consultation, "NW_10", 3);
        person = some.people(consultation, 1).getFirst();
    }

    @Test
    void remindersComeFiveAndTwoWorkingDaysBeforeClosingWhereThoseDaysAreStillToCome() {
        LocalDate closing = workingDays.calendar().plus(TODAY, 12);
        closesOn(closing);
        Asked asked = asking.prepare(person, 1);
        assertThat(asked.firstReminderOn()).isEqualTo(workingDays.calendar().plus(closing, -5));
        assertThat(asked.secondReminderOn()).isEqualTo(workingDays.calendar().plus(closing, -2));

        closesOn(workingDays.calendar().plus(TODAY, 3));
        assertThat(asking.prepare(person, 1).closesAt())
                .as("never earlier than once said")
                .isEqualTo(asked.closesAt());
        given.allAskings().delete();
        Asked later = asking.prepare(person, 1);
        assertThat(later.firstReminderOn()).isNull();
        assertThat(later.secondReminderOn()).isAfter(TODAY);
    }

    @Test
    void thePersonIsRemindedOnceADayUnlessTheyHaveAnswered() {
        reminding.remind(person);
        reminding.remind(person);
        assertThat(notifications.to(List.of("P0001"), 10)).singleElement().satisfies(message -> {
            assertThat(message.subject()).contains("close on");
            assertThat(message.body()).contains("PSC Liverpool").doesNotContain("Person P0001");
        });
        long other = some.person(consultation, "P0002", "CA", "L12");
        some.answer(
                other,
                jdbc.sql("SELECT id FROM preference_option").query(Long.class).single());
        reminding.remind(other);
        assertThat(notifications.to(List.of("P0002"), 10)).isEmpty();
    }

    @Test
    void extendedDatesMoveThePersonsClosing() {
        Instant before = asking.prepare(person, 1).closesAt();
        LocalDate to = TODAY.plusDays(90);
        given.theMember(person).extendedTo(to).save();
        Asked after = asking.prepare(person, 1);
        assertThat(after.closesAt()).isAfter(before).isEqualTo(rounds.endOf(to));
        assertThat(rounds.lastClosing(consultation)).isEqualTo(after.closesAt());
    }

    @Test
    void whoJoinsNearClosingHasFiveWorkingDaysAtLeast() {
        closesOn(TODAY.plusDays(1));
        given.allRounds().published(CLOCK.instant().minusSeconds(3600)).save();
        long joined = some.person(consultation, "P0002", "CA", "L12");
        given.theMember(joined).joined(CLOCK.instant()).save();
        assertThat(asking.prepare(joined, 2).closesAt())
                .isEqualTo(rounds.endOf(workingDays.calendar().plus(TODAY, 5)));
        assertThat(rounds.lastClosing(consultation))
                .as("the round waits for them")
                .isEqualTo(rounds.closesFor(joined));
    }

    @Test
    void whoSpeaksWithThePersonIsTheirLineManagerOrHrWhereNobodyIsKnown() {
        ToContact toHr = reminding.toContact(person);
        assertThat(toHr.person().displayName()).isEqualTo("Person P0001");
        assertThat(toHr.manager().groups()).containsExactly("hr-nw");
        some.staff("LM001", "CA", "L12");
        assertThat(reminding.toContact(person).manager().users()).containsExactly("LM001");
    }

    @Test
    void hrIsToldOnceOfALateLineManagerWithoutAName() {
        reminding.escalateContact(person);
        reminding.escalateContact(person);
        assertThat(notifications.to(Set.of("hr-nw"), 10))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.body()).contains("PSC Liverpool").doesNotContain("P0001"));
    }

    @Test
    void whoJoinsLeavesOrGetsMoreTimeIsToldToTheProcessesWhilePreferencesAreGiven() {
        happened(new StaffJoined(consultation, person));
        happened(new DatesExtended(consultation, person, TODAY));
        happened(new StaffLeft(consultation, person, "P0001"));
        assertThat(events.stream(EngineMessage.class))
                .extracting(EngineMessage::name, EngineMessage::correlationKey)
                .containsExactly(
                        tuple("preferencing.staffJoined", Long.toString(consultation)),
                        tuple("preferencing.datesExtended", Long.toString(person)),
                        tuple("preferencing.staffLeft", Long.toString(person)));
    }

    @Test
    void afterwardsOnlyWhoLeavesIsAndBeforeThemNobody() {
        given.allConsultations().state("INDIVIDUAL").save();
        happened(new StaffJoined(consultation, person));
        happened(new StaffLeft(consultation, person, "P0001"));
        assertThat(events.stream(EngineMessage.class)).isEmpty();
        consultations.moveTo(consultation, ConsultationState.OUTCOME);
        happened(new DatesExtended(consultation, person, TODAY));
        happened(new StaffLeft(consultation, person, "P0001"));
        assertThat(events.stream(EngineMessage.class))
                .singleElement()
                .extracting(EngineMessage::name)
                .isEqualTo("preferencing.staffLeft");
    }

    private void happened(Object event) {
        transactions.executeWithoutResult(during -> publisher.publishEvent(event));
    }

    private void closesOn(LocalDate day) {
        given.allRounds().closes(rounds.endOf(day)).save();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class AskingPeopleOnMariaDbTest extends AskingPeopleTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class AskingPeopleOnMySqlTest extends AskingPeopleTest {}
