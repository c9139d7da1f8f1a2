package uk.gov.justice.probation.devolution.preferencing.allocating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.panel.ConfirmingPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Effect;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelTable;
import uk.gov.justice.probation.devolution.preferencing.panel.Proposal;
import uk.gov.justice.probation.devolution.preferencing.panel.ToLookAt;
import uk.gov.justice.probation.devolution.preferencing.panel.Why;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingRankings;
import uk.gov.justice.probation.devolution.preferencing.round.DrawNumbers;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;
import uk.gov.justice.probation.devolution.security.Colleague;

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

    @Autowired
    ClosingRankings closing;

    @Autowired
    OpeningPanel opening;

    @Autowired
    Panel panel;

    @Autowired
    ConfirmingPanel confirming;

    @Autowired
    ConfidentialRecords confidential;

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
    void whoJoinsAfterClosingHasNoListAndIsForThePanelToLookAt() {
        long sefton = options.all(consultation).getFirst().id();
        people.subList(0, 2).forEach(person -> some.answer(person, sefton));
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        assertThat(closing.close(consultation)).isTrue();
        some.left(people.getLast());
        long late = some.person(consultation, "P0009", "CA", "L12");

        Run run = allocating.allocate(consultation);

        assertThat(run.placed()).isEqualTo(3);
        assertThat(numbers.of(late)).isPresent();
        assertThat(opening.prepare(consultation).open()).singleElement().satisfies(open -> {
            assertThat(open.member().id()).isEqualTo(late);
            assertThat(open.toLookAt()).isEqualTo(ToLookAt.NOT_ASKED_FOR);
        });
    }

    @Test
    void whatSomebodyAskedForAndMayBeGivenIsFixedAtClosing() {
        long sefton = options.all(consultation).getFirst().id();
        people.subList(0, 2).forEach(person -> some.answer(person, sefton));
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        assertThat(closing.close(consultation)).isTrue();
        for (String number : List.of("P0002", "P0003"))
            given.theColleague(number).team("PSC_WAKEFIELD_ADMIN").save();
        some.left(people.getFirst());
        some.answer(people.getLast(), sefton);

        Run run = allocating.allocate(consultation);

        assertThat(runs.request(run.id()).applicants())
                .extracting(
                        Applicant::person,
                        Applicant::ranked,
                        one -> one.verdicts().get(Long.toString(sefton)).allowed())
                .containsExactlyInAnyOrder(
                        tuple(Long.toString(people.get(1)), List.of(Long.toString(sefton)), true),
                        tuple(Long.toString(people.get(2)), List.of(Long.toString(sefton)), false));
    }

    @Test
    void whosePlaceIsNoLongerPossibleForThemIsForThePanelToLookAt() {
        long sefton = options.all(consultation).getFirst().id();
        people.forEach(person -> some.answer(person, sefton));
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        assertThat(closing.close(consultation)).isTrue();
        confidential.keepAdjustments(
                "P0002",
                Consultations.subject(consultation),
                new Adjustments(Set.of(), Set.of("NW_10"), "Agreed after closing"),
                new Colleague("P0002", Set.of()));

        Run run = allocating.allocate(consultation);

        assertThat(run.placed()).isEqualTo(3);
        PanelTable table = opening.prepare(consultation);
        assertThat(table.open()).singleElement().satisfies(open -> {
            assertThat(open.staff().staffNumber()).isEqualTo("P0002");
            assertThat(open.toLookAt()).isEqualTo(ToLookAt.FORBIDDEN_SINCE);
        });
        assertThatThrownBy(() -> confirming.confirm(consultation, SomeAnswers.of(1, "preference-panel-nw")))
                .hasMessageContaining("not yet decided about everybody");
    }

    @Test
    void whoLeavesBetweenTheDrawAndThePanelLeavesTheirPlaceToWhoHasNone() {
        long sefton = options.all(consultation).getFirst().id();
        long fourth = some.person(consultation, "P0009", "CA", "L12");
        people.forEach(person -> some.answer(person, sefton));
        some.answer(fourth, sefton);
        Run run = allocating.allocate(consultation);
        long without = runs.results(run.id()).getLast().memberId();
        long leaving = runs.results(run.id()).getFirst().memberId();
        some.left(leaving);

        assertThat(opening.prepare(consultation).people())
                .hasSize(3)
                .extracting(person -> person.member().id())
                .doesNotContain(leaving);
        Effect shown = panel.effect(consultation, new Proposal(without, sefton, null));
        panel.move(
                consultation,
                shown.proposal(),
                shown.version(),
                new Why("A place is free", "A place has become free for you.", "", ""),
                new Colleague("panel-nw", Set.of("preference-panel-nw")));

        assertThat(panel.table(consultation).score().unplaced()).isZero();
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
