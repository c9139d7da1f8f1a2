package uk.gov.justice.probation.devolution.preferencing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer.Kind;
import uk.gov.justice.probation.devolution.preferencing.ranking.AskingPeople.Asked;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Refusal;
import uk.gov.justice.probation.devolution.preferencing.ranking.Rankings.Contact;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@DomainTest
abstract class RankingsTest {
    private static final Colleague PERSON = new Colleague("P0001", Set.of());

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Rankings rankings;

    @Autowired
    AskingPeople asking;

    @Autowired
    ClosingRankings closing;

    @Autowired
    Allocating allocating;

    @Autowired
    Answers answers;

    @Autowired
    Rounds rounds;

    @Autowired
    PreferencingSettings settings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ConfidentialRecords confidential;

    private SomePreferences some;
    private long consultation;
    private long sefton;
    private long wirral;
    private long carlisle;
    private long officers;
    private long person;

    @BeforeEach
    void aPersonAndFourOptions() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 1);
        sefton = some.option(consultation, "NW_10", 3);
        wirral = some.option(consultation, "NW_12", 1);
        carlisle = some.option(consultation, "NW_05", 1);
        officers = some.option(consultation, "NW_10", "PSO", 1);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 90);
        some.journey("L12", "NW_05", 91);
        person = some.people(consultation, 1).getFirst();
    }

    @Test
    void theAnswerInTasklistIsTakenOnceHoweverOftenItIsDelivered() {
        TaskAnswer task = SomeAnswers.of(7, "P0001");
        assertThat(record(person, ranking(sefton, wirral), task)).isNull();
        assertThat(record(person, ranking(sefton, wirral), task)).isNull();
        assertThat(answers.of(person)).singleElement().satisfies(answer -> {
            assertThat(answer.choices()).containsExactly(sefton, wirral);
            assertThat(answer.kind()).isEqualTo(Kind.OWN);
        });
    }

    @Test
    void onOurPageTheAnswerCanBeChangedTheLastCountsAndEachIsKept() {
        rankings.record(person, ranking(sefton), SomeAnswers.of(7, "P0001"));
        assertThat(rankings.recordOnPage(person, ranking(wirral, sefton), PERSON))
                .isEmpty();
        assertThat(rankings.recordOnPage(person, ranking(wirral), PERSON)).isEmpty();

        assertThat(answers.of(person))
                .extracting(Answer::choices)
                .containsExactly(List.of(wirral), List.of(wirral, sefton), List.of(sefton));
        assertThat(answers.latest(consultation).get(person).choices()).containsExactly(wirral);
        assertThat(events.stream(EngineMessage.class)).hasSize(2).allSatisfy(message -> {
            assertThat(message.name()).isEqualTo("preferencing.rankingGiven");
            assertThat(message.correlationKey()).isEqualTo(Long.toString(person));
        });
    }

    @Test
    void whatCannotBeTakenIsSaidInWordsAndNothingIsKept() {
        assertThat(refusal(ranking())).contains("at least one");
        assertThat(refusal(ranking(sefton, sefton))).contains("more than once");
        assertThat(refusal(ranking(officers))).contains("not offered to your role");
        assertThat(refusal(ranking(999999L))).contains("not offered to your role");
        assertThat(refusal(ranking(carlisle))).contains("more than 90 minutes").contains("Agree");
        given.allConsultations().choices(1).save();
        assertThat(refusal(ranking(sefton, wirral))).contains("up to 1");
        assertThat(answers.of(person)).isEmpty();
    }

    @Test
    void aLongJourneyIsTakenFromWhoAgreesToIt() {
        assertThat(record(person, new Ranking(List.of(carlisle), Set.of(carlisle)), SomeAnswers.of(7, "P0001")))
                .isNull();
        assertThat(answers.of(person).getFirst().longJourneys()).containsExactly(carlisle);
    }

    @Test
    void agreeingToOnePlaceAgreesToNoOther() {
        long furness = some.option(consultation, "NW_08", 1);
        some.journey("L12", "NW_08", 120);
        Ranking toOne = new Ranking(List.of(carlisle, furness, sefton), Set.of(carlisle, wirral));

        assertThat(rankings.recordOnPage(person, toOne, PERSON)).singleElement().satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo("longJourney" + furness);
            assertThat(refusal.sentence()).contains("more than 90 minutes each way", "to this place");
        });
        rankings.recordOnPage(person, new Ranking(List.of(carlisle, sefton), Set.of(carlisle, wirral)), PERSON);

        assertThat(answers.last(person).orElseThrow().longJourneys())
                .as("what was not ranked is not agreed to")
                .containsExactly(carlisle);
        assertThat(answers.latest(consultation).get(person).longJourneys()).containsExactly(carlisle);
        assertThat(answers.latest(consultation).get(person).choices()).containsExactly(carlisle, sefton);
    }

    @Test
    void theOneTickOfBeforeIsForAllPlacesOfItsAnswer() {
        given.answer(person, carlisle, sefton);
        assertThat(answers.last(person).orElseThrow().longJourneys()).isEmpty();

        given.consents(person);

        assertThat(answers.last(person).orElseThrow().longJourneys()).containsExactlyInAnyOrder(carlisle, sefton);
        assertThat(answers.latest(consultation).get(person).longJourneys()).containsExactlyInAnyOrder(carlisle, sefton);
    }

    @Test
    void onOurPageTheLineManagerRecordsAsManyPlacesInADrawAsThePersonCouldName() {
        List<Long> six = Stream.of("NW_01", "NW_02", "NW_03", "NW_04", "NW_06", "NW_07")
                .map(site -> {
                    some.journey("L12", site, 30);
                    return some.option(consultation, site, 1);
                })
                .toList();
        Contact contact = new Contact(true, TODAY, new Ranking(six, Set.of()));
        Colleague manager = new Colleague("LM001", Set.of());
        assertThatThrownBy(() -> rankings.recordForPersonOnPage(person, contact, manager))
                .hasMessageContaining("answers for themself");
        given.allRounds().closes(CLOCK.instant().minusSeconds(3600)).save();
        assertThat(rankings.recordForPersonOnPage(person, contact, manager))
                .extracting(Refusal::sentence)
                .containsExactly("This list names 6 places. It can name up to 5.");

        given.theConsultation(consultation).draw().save();
        assertThat(rankings.recordForPersonOnPage(person, contact, manager)).isEmpty();

        assertThat(answers.last(person).orElseThrow())
                .extracting(Answer::kind, Answer::choices, Answer::givenBy)
                .containsExactly(Kind.ON_BEHALF, six, "LM001");
        assertThat(events.stream(EngineMessage.class))
                .singleElement()
                .extracting(EngineMessage::name, EngineMessage::correlationKey)
                .containsExactly("preferencing.datesExtended", Long.toString(person));
    }

    @Test
    void onOurPageNobodyRecordsForWhomHasAnsweredOrIsNotTheirs() {
        rankings.recordOnPage(person, ranking(sefton), PERSON);
        given.allRounds().closes(CLOCK.instant().minusSeconds(3600)).save();
        Contact contact = new Contact(true, TODAY, ranking(wirral));
        assertThatThrownBy(() -> rankings.recordForPersonOnPage(person, contact, new Colleague("LM001", Set.of())))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("has answered");
        for (String other : List.of("P0001", "P0002", "hr-gm"))
            assertThatThrownBy(
                            () -> rankings.recordForPersonOnPage(person, contact, new Colleague(other, Set.of(other))))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        assertThat(answers.last(person).orElseThrow().choices()).containsExactly(sefton);
    }

    @Test
    void whatWasThereWhenTheRoundClosedCountsAndIsNotReplaced() {
        given.allRounds().closes(CLOCK.instant().minusSeconds(3600)).save();
        Colleague manager = new Colleague("LM001", Set.of());
        Contact contact = new Contact(true, TODAY, ranking(sefton));
        assertThat(rankings.recordForPersonOnPage(person, contact, manager)).isEmpty();
        assertThat(closing.close(consultation)).isTrue();
        Contact other = new Contact(true, TODAY, ranking(wirral));
        assertThatThrownBy(() -> rankings.recordForPersonOnPage(person, other, manager))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("fixed when the ranking closed");
        assertThat(refusal(ranking(wirral))).contains("fixed when the ranking closed");
        assertThat(answers.last(person).orElseThrow().choices()).containsExactly(sefton);
    }

    @Test
    void onOurPageNothingIsRecordedWhileThePlacesAreGivenOut() {
        given.allRounds().closes(CLOCK.instant().minusSeconds(3600)).save();
        Contact contact = new Contact(true, TODAY, ranking(sefton));
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> recording = transactions.execute(status -> {
                allocating.allocate(consultation);
                Future<?> recorded = threads.submit(
                        () -> rankings.recordForPersonOnPage(person, contact, new Colleague("LM001", Set.of())));
                assertThatThrownBy(() -> recorded.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return recorded;
            });
            assertThatThrownBy(() -> recording.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(NotPossibleNow.class)
                    .hasMessageContaining("shared out");
        }
        assertThat(answers.last(person)).isEmpty();
    }

    @Test
    void anUnknownJourneyHasToBeToldFirst() {
        long stranger = some.person(consultation, "P0002", "CA", null);
        assertThat(record(stranger, ranking(sefton), SomeAnswers.of(8, "P0002")))
                .contains("where you live");
        assertThat(asking.prepare(stranger, 1).choice().journeyUnknown()).isTrue();
    }

    @Test
    void anExcludedSiteIsRefusedWithoutAWordOfTheAdjustmentAndARequiredOneIsOpenWhateverTheJourney() {
        confidential.keepAdjustments(
                "P0001",
                Consultations.subject(consultation),
                new Adjustments(Set.of("NW_05"), Set.of("NW_10"), "Planted: knee operation"),
                PERSON);
        assertThat(refusal(ranking(sefton)))
                .contains("Sefton")
                .doesNotContainIgnoringCase("adjust")
                .doesNotContain("knee");
        assertThat(record(person, ranking(carlisle), SomeAnswers.of(9, "P0001")))
                .isNull();
    }

    @Test
    void afterClosingThePageGivesAClearAnswerButExtendedDatesKeepItOpen() {
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        assertThat(rankings.recordOnPage(person, ranking(sefton), PERSON))
                .singleElement()
                .asString()
                .contains("closed on");
        given.theMember(person).extendedTo(TODAY.plusDays(10)).save();
        assertThat(rankings.recordOnPage(person, ranking(sefton), PERSON)).isEmpty();
    }

    @Test
    void onThePageAnAnswerOfTheClosingMinuteIsTakenAndNoneAfterIt() {
        for (int left : new int[] {62, 58, 20}) {
            given.allRounds().closes(CLOCK.instant().plusSeconds(left)).save();
            assertThat(rankings.recordOnPage(person, left % 2 == 0 ? ranking(sefton) : ranking(wirral), PERSON))
                    .as("%d seconds before closing", left)
                    .isEmpty();
        }
        for (int over : new int[] {1, 59, 60}) {
            given.allRounds().closes(CLOCK.instant().minusSeconds(over)).save();
            assertThat(rankings.recordOnPage(person, ranking(wirral), PERSON))
                    .as("%d seconds after closing", over)
                    .singleElement()
                    .asString()
                    .contains("closed on");
        }
        assertThat(answers.of(person)).hasSize(3);
        assertThat(answers.last(person).orElseThrow().choices()).containsExactly(sefton);
    }

    @Test
    void inTasklistAnAnswerThatArrivesAfterClosingCountsUntilSomebodyElseRecordsForThem() {
        Contact contact = new Contact(false, TODAY, ranking());
        Colleague manager = new Colleague("LM001", Set.of());
        given.allRounds().closes(CLOCK.instant().minus(settings.stillTaken())).save();
        assertThat(closing.close(consultation)).isTrue();
        assertThat(refusal(ranking(sefton))).isNull();
        assertThatThrownBy(() -> rankings.recordForPersonOnPage(person, contact, manager))
                .hasMessageContaining("their answer counts");

        long other = some.person(consultation, "P0002", "CA", "L12");
        assertThat(rankings.recordForPersonOnPage(other, contact, manager)).isEmpty();
    }

    @Test
    void aLineManagerWhoChangesWhilePeopleRankLeavesTheAnswersAndTheNewOneRecordsForTheOthers() {
        rankings.recordOnPage(person, ranking(sefton), PERSON);
        long other = some.person(consultation, "P0002", "CA", "L12");
        new SomeStaff(jdbc).add("LM002", "NW", "PSC_LIVERPOOL", "SPO", null);
        given.theColleague("P0001").manager("LM002").save();
        given.theColleague("P0002").manager("LM002").save();
        given.allRounds().closes(CLOCK.instant().minusSeconds(3600)).save();
        Contact contact = new Contact(true, TODAY, ranking(wirral));

        assertThatThrownBy(() -> rankings.recordForPersonOnPage(other, contact, new Colleague("LM001", Set.of())))
                .isInstanceOf(NotAllowedException.class);
        assertThat(rankings.recordForPersonOnPage(other, contact, new Colleague("LM002", Set.of())))
                .isEmpty();
        assertThat(answers.latest(consultation).get(person).choices()).containsExactly(sefton);
        assertThat(answers.latest(consultation).get(other).givenBy()).isEqualTo("LM002");
    }

    @Test
    void theRoundClosesOnlyWhenTheLastPersonsTimeHasEnded() {
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        given.theMember(person).extendedTo(TODAY.plusDays(10)).save();
        assertThat(closing.plan(consultation)).isAfter(CLOCK.instant().plusSeconds(8 * 86_400));
        assertThat(closing.close(consultation)).isFalse();
        given.allMembers().notExtended().save();
        assertThat(closing.close(consultation)).isTrue();
        assertThat(closing.close(consultation)).isTrue();
        assertThat(rounds.get(consultation).closedAt()).isNotNull();
        assertThat(rankings.recordOnPage(person, ranking(sefton), PERSON))
                .singleElement()
                .asString()
                .contains("closed on");
    }

    @Test
    void theLineManagerRecordsForThemOrThatTheyCannotBeReached() {
        TaskAnswer manager = SomeAnswers.of(7, "LM001");
        assertThat(recordForPerson(person, new Contact(true, TODAY.plusDays(1), ranking(sefton)), manager))
                .contains("today or an earlier day");
        assertThat(recordForPerson(person, new Contact(true, TODAY, ranking()), manager))
                .contains("at least one");
        assertThat(recordForPerson(person, new Contact(true, TODAY, ranking(sefton)), manager))
                .isNull();
        assertThat(answers.last(person).orElseThrow())
                .extracting(Answer::kind, Answer::givenBy, Answer::contactedOn)
                .containsExactly(Kind.ON_BEHALF, "LM001", TODAY);

        long other = some.person(consultation, "P0002", "CA", "L12");
        assertThat(recordForPerson(other, new Contact(false, TODAY, ranking()), SomeAnswers.of(8, "LM001")))
                .isNull();
        assertThat(answers.last(other).orElseThrow())
                .extracting(Answer::kind, Answer::choices)
                .containsExactly(Kind.UNAVAILABLE, List.of());
    }

    @Test
    void nobodyElseRanksForThePersonInTasklist() {
        for (String other : List.of("LM001", "P0002", "hr-nw", "psc-service-owner")) {
            assertThatThrownBy(() -> rankings.record(person, ranking(sefton), SomeAnswers.of(7, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(answers.of(person)).isEmpty();
    }

    @Test
    void onlyTheLineManagerOfNowOrHrOfTheRegionRecordsForThem() {
        for (String other : List.of("P0001", "P0002", "hr-gm", "rpd-nw")) assertNotTheirs(other);
        new SomeStaff(jdbc).add("LM002", "NW", "PSC_LIVERPOOL", "SPO", null);
        given.theColleague("P0001").manager("LM002").save();
        assertNotTheirs("LM001");
        assertThat(answers.of(person)).isEmpty();
        assertThat(recordForPerson(person, new Contact(false, TODAY, ranking()), SomeAnswers.of(8, "LM002")))
                .isNull();
        assertThat(recordForPerson(person, new Contact(false, TODAY, ranking()), SomeAnswers.of(9, "hr-nw")))
                .isNull();
    }

    private void assertNotTheirs(String other) {
        assertThatThrownBy(() -> rankings.recordForPerson(
                        person, new Contact(false, TODAY, ranking()), SomeAnswers.of(7, other)))
                .as(other)
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void whoHasLeftRanksNoMore() {
        some.left(person);
        assertThat(refusal(ranking(sefton))).contains("no longer takes part");
    }

    @Test
    void onceThePlacesAreGivenOutNoAnswerIsTaken() {
        allocating.allocate(consultation);
        assertThat(refusal(ranking(sefton))).contains("shared out");
        assertThat(recordForPerson(person, new Contact(false, TODAY, ranking()), SomeAnswers.of(8, "LM001")))
                .contains("shared out");
    }

    @Test
    void oneProcessAsksAPersonAndMayAskAgain() {
        Asked first = asking.prepare(person, 100);
        assertThat(first.needed()).isTrue();
        assertThat(asking.prepare(person, 100)).isEqualTo(first);
        assertThat(asking.prepare(person, 200).needed()).isFalse();
        rankings.recordOnPage(person, ranking(sefton), PERSON);
        assertThat(asking.prepare(person, 100).needed())
                .as("they have answered")
                .isFalse();
    }

    @Test
    void whoHasLeftIsNotAsked() {
        some.left(person);
        assertThat(asking.prepare(person, 100).needed()).isFalse();
        assertThat(asking.people(consultation)).isEmpty();
    }

    @Test
    void sixHundredAnswerAtOnce() throws Exception {
        List<Long> people = IntStream.rangeClosed(2, 601)
                .mapToObj(n -> some.person(consultation, "P%04d".formatted(n), "CA", "L12"))
                .toList();
        try (var threads = Executors.newFixedThreadPool(24)) {
            List<Callable<String>> all = people.stream()
                    .<Callable<String>>map(each ->
                            () -> record(each, ranking(sefton, wirral), SomeAnswers.of(1000 + each, staffNumber(each))))
                    .toList();
            for (var answer : threads.invokeAll(all)) assertThat(answer.get()).isNull();
            List<Callable<Integer>> again = people.stream()
                    .<Callable<Integer>>map(each -> () ->
                            rankings.recordOnPage(each, ranking(wirral), PERSON).size())
                    .toList();
            for (var answer : threads.invokeAll(again)) assertThat(answer.get()).isZero();
        }
        assertThat(answers.latest(consultation))
                .hasSize(600)
                .allSatisfy((member, answer) -> assertThat(answer.choices()).containsExactly(wirral));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM preference_answer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1200);
    }

    private String staffNumber(long member) {
        return jdbc.sql("SELECT staff_number FROM cohort_member WHERE id = ?")
                .param(member)
                .query(String.class)
                .single();
    }

    private String refusal(Ranking ranking) {
        return record(person, ranking, SomeAnswers.of(7, "P0001"));
    }

    /** Why it was refused; null if it was accepted. */
    private String record(long member, Ranking ranking, TaskAnswer by) {
        return refusalOf(() -> rankings.record(member, ranking, by));
    }

    private String recordForPerson(long member, Contact contact, TaskAnswer by) {
        return refusalOf(() -> rankings.recordForPerson(member, contact, by));
    }

    private static String refusalOf(Runnable answer) {
        RuntimeException refused = catchThrowableOfType(RuntimeException.class, answer::run);
        return refused == null ? null : refused.getMessage();
    }

    private static Ranking ranking(Long... choices) {
        return new Ranking(List.of(choices), Set.of());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class RankingsOnMariaDbTest extends RankingsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class RankingsOnMySqlTest extends RankingsTest {}
