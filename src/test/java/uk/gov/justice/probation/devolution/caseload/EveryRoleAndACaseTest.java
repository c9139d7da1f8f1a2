package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.letters.SomeCaseLetters;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.Role.Scope;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Queue;
import uk.gov.justice.probation.devolution.termination.ReadingTerminations;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.JudgingReasons;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ReadingEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ReadingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted.When;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersWanted;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingAssessments;
import uk.gov.justice.probation.devolution.unpaidwork.life.ReadingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionNotes;

/**
 * Every role, in this region and elsewhere, tries every list, page, file and task of an open case and of a
 * limited-access case of the North West, which Wakefield also serves. No role lets anybody see more of the
 * limited-access case than its CRN.
 */
@DomainTest
abstract class EveryRoleAndACaseTest {
    private static final String LIMITED = "X000777";
    private static final List<String> SLUGS = List.of("nw", "gm", "wakefield", "liverpool", "napo");
    private static final Outcome ON_PAGE =
            new Outcome("ON_PAGE", null, null, 0, null, null, null, false, false, false, null);
    /** Queues that contain neither case. */
    private static final Set<String> EMPTY = Set.of(
            "terminations: DUE",
            "terminations: OVERDUE",
            "terminations: WAITING",
            "terminations: CLOSED",
            "terminations: BLOCKED",
            "terminations: STILL");

    private static final Set<Role> IMPORT_SESSIONS =
            EnumSet.of(Role.PSC_SERVICE_OWNER, Role.UPW_SUPERVISOR, Role.CASE_ADMIN);

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cases cases;

    @Autowired
    CaseAccess access;

    @Autowired
    ReadingOrders orders;

    @Autowired
    ListingOrders listingOrders;

    @Autowired
    ReadingAssessments assessments;

    @Autowired
    ListingSessions listingSessions;

    @Autowired
    ReadingSessions sessions;

    @Autowired
    SessionNotes notes;

    @Autowired
    ReadingEnforcements enforcements;

    @Autowired
    JudgingReasons judging;

    @Autowired
    CaseLetters letters;

    @Autowired
    ReadingTerminations terminations;

    @Autowired
    ListingTerminations listingTerminations;

    @Autowired
    RecordingOutcomes recording;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    Imports imports;

    private ProbationCase open;
    private ProbationCase limited;
    private long limitedOrder;
    private long limitedSession;
    private long limitedLetter;

    @BeforeEach
    void anOpenAndALimitedCaseWithAllThatCanBeKnownOfThem() {
        var some = new SomeTerminations(jdbc);
        var project = new SomeSessions(jdbc);
        project.project("PARK", "PL", "MON TUE WED THU FRI SAT SUN", null);
        project.project("ZQYARD", "PL", "MON TUE WED THU FRI SAT SUN", null);
        long first = some.aCase("X000001", 1, "201", TODAY);
        long second = some.aCase(LIMITED, 77, "201", TODAY);
        dueTerminations.startAll();
        for (long id : List.of(first, second)) {
            long order = some.order(id, "SESSIONS", 0);
            long session = project.session(order, id == first ? "PARK" : "ZQYARD", YESTERDAY);
            given.theSession(session).reference("S" + id).save();
            some.enforcement("S" + id, "EVIDENCE");
            letters.write(SomeCaseLetters.request("warning-" + id, CaseTemplate.WARNING, id));
            given.aService(id, "UPW_ORDERS").unit("PSC_WAKEFIELD").save();
            if (id == second) {
                limitedOrder = order;
                limitedSession = session;
                limitedLetter = jdbc.sql("SELECT MAX(id) FROM case_letter")
                        .query(Long.class)
                        .single();
            }
        }
        given.theCase(second).limitedAccess().practitioner("N51A777").save();
        open = cases.get(first);
        limited = cases.get(second);
    }

    @Test
    void noRoleSeesMoreOfALimitedCaseThanTheCrnInAnyList() {
        everybody()
                .forEach(colleague -> lists().forEach((list, read) -> {
                    if (refuses(() -> read.apply(colleague))) return;
                    assertThat(read.apply(colleague))
                            .as("%s as %s", list, colleague.userName())
                            .doesNotContain("ZQYARD", "event 77", "eventNumber=77", CaseTemplate.WARNING.subject());
                }));
        assertThat(lists().entrySet())
                .as("who was given access finds it in every list")
                .filteredOn(list -> !EMPTY.contains(list.getKey()))
                .allSatisfy(list -> assertThat(list.getValue().apply(withAccess()))
                        .as(list.getKey())
                        .matches("(?s).*(ZQYARD|event 77|eventNumber=77|%s).*"
                                .formatted(CaseTemplate.WARNING.subject())));
    }

    @Test
    void noRoleOpensThePageOfALimitedCaseAndWhoWasGivenAccessDoes() {
        everybody()
                .forEach(colleague -> pages().forEach((page, look) -> assertThat(refuses(() -> look.accept(colleague)))
                        .as("%s as %s", page, colleague.userName())
                        .isTrue()));
        Colleague with = withAccess();
        pages().forEach((page, look) -> assertThat(catchThrowable(() -> look.accept(with)))
                .as("%s with access", page)
                .isNull());
    }

