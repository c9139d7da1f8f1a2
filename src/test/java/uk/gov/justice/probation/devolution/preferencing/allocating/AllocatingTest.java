package uk.gov.justice.probation.devolution.preferencing.allocating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.Allocator;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Placed;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

@DomainTest
abstract class AllocatingTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Allocating allocating;

    @Autowired
    AllocationRequests requests;

    @Autowired
    Runs runs;

    @Autowired
    Explanations explanations;

    @Autowired
    ConfidentialRecords confidential;

    private SomePreferences some;
    private long consultation;
    private long sefton;
    private long wirral;
    private List<Long> people;

    @BeforeEach
    void fourPeopleAndThreePlaces() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4711);
        sefton = some.option(consultation, "NW_10", 1);
        wirral = some.option(consultation, "NW_12", 2);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 40);
        people = some.people(consultation, 4);
    }

    @Test
    void everybodyHasAResultWithReasonsAndTheFiguresAddUp() {
        some.answer(people.get(0), sefton, wirral);
        some.answer(people.get(1), sefton, wirral);
        some.answer(people.get(2), wirral);
        some.answer(people.get(3));

        Run run = allocating.allocate(consultation);

        assertThat(run.placed()).isEqualTo(3);
        assertThat(run.unplaced()).isEqualTo(1);
        assertThat(run.firstChoices()).isEqualTo(2);
        assertThat(run.worstAskedFor()).isEqualTo(2);
        assertThat(run.seed()).isEqualTo(4711);
        assertThat(runs.results(run.id()))
                .hasSize(4)
                .allSatisfy(result -> assertThat(result.reasons()).isNotEmpty());
        assertThat(explanations.of(people.get(2)).getFirst()).contains("Wirral");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'ALLOCATED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSecondDeliveryReturnsWhatTheFirstFoundEvenAtTheSameMoment() throws Exception {
        people.forEach(person -> some.answer(person, sefton, wirral));
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Run> all = threads
                    .invokeAll(IntStream.range(0, 4)
                            .<java.util.concurrent.Callable<Run>>mapToObj(n -> () -> allocating.allocate(consultation))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(Set.copyOf(all)).hasSize(1);
        }
        some.answer(people.getFirst(), wirral);
        assertThat(allocating.allocate(consultation))
                .isEqualTo(runs.official(consultation).orElseThrow());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM allocation_run")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anybodyCanComputeItAgainFromWhatIsRecorded() {
        Random random = new Random(7);
        List<Long> more = IntStream.rangeClosed(5, 60)
                .mapToObj(n -> some.person(consultation, "P%04d".formatted(n), "CA", "L12"))
                .toList();
        List<Long> options = List.of(
                sefton,
                wirral,
                some.option(consultation, "NW_08", 12),
                some.option(consultation, "NW_07", 9),
                some.option(consultation, "NW_05", 9));
        more.forEach(person -> {
            List<Long> wishes = new java.util.ArrayList<>(options.subList(0, 4));
            java.util.Collections.shuffle(wishes, random);
            some.answer(person, wishes.subList(0, 1 + random.nextInt(3)).toArray(Long[]::new));
        });

        Run run = allocating.allocate(consultation);
        Allocation again = Allocator.allocate(runs.request(run.id()));

        assertThat(again.score()).isEqualTo(run.score());
        assertThat(runs.results(run.id())).hasSize(60).zipSatisfy(again.placed(), (result, placed) -> {
            assertThat(Long.toString(result.memberId())).isEqualTo(placed.person());
            assertThat(result.optionId() == null ? null : Long.toString(result.optionId()))
                    .isEqualTo(placed.option());
            assertThat(result.rank()).isEqualTo(placed.rank());
        });
    }

    @Test
    void inADrawAConsentOpensAFarPlaceAtOnesOwnTurnAndIsRecorded() {
        given.theConsultation(consultation).draw().save();
        long far = some.option(consultation, "NW_08", 1);
        some.journey("L12", "NW_08", 95);
        some.answer(people.get(0), sefton);
        some.answer(people.get(1), far);
        given.consents(people.get(1));
        some.answer(people.get(2));
        some.answer(people.get(3));

        Run run = allocating.allocate(consultation);

        assertThat(run.objective()).isEqualTo(Objective.DRAW);
        assertThat(run.unplaced()).isZero();
        assertThat(run.byRank()).as("two asked, two did not").containsExactly(2, 0, 0, 0, 0, 2);
        assertThat(runs.requestJson(run.id())).contains("CONSENT");
        Allocation again = Allocator.allocate(runs.request(run.id()));
        assertThat(again.byPerson().get(Long.toString(people.get(1))).option()).isEqualTo(Long.toString(far));
        assertThat(runs.results(run.id()))
                .extracting(result -> Long.toString(result.memberId()))
                .containsExactlyElementsOf(
                        again.placed().stream().map(Placed::person).toList());
    }

    @Test
    void aConsentToOnePlaceOpensNoOther() {
        long far = some.option(consultation, "NW_08", 1);
        long farther = some.option(consultation, "NW_05", 1);
        some.journey("L12", "NW_08", 95);
        some.journey("L12", "NW_05", 120);
        some.answer(people.get(0), far, farther);
        given.consents(people.get(0), far);

        Applicant asked = requests.of(consultation).applicants().stream()
                .filter(applicant -> applicant.person().equals(Long.toString(people.get(0))))
                .findFirst()
                .orElseThrow();

        assertThat(asked.verdicts().get(Long.toString(far))).isEqualTo(Verdict.byConsent());
        assertThat(asked.verdicts().get(Long.toString(farther)).allowed()).isFalse();
    }

    @Test
    void whatWasNotAskedForCountsAsItDidWhenTheConsultationWasLaunched() {
        people.subList(0, 3).forEach(person -> some.answer(person, sefton));
        some.left(people.get(3));

        assertThat(allocating.allocate(consultation).byRank())
                .as("after each person's own last")
                .containsExactly(1, 2);
    }

    @Test
    void whatWasNotAskedForIsOneLevelForEverybodyInWhatIsLaunchedNow() {
        given.theConsultation(consultation).oneLevel().save();
        people.subList(0, 3).forEach(person -> some.answer(person, sefton));
        some.left(people.get(3));

        assertThat(allocating.allocate(consultation).byRank())
                .as("after the longest list there may be")
                .containsExactly(1, 0, 0, 0, 0, 2);
    }

    @Test
    void theHardRulesHoldAndNoResultShowsThatSomebodyHasAdjustments() {
        String about = Consultations.subject(consultation);
        Colleague person = new Colleague("P0001", Set.of());
        confidential.keepAdjustments(
                "P0001", about, new Adjustments(Set.of(), Set.of("NW_10", "NW_12"), "Planted: wheelchair"), person);
        given.theColleague("P0002").team("PSC_WAKEFIELD_ADMIN").save();
        given.theColleague("P0003").livesNowhereKnown().save();
        people.forEach(each -> some.answer(each, sefton, wirral));

        Run run = allocating.allocate(consultation);

        Map<Long, Result> results = runs.results(run.id()).stream()
                .collect(java.util.stream.Collectors.toMap(Result::memberId, result -> result));
        assertThat(results.get(people.get(0)).optionId())
                .as("excluded by adjustments")
                .isNull();
        assertThat(results.get(people.get(1)).optionId())
                .as("Wakefield staff go to Yorkshire and the Humber")
                .isNull();
        assertThat(results.get(people.get(2)).optionId()).as("unknown journey").isNull();
        assertThat(results.get(people.get(3)).optionId()).isEqualTo(sefton);
        assertThat(runs.requestJson(run.id())).doesNotContain("ADJUSTMENT").doesNotContain("wheelchair");
    }

    @Test
    void aWhatIfChangesNothingAndIsKept() {
        people.forEach(person -> some.answer(person, sefton, wirral));
        Run official = allocating.allocate(consultation);
        List<Result> before = runs.results(official.id());

        Run more = allocating.whatIf(consultation, "", new Assumptions(Map.of(sefton, 1), null, null), HR);
        Run nearer =
                allocating.whatIf(consultation, "At 30 minutes", new Assumptions(Map.of(), 30, Objective.BALANCED), HR);

        assertThat(more.firstChoices()).isEqualTo(official.firstChoices() + 1);
        assertThat(more.unplaced()).isZero();
        assertThat(more.name()).contains("Sefton").contains("+1");
        assertThat(nearer.placed()).as("Wirral is 40 minutes away").isEqualTo(1);
        assertThat(nearer.objective()).isEqualTo(Objective.BALANCED);
        assertThat(runs.whatIfs(consultation)).containsExactly(more, nearer);
        assertThat(runs.official(consultation)).contains(official);
        assertThat(runs.results(official.id())).isEqualTo(before);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM placement")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aWhatIfThatMakesNoSenseIsRefusedInWords() {
        assertThatThrownBy(() -> allocating.whatIf(consultation, "", Assumptions.NONE, HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("closed");
        allocating.allocate(consultation);
        assertThatThrownBy(
                        () -> allocating.whatIf(consultation, "", new Assumptions(Map.of(sefton, -2), null, null), HR))
                .hasMessageContaining("cannot have 2 fewer");
        assertThatThrownBy(() -> allocating.whatIf(consultation, "", new Assumptions(Map.of(999L, 1), null, null), HR))
                .hasMessageContaining("is not offered in this consultation");
        assertThatThrownBy(() -> allocating.whatIf(consultation, "", new Assumptions(Map.of(), 0, null), HR))
                .hasMessageContaining("minutes each way");
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class AllocatingOnMariaDbTest extends AllocatingTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class AllocatingOnMySqlTest extends AllocatingTest {}
