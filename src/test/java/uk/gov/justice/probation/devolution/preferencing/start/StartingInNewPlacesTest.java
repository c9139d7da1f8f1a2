package uk.gov.justice.probation.devolution.preferencing.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.start.StartingInNewPlaces.Recorded;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class StartingInNewPlacesTest {
    private static final LocalDate MONDAY = TODAY.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private static final TaskAnswer MANAGER = SomeAnswers.of(1, "LM001");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PreparingStarts preparing;

    @Autowired
    StartingInNewPlaces starting;

    @Autowired
    WelcomingPeople welcoming;

    @Autowired
    MovingToNewPlaces moving;

    @Autowired
    OverdueStarts overdue;

    private SomePreferences some;
    private SomeOutcomes made;
    private long consultation;
    private long sefton;

    @BeforeEach
    void aConfirmedConsultation() {
        some = new SomePreferences(jdbc);
        made = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        sefton = some.option(consultation, "NW_10", 5);
    }

    @Test
    void onlyWhoTakesPartAndHasAPlaceStarts() {
        List<Long> people = some.people(consultation, 3);
        made.placed(people.get(0), sefton);
        made.placed(people.get(1), null);
        made.placed(people.get(2), sefton);
        some.left(people.get(2));

        assertThat(preparing.starters(consultation)).containsExactly(people.get(0));
        assertThat(preparing.prepare(people.get(1), 1)).isEmpty();
        assertThat(preparing.prepare(people.get(2), 1)).isEmpty();
        moving.move(people.get(2));
        assertThat(base("P0003")).isEqualTo("LIVERPOOL_CUNARD");
    }

    @Test
    void theLearningPlanHoldsWhatIsNewAndHrStandsInForAManagerNobodyKnows() {
        long person = some.people(consultation, 1).getFirst();
        made.placed(person, sefton);
        made.appealsCloseInDays(consultation, -1);

        assertThat(preparing.prepare(person, 1)).hasValueSatisfying(start -> {
            assertThat(start.newTasks()).containsExactly("Court lists");
            assertThat(start.manager().users()).isEmpty();
            assertThat(start.manager().groups()).containsExactly("hr-nw");
        });
    }

    @Test
    void aPersonIsWelcomedAndMovedOnce() {
        long person = some.people(consultation, 1).getFirst();
        made.placed(person, sefton);
        starting.record(person, new Recorded(MONDAY, true, true, true), MANAGER);
        starting.record(person, new Recorded(MONDAY.plusDays(1), false, false, false), MANAGER);
        assertThat(jdbc.sql("SELECT started_on FROM placement WHERE member_id = ?")
                        .param(person)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(MONDAY);

        assertThat(welcoming.writeWelcome(person))
                .isEqualTo("welcome-" + person)
                .isEqualTo(welcoming.writeWelcome(person));
        assertThat(count("SELECT COUNT(*) FROM letter WHERE template = 'WELCOME'"))
                .isEqualTo(1);
        moving.move(person);
        moving.move(person);

        assertThat(base("P0001")).isEqualTo("NW_10");
        assertThat(jdbc.sql("SELECT role_code FROM staff WHERE staff_number = 'P0001'")
                        .query(String.class)
                        .single())
                .isEqualTo("CA_GENERAL");
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'STAFF_MOVED'"))
                .isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'START_RECORDED'"))
                .isEqualTo(1);
        assertThat(preparing.starters(consultation)).as("has moved").isEmpty();
    }

    @Test
    void whoSettlesAStartAtTheSameMomentComesTooLateAndChangesNothing() throws Exception {
        long person = some.people(consultation, 1).getFirst();
        made.placed(person, sefton);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> all = IntStream.range(0, 4)
                    .mapToObj(n -> Executors.callable(() -> starting.record(
                            person, new Recorded(MONDAY.plusDays(n), true, true, true), SomeAnswers.of(n, "LM001"))))
                    .toList();
            for (var each : threads.invokeAll(all)) each.get();
        }
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM start_in_place s JOIN placement p ON p.member_id = s.member_id AND p.started_on = s.starts_on"))
                .isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'START_RECORDED'"))
                .isEqualTo(1);
    }

    @Test
    void onlyTheLineManagerOrHrOfTheRegionSettlesAStart() {
        long person = some.people(consultation, 1).getFirst();
        made.placed(person, sefton);
        for (String other : List.of("P0001", "hr-gm", "rpd-nw")) {
            assertThatThrownBy(() ->
                            starting.record(person, new Recorded(MONDAY, true, true, true), SomeAnswers.of(1, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(count("SELECT COUNT(*) FROM start_in_place")).isZero();
    }

    @Test
    void whoGetsAnotherPlaceAfterTheyHaveMovedMovesAgain() {
        long wirral = some.option(consultation, "NW_12", 1);
        List<Long> people = some.people(consultation, 2);
        people.forEach(person -> made.placed(person, sefton));
        moving.move(people.get(0));
        given.allPlacements().option(wirral).save();

        people.forEach(moving::moveAgain);
        people.forEach(moving::moveAgain);

        assertThat(base("P0001")).isEqualTo("NW_12");
        assertThat(base("P0002")).as("has not moved yet").isEqualTo("LIVERPOOL_CUNARD");
        assertThat(count("SELECT COUNT(*) FROM notification WHERE to_group = 'hr-nw'"))
                .isEqualTo(1);
    }

    @Test
    void hrIsToldOnceOfALateStartAndNobodyIsNamed() {
        long person = some.people(consultation, 1).getFirst();
        overdue.escalate(person);
        overdue.escalate(person);
        assertThat(count("SELECT COUNT(*) FROM notification WHERE to_group = 'hr-nw'"))
                .isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM notification WHERE CONCAT(subject, body) LIKE '%P0001%'"))
                .isZero();
    }

    private String base(String staffNumber) {
        return jdbc.sql("SELECT site_code FROM staff WHERE staff_number = ?")
                .param(staffNumber)
                .query(String.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class StartingInNewPlacesOnMariaDbTest extends StartingInNewPlacesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class StartingInNewPlacesOnMySqlTest extends StartingInNewPlacesTest {}
