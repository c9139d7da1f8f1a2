package uk.gov.justice.probation.devolution.consultation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchDrafts.Terms;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations.Launched;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@DomainTest
abstract class LaunchDraftsTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final String STAFF =
            "staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,"
                    + "homePostcodeDistrict,absence,absenceUntil\n"
                    + "NW0077,Ann Example,ann@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2020-01-01,36,NOT_REQUIRED,,,\n";
    private static final String PLACES = "siteCode,role,places,tasks\nNW_10,CA_GENERAL,3,\n";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchDrafts drafts;

    @Autowired
    DraftFiles files;

    @Autowired
    LaunchingDrafts launching;

    @Autowired
    LaunchingConsultations consultations;

    @Autowired
    Imports imports;

    @Autowired
    ForgetsDrafts forgetting;

    @Autowired
    PlatformTransactionManager transactions;

    private SomeStaff staff;

    @BeforeEach
    void somePeople() {
        staff = new SomeStaff(jdbc);
        staff.add("NW0001", "NW", null);
        staff.add("NW0002", "NW", "PSC_LIVERPOOL", "PSO", "NW0001");
        staff.add("NW0003", "NW", "PSC_LIVERPOOL", "PSO", "NW0001");
        staff.add("YH0001", "YATH", "PSC_WAKEFIELD", "CA", null);
        for (String one : List.of("NW0001", "NW0002"))
            given.theColleague(one).at("NW_10").save();
        given.theColleague("NW0003").at("NW_12").save();
    }

    @Test
    void whoTakesPartIsChosenByUnitSiteAndGradeAndNothingHappensBeforeTheLaunch() {
        long id = drafts.begin(" Spring ", "NW", HR);
        assertThat(numbers(id)).isEmpty();
        drafts.scope(id, "ALL", List.of(), List.of(), HR);
        assertThat(numbers(id)).containsExactly("NW0001", "NW0002", "NW0003");
        drafts.scope(id, "PSC_LIVERPOOL", List.of("NW_10"), List.of(), HR);
        assertThat(numbers(id)).containsExactly("NW0001", "NW0002");
        drafts.scope(id, "PSC_LIVERPOOL", List.of("NW_10"), Collections.nCopies(100, "PSO"), HR);
        assertThat(numbers(id)).containsExactly("NW0002");
        assertThatThrownBy(() -> launching.launch(id, HR)).isInstanceOf(BreaksRules.class);
        files.knownPlaces(id, HR);
        drafts.terms(id, new Terms("GENEROUS", 3, 60, null), HR);
        assertThat(count("consultation")).isZero();

        Launched launched = launching.launch(id, HR);

        assertThat(launched.people()).isEqualTo(1);
        assertThat(launched.consultation().title()).isEqualTo("Spring");
        assertThat(launched.consultation().sites()).containsExactly("NW_10");
        assertThat(launched.consultation().grades()).containsExactly("PSO");
        assertThat(launched.consultation().maxChoices()).isEqualTo(3);
        assertThat(count("launch_draft")).isZero();
        assertThatThrownBy(() -> launching.launch(id, HR)).isInstanceOf(NotFound.class);
    }

    @Test
    void sitesUnitsAndGradesThatAreNoneAreRefused() {
        long id = drafts.begin("Spring", "NW", HR);
        assertThat(catchThrowableOfType(
                                NotPossibleNow.class,
                                () -> drafts.scope(id, "REGION_NW", List.of("YATH_1"), List.of("KING"), HR))
                        .reasons())
                .containsExactly(
                        "'REGION_NW' is not a unit whose staff can be consulted.",
                        "'YATH_1' is not a site of the region.",
                        "'KING' is not a grade.");
        assertThat(drafts.get(id, HR).people()).isNull();
    }

    @Test
    void aFileOfStaffNumbersNamesPeopleWhoAreKnown() {
        long id = drafts.begin("Spring", "NW", HR);
        assertThat(badRows(() -> files.people(
                        id, "members.csv", bytes("\uFEFFstaffNumber,\nNW0001,\nNW0099\nYH0001\nNW0001\n"), HR)))
                .containsExactly(
                        new BadRow(
                                3,
                                "staffNumber",
                                "NW0099",
                                "is not known: import the person with the file staff first"),
                        new BadRow(4, "staffNumber", "YH0001", "belongs to another region"),
                        new BadRow(5, "staffNumber", "NW0001", "is the same as in line 2"));
        assertThat(drafts.get(id, HR).people()).isNull();
        assertThat(drafts.get(id, HR).peopleFile()).isEqualTo("members.csv");

        files.people(id, "members.csv", bytes("staffNumber\nNW0001\nNW0099\n".replace("NW0099", "NW0003")), HR);
        assertThat(numbers(id)).containsExactly("NW0001", "NW0003");
        assertThat(answered(id).people()).isEqualTo(2);
    }

    @Test
    void aFileThatWasWrongIsTriedAgainWithoutBeingSentAgain() {
        long id = drafts.begin("Spring", "NW", HR);
        badRows(() -> files.people(id, "members.csv", bytes("staffNumber\nNW0099\n"), HR));
        staff.add("NW0099", "NW", null);
        files.people(id, null, null, HR);
        assertThat(numbers(id)).containsExactly("NW0099");
    }

    /** The trial of the first waits for another import of staff while the second one is sent. */
    @Test
    void aFileThatIsSentMeanwhileIsNotTakenForTheOneThatWasTried() throws Exception {
        long id = drafts.begin("Spring", "NW", HR);
        try (ExecutorService pages = Executors.newFixedThreadPool(2)) {
            Future<Taken> first = new TransactionTemplate(transactions).execute(importing -> {
                importing.setRollbackOnly();
                imports.take("staff", new ByteArrayInputStream(bytes(STAFF)), HR);
                Future<Taken> waiting = pages.submit(
                        () -> catchThrowableOfType(Taken.class, () -> files.people(id, "staff.csv", bytes(STAFF), HR)));
                try {
                    Thread.sleep(1000);
                    pages.submit(() -> badRows(() -> files.people(id, "m.csv", bytes("staffNumber\nYH0001\n"), HR)))
                            .get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
                return waiting;
            });
            assertThat(first.get()).hasMessageContaining("on another page in the meantime");
        }
        assertThat(drafts.get(id, HR).people()).isNull();
        assertThat(numbers(id)).isEmpty();
    }

    @Test
    void filesAreTakenOnTrialAndThenWithTheLaunch() {
        long id = drafts.begin("Spring", "NW", HR);
        files.people(id, "staff.csv", bytes(STAFF), HR);
        files.places(id, "vacancies.csv", bytes(PLACES), HR);
        assertThat(numbers(id)).containsExactly("NW0077");
        for (String table : List.of("staff WHERE staff_number = 'NW0077'", "vacancy", "import_taken"))
            assertThat(count(table)).as(table).isZero();

        assertThat(answered(id).people()).isEqualTo(1);
        for (String table : List.of("staff WHERE staff_number = 'NW0077'", "vacancy"))
            assertThat(count(table)).as(table).isOne();
        assertThat(count("import_taken")).isEqualTo(2);
    }

    @Test
    void whatWasTypedIsHeldToTheRulesOfTheFile() {
        long id = drafts.begin("Spring", "NW", HR);
        List<DraftFiles.TypedPlaces> typed = List.of(
                new DraftFiles.TypedPlaces("NW_10", "CA_GENERAL", "3", "Letters, by post|\"Telephone\"", "2.4"),
                DraftFiles.TypedPlaces.NONE,
                new DraftFiles.TypedPlaces("NW_10", "", "many", "", ""));
        assertThat(badRows(() -> files.typedPlaces(id, typed, HR)))
                .extracting(row -> row.line() + " " + row.column())
                .containsExactlyInAnyOrder("4 role", "4 places");
        assertThat(files.placesOf(id, HR)).hasSize(2).first().isEqualTo(typed.getFirst());
        assertThat(drafts.get(id, HR).places()).isNull();
        files.typedPlaces(id, typed.subList(0, 2), HR);
        assertThat(drafts.get(id, HR).places()).isEqualTo(Draft.Places.NEW);
        assertThatThrownBy(() -> files.places(id, null, null, HR)).isInstanceOf(BreaksRules.class);
        assertThatThrownBy(() -> files.typedPlaces(id, List.of(DraftFiles.TypedPlaces.NONE), HR))
                .isInstanceOf(BreaksRules.class);
        assertThat(count("vacancy")).isZero();
    }

    @Test
    void aLaunchThatIsRefusedTakesNothingAndKeepsWhatWasPrepared() {
        long first = drafts.begin("Spring", "NW", HR);
        files.people(first, "members.csv", bytes("staffNumber\nNW0001\n"), HR);
        answered(first);
        long second = drafts.begin("Summer", "NW", HR);
        drafts.scope(second, "ALL", List.of(), List.of(), HR);
        files.places(second, "vacancies.csv", bytes(PLACES), HR);
        drafts.terms(second, new Terms("GREEDY", 5, 90, null), HR);
        assertThat(launching.preview(second, HR).takingPart())
                .singleElement()
                .asString()
                .contains("1 of the 3 people take part in 'Spring'");

        assertThatThrownBy(() -> launching.launch(second, HR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("'Spring'");

        assertThat(count("vacancy")).isZero();
        assertThat(drafts.get(second, HR).isComplete()).isTrue();
    }

    @Test
    void namesAreUniqueWhateverTheirCase() {
        answered("Spring", "NW0001");
        for (String name : List.of("Spring", " spring ", "SPRING"))
            assertThatThrownBy(() -> drafts.begin(name, "NW", HR))
                    .as(name)
                    .isInstanceOf(Taken.class)
                    .hasMessage(
                            "There is already a consultation named '%s'. Choose another name.".formatted(name.strip()));
        long id = drafts.begin("Summer", "NW", HR);
        assertThatThrownBy(() -> drafts.name(id, "Spring", HR)).isInstanceOf(Taken.class);
        for (String name : List.of("", " ", "-", "two\nlines", "a\u0000", "\u202Eback", "x".repeat(101)))
            assertThatThrownBy(() -> drafts.name(id, name, HR)).as(name).isInstanceOf(BreaksRules.class);
        assertThat(drafts.get(id, HR).name()).isEqualTo("Summer");
    }

    @Test
    void twoThatPrepareTheSameNameAreNotBothLaunched() {
        long first = prepared("Spring", "NW0001");
        long second = prepared("Spring", "NW0002");
        launching.launch(first, HR);
        assertThatThrownBy(() -> launching.launch(second, HR))
                .isInstanceOf(Taken.class)
                .hasMessageContaining("already a consultation named 'Spring'");
        drafts.name(second, "Spring again", HR);
        assertThat(launching.launch(second, HR).consultation().title()).isEqualTo("Spring again");
    }

    /** In two regions, so that neither waits for the other before it is saved. */
    @Test
    void ofTwoAtOnceTheSecondIsRefused() throws Exception {
        Colleague other = new Colleague("hr-yath", Set.of("hr-yath"));
        try (ExecutorService later = Executors.newSingleThreadExecutor()) {
            Future<Taken> second = new TransactionTemplate(transactions).execute(first -> {
                consultations.launch(named("NW", "PSC_LIVERPOOL"), HR);
                Future<Taken> waiting = later.submit(() -> catchThrowableOfType(
                        Taken.class, () -> consultations.launch(named("YATH", "PSC_WAKEFIELD"), other)));
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return waiting;
            });
            assertThat(second.get()).hasMessageContaining("already a consultation named 'Spring'");
        }
        assertThat(count("consultation")).isOne();
    }

    @Test
    void withoutANameItHasTheUsualOneAndANumber() {
        assertThat(List.of("CA", "PSO").stream()
                        .map(grade -> consultations
                                .launch(
                                        new Launch("NW", "PSC_LIVERPOOL", List.of(grade), "GREEDY", null, null, null),
                                        HR)
                                .consultation()
                                .title()))
                .satisfies(titles -> {
                    assertThat(titles.getFirst()).startsWith("PSC Liverpool, ").doesNotContain("(");
                    assertThat(titles.getLast()).isEqualTo(titles.getFirst() + " (2)");
                });
    }

    @Test
    void whatSomebodyPreparesIsForThemAlone() {
        long id = drafts.begin("Spring", "NW", HR);
        Colleague colleague = new Colleague("another", Set.of("hr-nw"));
        Colleague elsewhere = new Colleague("hr-gm", Set.of("hr-gm"));
        Colleague noLonger = new Colleague("hr-nw", Set.of("rpd-nw"));
        assertThat(drafts.of(HR)).hasSize(1);
        assertThat(drafts.of(colleague)).isEmpty();
        for (Colleague who : List.of(colleague, elsewhere, noLonger)) {
            Class<? extends RuntimeException> refused = who == colleague ? NotFound.class : NotAllowedException.class;
            for (Runnable attempt : List.<Runnable>of(
                    () -> drafts.get(id, who),
                    () -> drafts.name(id, "Mine", who),
                    () -> drafts.scope(id, "ALL", List.of(), List.of(), who),
                    () -> drafts.terms(id, new Terms("GREEDY", 5, 90, null), who),
                    () -> drafts.giveUp(id, who),
                    () -> files.people(id, "m.csv", bytes("staffNumber\nNW0001\n"), who),
                    () -> files.layoutOfPeople(id, who),
                    () -> files.knownPlaces(id, who),
                    () -> files.places(id, "v.csv", bytes(PLACES), who),
                    () -> files.typedPlaces(
                            id, List.of(new DraftFiles.TypedPlaces("NW_10", "CA_GENERAL", "3", "", "")), who),
                    () -> files.placesOf(id, who),
                    () -> launching.preview(id, who),
                    () -> launching.launch(id, who))) {
                assertThatThrownBy(attempt::run).isInstanceOf(refused);
            }
        }
        assertThat(drafts.get(id, HR).name()).isEqualTo("Spring");
        drafts.giveUp(id, HR);
        assertThat(count("launch_draft")).isZero();
    }

    @Test
    void whatNobodyHasGoneOnWithForAMonthIsForgotten() {
        long old = drafts.begin("Old", "NW", HR);
        long recent = drafts.begin("Recent", "NW", HR);
        jdbc.sql("UPDATE launch_draft SET changed_at = NOW(3) - INTERVAL 31 DAY WHERE id = ?")
                .param(old)
                .update();
        jdbc.sql("UPDATE launch_draft SET changed_at = NOW(3) - INTERVAL 29 DAY WHERE id = ?")
                .param(recent)
                .update();
        forgetting.forget();
        assertThat(drafts.of(HR)).extracting(Draft::name).containsExactly("Recent");
    }

    @Test
    void aFileThatIsTooLargeIsNotKept() {
        long id = drafts.begin("Spring", "NW", HR);
        byte[] large = new byte[PeopleInScope.STAFF_FILE_AT_MOST + 1];
        assertThatThrownBy(() -> files.people(id, "large.csv", large, HR)).isInstanceOf(NotPossibleNow.class);
        assertThatThrownBy(() -> files.places(id, "large.csv", large, HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("free places");
        assertThat(drafts.get(id, HR).peopleFile()).isNull();
    }

    private static Launch named(String region, String unit) {
        return new Launch("Spring", region, unit, List.of(), List.of(), "GREEDY", null, null, null);
    }

    private long prepared(String name, String number) {
        long id = drafts.begin(name, "NW", HR);
        files.people(id, "members.csv", bytes("staffNumber\n%s\n".formatted(number)), HR);
        files.knownPlaces(id, HR);
        drafts.terms(id, new Terms("GREEDY", 5, 90, null), HR);
        return id;
    }

    private Launched answered(String name, String number) {
        return launching.launch(prepared(name, number), HR);
    }

    /** Launched, whatever was answered last. */
    private Launched answered(long id) {
        if (drafts.get(id, HR).places() == null) files.knownPlaces(id, HR);
        drafts.terms(id, new Terms("GREEDY", 5, 90, null), HR);
        return launching.launch(id, HR);
    }

    private List<String> numbers(long id) {
        return launching.preview(id, HR).people().stream()
                .map(PeopleInScope.Participant::staffNumber)
                .toList();
    }

    private static List<BadRow> badRows(Runnable attempt) {
        return catchThrowableOfType(ImportRefusedException.class, attempt::run).badRows();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class LaunchDraftsOnMariaDbTest extends LaunchDraftsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class LaunchDraftsOnMySqlTest extends LaunchDraftsTest {}
