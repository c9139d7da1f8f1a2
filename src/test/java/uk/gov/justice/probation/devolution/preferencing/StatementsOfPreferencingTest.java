package uk.gov.justice.probation.devolution.preferencing;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.AllocationRequests;
import uk.gov.justice.probation.devolution.preferencing.allocating.Assumptions;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.AskingPeople;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingRankings;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Ranking;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings.Contact;
import uk.gov.justice.probation.devolution.preferencing.ranking.RemindingPeople;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;
import uk.gov.justice.probation.devolution.preferencing.start.MovingToNewPlaces;
import uk.gov.justice.probation.devolution.preferencing.start.PreparingStarts;
import uk.gov.justice.probation.devolution.preferencing.start.StartingInNewPlaces;
import uk.gov.justice.probation.devolution.preferencing.start.StartingInNewPlaces.Recorded;
import uk.gov.justice.probation.devolution.preferencing.start.WelcomingPeople;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * The maximum number of statements that each step of preferencing sends. A change that makes a step send more fails
 * here and has to be justified.
 */
@DomainTest
@WithDatabase
class StatementsOfPreferencingTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deadlines deadlines;

    @Autowired
    PublishingOptions publishing;

    @Autowired
    Options options;

    @Autowired
    AskingPeople asking;

    @Autowired
    RemindingPeople reminding;

    @Autowired
    Offers offers;

    @Autowired
    Answers answers;

    @Autowired
    Rankings rankings;

    @Autowired
    ClosingRankings closing;

    @Autowired
    AllocationRequests requests;

    @Autowired
    Allocating allocating;

    @Autowired
    Explanations explanations;

    @Autowired
    Placements placements;

    @Autowired
    PreparingStarts preparing;

    @Autowired
    StartingInNewPlaces starting;

    @Autowired
    WelcomingPeople welcoming;

    @Autowired
    MovingToNewPlaces moving;

    private int tasks;

    @Test
    void noStepSendsMoreThanItNeeds() throws Exception {
        var some = new SomePreferences(jdbc);
        long consultation = some.consultation();
        for (String site : List.of("NW_10", "NW_12", "NW_05")) {
            some.vacancy(site, "CA_GENERAL", 1);
            some.journey("L12", site, 20);
        }
        List<Long> people = some.people(consultation, 4);
        long first = people.getFirst();

        deadlines.inWorkingDays(1); // what is read once and known from then on does not count
        atMost(12, "publish the options", () -> publishing.publish(consultation));
        List<Long> ids = options.all(consultation).stream().map(Option::id).toList();
        Ranking three = new Ranking(ids, Set.of());
        offers.to(people.getLast());
        atMost(19, "ask", () -> asking.prepare(first, 100));
        atMost(5, "remind", () -> reminding.remind(first));
        atMost(13, "page of the choices", () -> {
            offers.to(first);
            answers.of(first);
        });
        atMost(18, "rank in Tasklist", () -> rankings.record(first, three, answer("P0001")));
        atMost(17, "rank on the page", () -> rankings.recordOnPage(first, three, new Colleague("P0001", Set.of())));
        atMost(
                18,
                "record for a person",
                () -> rankings.recordForPerson(people.get(1), new Contact(true, TODAY, three), answer("LM001")));
        atMost(
                17,
                "record that a person cannot be reached",
                () -> rankings.recordForPerson(people.get(2), new Contact(false, TODAY, null), answer("LM001")));
        atMost(1, "plan the closing", () -> closing.plan(consultation));
        given.allRounds().closes(MORNING.minus(Duration.ofDays(1))).save();
        given.allAskings().closes(MORNING.minus(Duration.ofDays(1))).save();
        atMost(26, "close, and fix everybody's rows", () -> closing.close(consultation));
        atMost(24, "allocate", () -> allocating.allocate(consultation));
        atMost(
                20,
                "try something else",
                () -> allocating.whatIf(consultation, "", new Assumptions(Map.of(ids.getFirst(), 1), null, null), HR));
        atMost(5, "give a place", () -> placements.place(first, ids.getFirst(), Source.APPEAL));
        atMost(5, "give another place", () -> placements.place(first, ids.getLast(), Source.APPEAL));
        atMost(
                3,
                "give places to two",
                () -> placements.rearrange(
                        consultation, Map.of(first, ids.get(0), people.get(1), ids.get(1)), Source.APPEAL));
        atMost(1, "explain", () -> explanations.of(first));
        new SomeOutcomes(jdbc).appealsCloseInDays(consultation, -1);
        atMost(1, "list who starts", () -> preparing.starters(consultation));
        atMost(9, "prepare a start", () -> preparing.prepare(first, 7));
        atMost(
                7,
                "record a start",
                () -> starting.record(first, new Recorded(TODAY.plusDays(1), true, true, true), answer("LM001")));
        atMost(12, "welcome", () -> welcoming.writeWelcome(first));
        atMost(9, "move", () -> moving.move(first));
        atMost(9, "move again", () -> moving.moveAgain(first));
    }

    @Test
    void aStepSendsNoMoreForMorePeople() throws Exception {
        var some = new SomePreferences(jdbc);
        long consultation = some.consultation();
        some.round(consultation, 1);
        long sefton = some.option(consultation, "NW_10", 1);
        some.people(consultation, 1).forEach(person -> some.answer(person, sefton));
        requests.of(consultation);
        int requestOfOne = Statements.during(() -> requests.of(consultation)).count();
        int closingOfOne = Statements.during(() -> closing.plan(consultation)).count();
        for (int n = 2; n <= 6; n++) some.answer(some.person(consultation, "P%04d".formatted(n), "CA", "L12"), sefton);

        assertThat(Statements.during(() -> assertThat(requests.of(consultation).applicants())
                                .hasSize(6))
                        .all())
                .hasSize(requestOfOne);
        assertThat(Statements.during(() -> closing.plan(consultation)).all()).hasSize(closingOfOne);
        assertThat(requestOfOne).isLessThanOrEqualTo(13);
        assertThat(Statements.during(() -> allocating.allocate(consultation)).all())
                .as("allocate six")
                .hasSizeLessThanOrEqualTo(18);
    }

    private static void atMost(int most, String step, Statements.Action action) throws Exception {
        assertThat(Statements.during(action).all()).as(step).hasSizeLessThanOrEqualTo(most);
    }

    private TaskAnswer answer(String by) {
        return SomeAnswers.of(++tasks, by);
    }
}
