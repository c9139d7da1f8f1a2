package uk.gov.justice.probation.devolution.preferencing.allocating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;

@DomainTest
abstract class DrawsAtTheEdgeTest {
    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublishingOptions publishing;

    @Autowired
    Options options;

    @Autowired
    DrawNumbers numbers;

    @Autowired
    Allocating allocating;

    @Autowired
    Runs runs;

    private SomePreferences some;
    private long consultation;
    private List<Long> people;

    @BeforeEach
    void threePeopleAndThreePlaces() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        given.theConsultation(consultation).draw().save();
        some.vacancy("NW_10", "CA_GENERAL", 3);
        some.journey("L12", "NW_10", 20);
        people = some.people(consultation, 3);
        publishing.publish(consultation);
    }

    @Test
    void ifNobodyRanksEverybodyHasAPlaceThatNobodyAskedFor() {
        Run run = allocating.allocate(consultation);
        assertThat(run.placed()).isEqualTo(3);
        assertThat(run.firstChoices()).isZero();
        assertThat(run.unranked()).isEqualTo(3);
    }

    @Test
    void ofOnePersonMoreThanPlacesTheLastInTheLotteryHasNone() {
        long sefton = options.all(consultation).getFirst().id();
        long late = some.person(consultation, "P0009", "CA", "L12");
        people.forEach(person -> some.answer(person, sefton));
        some.answer(late, sefton);

        Run run = allocating.allocate(consultation);

        assertThat(run.unplaced()).isEqualTo(1);
        assertThat(runs.results(run.id()))
                .filteredOn(result -> result.optionId() == null)
                .singleElement()
                .extracting(Result::lottery)
                .isEqualTo(4);
    }

    @Test
    void whoJoinsAfterThePublicationTakesPartByANumberOfTheirOwn() {
        long late = some.person(consultation, "P0009", "CA", "L12");
        assertThat(numbers.of(late)).isEmpty();
        String before = numbers.of(people.getFirst()).orElseThrow();

        Run run = allocating.allocate(consultation);

        assertThat(numbers.all(consultation).values())
                .hasSize(4)
                .doesNotHaveDuplicates()
                .contains(before);
        assertThat(runs.requestJson(run.id()))
                .contains("\"number\":\"%s\"".formatted(numbers.of(late).orElseThrow()));
    }

    @Test
    void placesThatAreCutOrClosedAfterThePublicationStayAsTheyWerePublished() {
        long sefton = options.all(consultation).getFirst().id();
        people.forEach(person -> some.answer(person, sefton));
        given.noVacancies();

        assertThat(allocating.allocate(consultation).placed()).isEqualTo(3);
        assertThat(options.all(consultation)).extracting(Option::places).containsExactly(3);
    }

    @Test
    void whoLeavesBeforeThePlacesAreGivenOutTakesNone() {
        long sefton = options.all(consultation).getFirst().id();
        people.forEach(person -> some.answer(person, sefton));
        some.left(people.getFirst());

        Run run = allocating.allocate(consultation);

        assertThat(runs.results(run.id()))
                .extracting(Result::memberId)
                .containsExactlyInAnyOrder(people.get(1), people.get(2));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class DrawsAtTheEdgeOnMariaDbTest extends DrawsAtTheEdgeTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class DrawsAtTheEdgeOnMySqlTest extends DrawsAtTheEdgeTest {}