    @Test
    void noRoleDoesATaskOfALimitedCase() {
        everybody().forEach(colleague -> {
            for (Role role : Role.values())
                assertThat(access.mayWorkOn(limited, colleague, role))
                        .as("%s as %s", role, colleague.userName())
                        .isFalse();
            assertThat(refuses(() -> recording.answer(limitedSession, ON_PAGE, new TaskAnswer(1, colleague))))
                    .as(colleague.userName())
                    .isTrue();
        });
        assertThat(access.mayWorkOn(limited, withAccess(), Role.UPW_SUPERVISOR)).isTrue();
        assertThat(access.mayWorkOn(open, colleague(Role.UPW_SUPERVISOR, "nw"), Role.UPW_SUPERVISOR))
                .isTrue();
        assertThat(access.mayWorkOn(
                        open, colleague(Role.CASE_ADMIN, "wakefield"), Role.UPW_SUPERVISOR, Role.CASE_ADMIN))
                .isTrue();
        assertThat(access.mayWorkOn(open, colleague(Role.PSO, "nw"), Role.UPW_SUPERVISOR))
                .isFalse();
    }

    /**
     * A region's file contains all its cases, so its data lead may import a limited-access case with it; nobody else
     * may, not even the PSC Service Owner.
     */
    @Test
    void aFileWithALimitedCaseIsTakenFromTheDataLeadOfItsRegionAlone() {
        everybody().forEach(colleague -> {
            Role role = colleague.taskGroups().findFirst().orElseThrow().role();
            Throwable refused = catchThrowable(() -> takeSession(colleague));
            boolean inScope = colleague.isServiceOwner() || colleague.userName().endsWith("-nw");
            if (role == Role.DATA_LEAD && inScope) {
                assertThat(refused).as(colleague.userName()).isNull();
            } else if (IMPORT_SESSIONS.contains(role) && inScope) {
                assertThat(((ImportRefusedException) refused).badRows())
                        .as(colleague.userName())
                        .extracting(BadRow::reason)
                        .containsExactly(
                                "is a limited-access case: only people with access to it can record its sessions");
            } else {
                assertThat(refused).as(colleague.userName()).isNotNull();
            }
        });
        assertThat(catchThrowable(() -> takeSession(Colleague.system())))
                .as("the application loads its sample")
                .isNull();
    }

    /** The same rule in Java and in SQL, for every role, wherever it is held. */
    @Test
    void theCasesOfRegionsAndUnitsAreTheSameInJavaAndInSql() {
        long elsewhere = new SomeTerminations(jdbc).aCase("X000500", 1, "201", TODAY);
        given.theCase(elsewhere).inRegion("GM").save();
        long servedByAnotherRegion = new SomeTerminations(jdbc).aCase("X000501", 1, "201", TODAY);
        given.theCase(servedByAnotherRegion).inRegion("GM").save();
        given.aService(servedByAnotherRegion, "UPW_ORDERS").unit("REGION_NW").save();
        List<ProbationCase> all = List.of(cases.get(open.id()), cases.get(elsewhere), cases.get(servedByAnotherRegion));
        for (Role role : Role.values()) {
            for (String slug : SLUGS) {
                Colleague colleague = colleague(role, slug);
                CaseScope scope = CaseScope.of(colleague, Set.of(role));
                Set<Long> inSql =
                        Set.copyOf(jdbc.sql("SELECT c.id FROM caseload_case_view c WHERE c.crn <> :limited AND "
                                        + CaseScope.sql("c.region_code", "c.id"))
                                .param("limited", LIMITED)
                                .params(scope.parameters())
                                .query(Long.class)
                                .list());
                Set<Long> inJava = all.stream()
                        .filter(one -> scope.has(one, units(one.id())))
                        .map(ProbationCase::id)
                        .collect(Collectors.toSet());
                assertThat(inSql).as(colleague.userName()).isEqualTo(inJava);
            }
        }
    }

    @Test
    void whatMayBeReadOfTheLimitedIsTheSameInJavaAndInSql() {
        for (Colleague colleague : List.of(
                withAccess(),
                new Colleague("N51A777", Set.of()),
                colleague(Role.SPO, "nw"),
                colleague(Role.PSC_SERVICE_OWNER, ""))) {
            Set<Long> inSql = Set.copyOf(jdbc.sql("SELECT c.id FROM caseload_case_view c WHERE c.crn = :limited AND "
                            + CaseAccess.readable("c.crn"))
                    .param("limited", LIMITED)
                    .param("reader", colleague.userName())
                    .query(Long.class)
                    .list());
            assertThat(inSql).as(colleague.userName()).isEqualTo(access.visible(List.of(limited), colleague));
        }
    }

