package uk.gov.justice.probation.devolution.consultation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests.Received;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations.Launched;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@DomainTest
abstract class LaunchingConsultationsTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final Launch LIVERPOOL = new Launch("NW", "PSC_LIVERPOOL", List.of(), "GREEDY", null, null, null);
    private static final String HEADER =
            "staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,"
                    + "homePostcodeDistrict,absence,absenceUntil\n";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    LaunchRequests requests;

    @Autowired
    Cohorts cohorts;

    @Autowired
    ApplicationEvents events;

    private SomeStaff staff;

    @BeforeEach
    void threePeople() {
        staff = new SomeStaff(jdbc);
        staff.add("NW0001", "NW", null);
        staff.add("NW0002", "NW", "NW0001");
        staff.add("NW0003", "NW", "PSC_LIVERPOOL", "PSO", "NW0001");
        staff.add("YH0001", "YATH", "PSC_WAKEFIELD", "CA", null);
    }

    @Test
    void everybodyInScopeTakesPartAndTheEngineIsTold() {
        Launched launched = launching.launch(LIVERPOOL, HR);

        assertThat(cohorts.active(launched.consultation().id()))
                .extracting(Member::staffNumber)
                .containsExactly("NW0001", "NW0002", "NW0003");
        assertThat(launched.people()).isEqualTo(3);
        assertThat(launched.consultation().title()).startsWith("PSC Liverpool, ");
        assertThat(launched.consultation().maxChoices()).isEqualTo(5);
        assertThat(launched.consultation().mobilityLimitMinutes()).isEqualTo(90);
        assertThat(events.stream(EngineMessage.class)).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo("consultation.launched");
            assertThat(message.variables()).containsOnlyKeys("consultationId");
        });
    }

    @Test
    void placesAreSharedOutByADrawUnlessHrSaysOtherwise() {
        Launched launched = launching.launch(new Launch("NW", "PSC_LIVERPOOL", List.of(), null, null, null, null), HR);

        assertThat(launched.consultation().aim()).isEqualTo(Objective.DRAW);
        assertThat(launched.consultation().longestList(45)).isEqualTo(45);
        assertThat(launched.consultation().notAskedRank(3)).isEqualTo(6);
    }

    @Test
    void unitAndGradesNarrowTheScope() {
        assertThat(launching
                        .launch(new Launch("NW", "ALL", List.of("PSO"), "GREEDY", 3, 60, null), HR)
                        .people())
                .isEqualTo(1);
    }

    @Test
    void aLaunchNamesEverythingWrongWithIt() {
        Launch bad = new Launch("NW", "LSC_BROMLEY", List.of("CA", "KING"), "LUCKY", 6, 0, LocalDate.of(2020, 1, 1));

        NotPossibleNow refused = catchThrowableOfType(NotPossibleNow.class, () -> launching.launch(bad, HR));

        assertThat(refused.reasons())
                .hasSize(6)
                .anySatisfy(reason -> assertThat(reason).contains("Nobody in North West"))
                .anySatisfy(reason -> assertThat(reason).contains("'KING' is not a grade"))
                .anySatisfy(reason -> assertThat(reason).contains("1 to 240 minutes"))
                .anySatisfy(reason -> assertThat(reason).contains("the unions are consulted until"));
        assertThatThrownBy(() -> launching.launch(new Launch("ATLANTIS", null, null, "GREEDY", null, null, null), HR))
                .hasMessageContaining("'ATLANTIS' is not a region");
        assertThat(count("consultation") + count("cohort_member")).isZero();
    }

    @Test
    void onlyHrOfTheRegionLaunches() {
        for (String group : List.of("hr-gm", "rpd-nw", "programme-nw")) {
            assertThatThrownBy(() -> launching.launch(LIVERPOOL, new Colleague(group, Set.of(group))))
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("hr-nw");
        }
        assertThat(count("consultation")).isZero();
    }

    @Test
    void nobodyTakesPartInTwoRunningConsultations() {
        launching.launch(new Launch("NW", null, List.of("PSO"), "GREEDY", null, null, null), HR);

        Taken refused = catchThrowableOfType(Taken.class, () -> launching.launch(LIVERPOOL, HR));
        assertThat(refused).hasMessageContaining("1 of the 3 people").hasMessageNotContaining("NW0003");

        given.allConsultations().state("CLOSED").save();
        assertThat(launching.launch(LIVERPOOL, HR).people()).isEqualTo(3);
    }

    @Test
    void launchedAtTheSameMomentOnlyOneStarts() throws Exception {
        Callable<Object> launch = () -> launching.launch(LIVERPOOL, HR);
        int started = 0;
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (Future<Object> result : pool.invokeAll(List.of(launch, launch, launch, launch))) {
                try {
                    result.get();
                    started++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Taken.class);
                }
            }
        }
        assertThat(started).isEqualTo(1);
        assertThat(count("cohort_member")).isEqualTo(3);
    }

    @Test
    void theStartFormLaunchesOnceHoweverOftenItsJobIsDelivered() {
        LaunchRequests.Confirmed confirmed = new LaunchRequests.Confirmed(LIVERPOOL, "hr-nw");
        long first = launching.begin(confirmed, null, 4711).consultation().id();
        assertThat(launching.begin(confirmed, null, 4711).consultation().id()).isEqualTo(first);
        assertThat(jdbc.sql("SELECT launched_by FROM consultation")
                        .query(String.class)
                        .single())
                .isEqualTo("hr-nw");
        assertThat(events.stream(EngineMessage.class))
                .as("the process that asks is the one that runs")
                .isEmpty();
    }

    @Test
    void whatIsEnteredInTheStartFormTakesNobodyInBeforeHrOfTheRegionHasConfirmedIt() {
        Received received = requests.receive(null, LIVERPOOL, 4711);
        assertThat(requests.receive(null, LIVERPOOL, 4711))
                .as("delivered again")
                .isEqualTo(received);
        assertThat(received.standing()).isEqualTo(LaunchRequests.Standing.TO_CONFIRM);
        assertThat(received.entered()).contains("**People who would take part:** 3");
        assertThat(requests.confirmed(4711)).isEmpty();
        assertThat(count("cohort_member")).isZero();

        for (String other : List.of("hr-gm", "rpd-nw", "NW0002")) {
            assertThatThrownBy(() -> requests.decide(4711, "CONFIRM", SomeAnswers.of(1, other)))
                    .as(other)
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> requests.decide(4711, "PERHAPS", SomeAnswers.of(1, "hr-nw")))
                .isInstanceOf(BreaksRules.class);
        assertThat(requests.confirmed(4711)).isEmpty();
        requests.decide(4711, "CONFIRM", SomeAnswers.of(1, "hr-nw"));
        requests.decide(4711, "WITHDRAW", SomeAnswers.of(1, "hr-nw"));
        assertThat(requests.confirmed(4711))
                .hasValueSatisfying(
                        confirmed -> assertThat(confirmed).isEqualTo(new LaunchRequests.Confirmed(LIVERPOOL, "hr-nw")));
    }

    @Test
    void aStartWithoutARegionOrWithWhatNoFormGivesEndsWithNothingDone() {
        List<Launch> strange = Arrays.asList(
                null,
                new Launch(null, null, null, null, null, null, null),
                new Launch("ZZ", null, null, null, null, null, null),
                new Launch("NW", "x".repeat(21), null, null, null, null, null),
                new Launch("NW", null, null, "x".repeat(11), null, null, null));
        for (int n = 0; n < strange.size(); n++)
            assertThat(requests.receive(null, strange.get(n), n).standing()).isEqualTo(LaunchRequests.Standing.NOTHING);
        assertThat(requests.receive(999_999L, null, 99).standing())
                .as("no launch of ours has this number")
                .isEqualTo(LaunchRequests.Standing.NOTHING);
        assertThat(count("consultation_request")).isZero();
    }

    @Test
    void ourOwnLaunchNeedsNoConfirmationAndAnotherProcessCannotNameIt() {
        long id = launching.launch(LIVERPOOL, HR).consultation().id();
        assertThat(requests.receive(id, null, 4711).standing()).isEqualTo(LaunchRequests.Standing.OURS);
        launching.begin(null, id, 4711);
        assertThat(requests.receive(id, null, 4711).standing())
                .as("delivered again")
                .isEqualTo(LaunchRequests.Standing.OURS);
        assertThat(requests.receive(id, null, 4712).standing()).isEqualTo(LaunchRequests.Standing.NOTHING);
        assertThat(requests.receive(id, LIVERPOOL, 4713).standing()).isEqualTo(LaunchRequests.Standing.TO_CONFIRM);
    }

    @Test
    void whatTheConsoleLaunchedIsRunByOneProcessOnly() {
        long id = launching.launch(LIVERPOOL, HR).consultation().id();
        assertThat(launching.begin(null, id, 4711).people()).isEqualTo(3);
        assertThat(launching.begin(null, id, 4711).people()).isEqualTo(3);
        assertThatThrownBy(() -> launching.begin(null, id, 4712))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("runs already");
    }

    @Test
    void whoIsAwayHasDatesOfTheirOwnFromTheStart() {
        LocalDate back = LocalDate.of(2027, 3, 31);
        staff.absent("NW0002", back);
        staff.absent("NW0003", null);
        long id = launching.launch(LIVERPOOL, HR).consultation().id();

        assertThat(cohorts.active(id))
                .extracting(Member::extendedTo)
                .containsExactly(null, LocalDate.of(2027, 4, 14), null);
    }

    @Test
    void aStaffFileIsTakenAndItsPeopleTakePart() throws Exception {
        Launched launched =
                launching.launch(LIVERPOOL, csv(row("NW0002", "NW", "") + row("NW0099", "NW", "NW0001")), HR);

        assertThat(cohorts.active(launched.consultation().id()))
                .extracting(Member::staffNumber)
                .containsExactly("NW0002", "NW0099");
    }

    @Test
    void aBadFileOrARefusedLaunchTakesNothing() {
        assertThatThrownBy(() -> launching.launch(LIVERPOOL, csv(row("NW0099", "NW", "NOBODY")), HR))
                .isInstanceOf(ImportRefusedException.class);
        assertThatThrownBy(() -> launching.launch(LIVERPOOL, csv(row("YH0099", "YATH", "")), HR))
                .isInstanceOf(ImportRefusedException.class);
        launching.launch(new Launch("NW", null, List.of("PSO"), "GREEDY", null, null, null), HR);
        assertThatThrownBy(
                        () -> launching.launch(LIVERPOOL, csv(row("NW0099", "NW", "") + row("NW0003", "NW", "")), HR))
                .isInstanceOf(Taken.class);

        assertThat(jdbc.sql("SELECT COUNT(*) FROM staff WHERE staff_number LIKE '%99'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(count("import_taken")).isZero();
        assertThat(count("consultation")).isEqualTo(1);
    }

    @Test
    void peopleOfAnotherRegionInTheFileAreRefusedAlsoToWhoMayImportThem() {
        Colleague both = new Colleague("hr", Set.of("hr-nw", "hr-yath"));
        assertThatThrownBy(() -> launching.launch(LIVERPOOL, csv(row("YH0099", "YATH", "")), both))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("another region");
    }

    @Test
    void aStaffFileThatIsTooLargeIsRefusedBeforeItIsRead() {
        String large = row("NW00001", "NW", "").repeat(PeopleInScope.STAFF_FILE_AT_MOST / 80);
        assertThatThrownBy(() -> launching.launch(LIVERPOOL, csv(large), HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("larger than 1 MB");
        assertThat(count("staff WHERE staff_number = 'NW00001'")).isZero();
    }

    private static String row(String number, String region, String manager) {
        return "%s,Some Name,some@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,%s,%s,2020-01-01,36,NOT_REQUIRED,,,\n"
                .formatted(number, manager, region);
    }

    private static ByteArrayInputStream csv(String rows) {
        return new ByteArrayInputStream((HEADER + rows).getBytes(UTF_8));
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class LaunchingConsultationsOnMariaDbTest extends LaunchingConsultationsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class LaunchingConsultationsOnMySqlTest extends LaunchingConsultationsTest {}