    @Test
    void manyCasesAreLookedAtInAsManyStatementsAsOne() throws Exception {
        Colleague wakefield = colleague(Role.CASE_ADMIN, "wakefield");
        assertThat(Statements.during(() -> access.visible(List.of(open), wakefield))
                        .count())
                .isEqualTo(1);
        assertThat(Statements.during(() -> access.visible(List.of(open, limited), wakefield))
                        .count())
                .isEqualTo(2);
        assertThat(Statements.during(() -> access.mayWorkOn(open, wakefield, Role.CASE_ADMIN))
                        .count())
                .isEqualTo(1);
        assertThat(Statements.during(() -> access.mayWorkOn(open, colleague(Role.CASE_ADMIN, "nw"), Role.CASE_ADMIN))
                        .count())
                .isZero();
    }

    private Map<String, Function<Colleague, String>> lists() {
        Map<String, Function<Colleague, String>> lists = new LinkedHashMap<>();
        lists.put(
                "orders",
                by -> listingOrders.list(by, OrdersWanted.ALL, 100, 0).lines().toString());
        lists.put(
                "sessions that wait",
                by -> listingSessions
                        .list(by, SessionsWanted.waiting(), 100, 0)
                        .sessions()
                        .toString());
        lists.put(
                "sessions of a project",
                by -> listingSessions
                        .list(by, new SessionsWanted(When.DAY, YESTERDAY, "ZQYARD", ""), 100, 0)
                        .sessions()
                        .toString());
        lists.put(
                "letters to post",
                by -> letters.toPost(by, 100).stream()
                        .filter(letter -> letter.caseText().contains(LIMITED))
                        .toList()
                        .toString());
        for (Queue queue : Queue.values())
            lists.put(
                    "terminations: " + queue,
                    by -> listingTerminations
                            .list(queue, "", by, 100, 0)
                            .lines()
                            .toString());
        return lists;
    }

    private Map<String, Consumer<Colleague>> pages() {
        long enforcement = jdbc.sql("SELECT e.id FROM upw_enforcement e WHERE e.order_id = ?")
                .param(limitedOrder)
                .query(Long.class)
                .single();
        long termination = new SomeTerminations(jdbc).termination(limited.id());
        Map<String, Consumer<Colleague>> pages = new LinkedHashMap<>();
        pages.put("order", by -> orders.file(limitedOrder, by));
        pages.put("assessment", by -> assessments.assessment(limitedOrder, by));
        pages.put("session", by -> sessions.session(limitedSession, by));
        pages.put("enforcement", by -> enforcements.enforcement(enforcement, by));
        pages.put("reason", by -> judging.read(enforcement, by));
        pages.put("letter", by -> letters.of(limitedLetter, by));
        pages.put("letter as a file", by -> letters.pdf(limitedLetter, by));
        pages.put("termination", by -> terminations.file(termination, by));
        pages.put("notes", by -> {
            if (!notes.mayRead(session(), limited, by)) throw new NotAllowedException("no notes");
        });
        return pages;
    }

    private Session session() {
        return sessions.session(limitedSession, withAccess()).session();
    }

    private void takeSession(Colleague importer) {
        String row = "%s,%s,77,R%d,ZQYARD,%s,09:00,16:00,,0,,,,false,1\n"
                .formatted(importer.userName(), LIMITED, limited.id(), TODAY.plusDays(1));
        imports.take(
                "upw-sessions",
                new ByteArrayInputStream(
                        ("sessionReference,crn,eventNumber,requirementId,projectCode,date,startTime,endTime,outcomeCode,penaltyMinutes,quality,behaviour,notes,sensitive,version\n"
                                        + row)
                                .getBytes(StandardCharsets.UTF_8)),
                importer);
    }

    /** Somebody in each existing role, for each unit it can be held for here. */
    private static Stream<Colleague> everybody() {
        return Arrays.stream(Role.values())
                .flatMap(role ->
                        SLUGS.stream().filter(slug -> canBeHeldFor(role, slug)).map(slug -> colleague(role, slug)));
    }

    private static boolean canBeHeldFor(Role role, String slug) {
        return switch (slug) {
            case "nw", "gm" -> role.isForAll() ? slug.equals("nw") : role.isHeldFor(Scope.REGION);
            case "napo" -> role.isHeldFor(Scope.UNION);
            default -> role.isHeldFor(Scope.CENTRE);
        };
    }

    private static Colleague colleague(Role role, String slug) {
        String group = role.isForAll() ? role.word() : role.word() + "-" + slug;
        return new Colleague(group, Set.of(group));
    }

    /** Somebody with every role of the region. */
    private Colleague withAccess() {
        given.access(limited.id(), "trusted");
        return new Colleague(
                "trusted",
                Arrays.stream(Role.values())
                        .filter(role -> role.isHeldFor(Scope.REGION))
                        .map(role -> role.word() + "-nw")
                        .collect(Collectors.toSet()));
    }

    private Set<String> units(long caseId) {
        return Set.copyOf(
                jdbc
                        .sql("SELECT slug FROM caseload_unit_view WHERE case_id = ?")
                        .param(caseId)
                        .query(String.class)
                        .list()
                        .stream()
                        .distinct()
                        .toList());
    }

    private static boolean refuses(Runnable tried) {
        return catchThrowable(tried::run) instanceof NotAllowedException;
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class EveryRoleAndACaseOnMariaDbTest extends EveryRoleAndACaseTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class EveryRoleAndACaseOnMySqlTest extends EveryRoleAndACaseTest {}
