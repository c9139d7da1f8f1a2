package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.camunda.SomeTasksOfBefore;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.SomeCaseLetters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealOutcome;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.Role.Scope;
import uk.gov.justice.probation.devolution.telling.SomeNotices;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/**
 * Every page and every call of the API, tried with every role, for objects of their own region and of another one; and
 * the resulting table in {@code src/docs/access.md}.
 */
@ConsoleTest
class AccessTest {
    private static final Path TABLE = Path.of("src/docs/access.md");
    private static final Path WRITTEN = Path.of("target/access.md");
    private static final String CONCERNED = "P0001";
    private static final String PRACTITIONER = "P0002";
    private static final String UNCONCERNED = "NW0099";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TakingInventory inventory;

    @Autowired
    CaseLetters caseLetters;

    @Autowired
    Letters letters;

    @Autowired
    StartingDueTerminations dueTerminations;

    /** A route: what its {@code @Allows} says, and how it is called. */
    private record Route(String method, String pattern, Allows rule, HandlerMethod handler, String consumes) {

        boolean isApi() {
            return pattern.startsWith("/api");
        }

        boolean reads() {
            return method.equals("GET");
        }

        boolean isAboutOne() {
            return pattern.contains("{") && !pattern.endsWith("{file}");
        }

        boolean allows(Role role) {
            return rule.everyRole() || Arrays.asList(rule.value()).contains(role);
        }

        String name() {
            return method + " " + pattern.replace(":\\d+", "");
        }
    }

    private Map<String, String> objects;

    @BeforeEach
    void somethingOfEverythingInTheNorthWest() {
        var preferences = new SomePreferences(jdbc);
        var outcomes = new SomeOutcomes(jdbc);
        long consultation = preferences.consultation();
        preferences.round(consultation, 1);
        given.allUnionsIn(consultation);
        given.aDrawReader(consultation, "tu-napo", "tu-napo");
        for (Role reader : List.of(Role.APPEAL_PANEL, Role.APPEAL_CHAIR))
            given.aDrawReader(consultation, "appeal-panel-nw", reader.word() + own(reader));
        long option = preferences.option(consultation, "NW_12", 2);
        long member = preferences.people(consultation, 2).getFirst();
        preferences.staff(UNCONCERNED, "CA", "L12");
        outcomes.appealsCloseInDays(consultation, 5);
        outcomes.placed(member, option);
        outcomes.told(member);
        long appeal = outcomes.decided(member, AppealOutcome.UPHELD);

        var cases = new SomeCases(jdbc);
        cases.held(3, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        long handover = cases.handover(
                "H-NW-1",
                "HANDOVER",
                "NW",
                "ALLOCATION",
                "FORMER_CRC_CASES",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 31),
                "BRIEFING");
        inventory.take(handover);

        var terminations = new SomeTerminations(jdbc);
        long ending = terminations.aCase("X000900", 1, "201", TODAY);
        dueTerminations.startAll();
        var sessions = new SomeSessions(jdbc);
        sessions.project("NWP1", "PL", "MON TUE WED THU FRI SAT SUN", null);
        long order = terminations.order(ending, "SESSIONS", 0);
        long session = sessions.session(order, "NWP1", YESTERDAY);
        given.theSession(session).reference("S1").save();
        terminations.enforcement("S1", "EVIDENCE");
        given.theCase(ending).practitioner(PRACTITIONER).save();
        for (String service : List.of("UPW_ORDERS REGION_NW", "ALLOCATION PSC_LIVERPOOL")) {
            given.aService(ending, service.split(" ")[0])
                    .unit(service.split(" ")[1])
                    .save();
        }
        long caseLetter = caseLetters.write(SomeCaseLetters.request("warning-1", CaseTemplate.WARNING, ending));
        long letter = letters.write(new LetterRequest(
                "welcome-1",
                "welcome-1",
                Template.WELCOME,
                CONCERNED,
                "NW",
                Map.of(
                        "personName",
                        "Name",
                        "siteName",
                        "Sefton",
                        "roleName",
                        "Case administrator",
                        "startsOnText",
                        "10 January 2022",
                        "managerName",
                        "Name",
                        "newTasks",
                        List.of(),
                        "keptTasks",
                        List.of())));

        long draft = new SomeDrafts(jdbc).complete("hr-nw", UNCONCERNED);

        objects = Map.ofEntries(
                Map.entry("/consultations/launch/", "" + draft),
                Map.entry("/handovers/", "" + handover),
                Map.entry("/api/handovers/", "H-NW-1"),
                Map.entry("{handoverId}", "" + handover),
                Map.entry("/consultations/", "" + consultation),
                Map.entry("/api/consultations/", "" + consultation),
                Map.entry("/people/", "" + member),
                Map.entry("/appeals/", "" + appeal),
                Map.entry("/letters/", "" + letter),
                Map.entry("/case-letters/", "" + caseLetter),
                Map.entry("/cases/", "" + ending),
                Map.entry("/upw/orders/", "" + order),
                Map.entry("/upw/projects/", "NWP1"),
                Map.entry("/upw/sessions/", "" + session),
                Map.entry("/upw/enforcements/", "" + id("upw_enforcement")),
                Map.entry("/terminations/", "" + terminations.termination(ending)),
                Map.entry("/api/programmes/", "1"),
                Map.entry("/tasks-of-before/", "" + new SomeTasksOfBefore(jdbc).ofAUnion(consultation)),
                Map.entry("{memberId}", "" + member),
                Map.entry("{number}", "A" + appeal),
                Map.entry("{crn}", "X000900"),
                Map.entry("{eventNumber}", "1"),
                Map.entry("{file}", "cases"),
                Map.entry("{planRowId}", "H-NW-1"),
                Map.entry("{staffNumber}", UNCONCERNED),
                Map.entry("{questionId}", "1"),
                Map.entry("{group}", "hr-nw"),
                Map.entry("{undeliveredId}", "" + new SomeNotices(jdbc).undeliveredTo(CONCERNED)),
                Map.entry("{grantId}", "1"),
                Map.entry("{readerId}", "999"));
    }

    @Test
    void everyRouteSaysWhoMayUseIt() {
        assertThat(mappings.getHandlerMethods().values())
                .filteredOn(handler -> handler.getBeanType().getName().startsWith("uk.gov.justice"))
                .allSatisfy(handler -> assertThat(RouteRules.of(handler))
                        .as(handler.toString())
                        .isPresent());
        assertThat(routes()).hasSizeGreaterThan(80);
    }

    @Test
    void everyRoleIsLetInWhereTheTableSaysSoAndNowhereElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.rule().everybody()) continue;
            for (Role role : Role.values()) {
                int own = call(route, role.word() + own(role), role.word() + own(role));
                if (own >= 500 || own == 401) wrong.add("%s as %s: %d".formatted(route.name(), role, own));
                if (!route.allows(role) && own != 403)
                    wrong.add("%s as %s is not refused: %d".formatted(route.name(), role, own));
                if (route.allows(role) && route.reads() && own == 403)
                    wrong.add("%s as %s is refused".formatted(route.name(), role));
                if (route.allows(role)
                        && route.isAboutOne()
                        && route.rule().of() != Of.EVERYTHING
                        && !role.isForAll()
                        && role != Role.TU) {
                    int other = call(route, role.word() + other(role), role.word() + other(role));
                    if (route.reads() ? other != 403 : other < 400 || other >= 500)
                        wrong.add("%s as %s of another region: %d".formatted(route.name(), role, other));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /**
     * Somebody with every role in another region, and somebody who has the route's role there and all other roles here.
     */
    @Test
    void aRoleOpensNothingInTheRegionOfAnotherRole() throws Exception {
        String[] everythingElsewhere = Stream.of(Role.values())
                .filter(AccessTest::isHeldSomewhere)
                .map(role -> role.word() + other(role))
                .toArray(String[]::new);
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.rule().everybody()
                    || route.rule().everyRole()
                    || !route.isAboutOne()
                    || route.rule().of() == Of.EVERYTHING) continue;
            tried(route, "every role of another region", call(route, "everything-gm", everythingElsewhere), wrong);
            Stream<String> not = Stream.of(Role.values())
                    .filter(role -> isHeldSomewhere(role) && !route.allows(role))
                    .map(role -> role.word() + own(role));
            Stream<String> there = Stream.of(Role.values())
                    .filter(role -> isHeldSomewhere(role) && route.allows(role))
                    .map(role -> role.word() + other(role));
            tried(
                    route,
                    "its roles elsewhere and all others here",
                    call(route, "two-roles", Stream.concat(not, there).toArray(String[]::new)),
                    wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static void tried(Route route, String who, int status, List<String> wrong) {
        if (route.reads() ? status != 403 : status < 400 || status >= 500)
            wrong.add("%s with %s: %d".formatted(route.name(), who, status));
    }

    private static boolean isHeldSomewhere(Role role) {
        return !role.isForAll() && role != Role.TU;
    }

    @Test
    void membersOfStaffSeeWhatConcernsThemAlone() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.rule().everybody()) continue;
            int concerned = call(route, CONCERNED);
            int practitioner = call(route, PRACTITIONER);
            int unconcerned = call(route, UNCONCERNED);
            boolean hasPage = route.reads() && route.rule().staff();
            if (Stream.of(concerned, practitioner, unconcerned).anyMatch(status -> status >= 500 || status == 401))
                wrong.add("%s: %d %d %d".formatted(route.name(), concerned, practitioner, unconcerned));
            if (!route.rule().staff()
                    && (concerned != 403 && !route.pattern().equals("/")
                            || unconcerned != 403 && !route.pattern().equals("/")))
                wrong.add(route.name() + " is open to staff");
            if (hasPage && route.rule().of() == Of.CASE && practitioner == 403)
                wrong.add(route.name() + " refuses the practitioner");
            if (hasPage && route.rule().of() != Of.CASE && concerned == 403)
                wrong.add(route.name() + " refuses whom it concerns");
            if (hasPage && route.isAboutOne() && unconcerned != 403)
                wrong.add("%s shows somebody whom it does not concern: %d".formatted(route.name(), unconcerned));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void groupsThatAreNoTaskGroupsOpenNothing() throws Exception {
        for (Route route : routes()) {
            if (route.rule().everybody()) continue;
            assertThat(call(
                            route,
                            "somebody",
                            "finance-everyone",
                            "probation-staff",
                            "all-users-nw",
                            "case-adminnw",
                            "x-hr-nw"))
                    .as(route.name())
                    .isEqualTo(403);
        }
    }

    @Test
    void theMenuLeadsNobodyToARefusal() throws Exception {
        List<Route> pages = routes().stream()
                .filter(route -> route.reads() && !route.pattern().contains("{"))
                .toList();
        for (Role role : Role.values()) {
            String name = role.word() + own(role);
            String menu = answer(
                            pages.stream()
                                    .filter(page -> page.pattern().equals("/messages"))
                                    .findFirst()
                                    .orElseThrow(),
                            name,
                            name)
                    .getContentAsString();
            String navigation = menu.substring(menu.indexOf("<nav"), menu.indexOf("</nav>", menu.indexOf("<nav")));
            for (Route page : pages) {
                if (navigation.contains("href=\"%s\"".formatted(page.pattern())))
                    assertThat(page.allows(role))
                            .as("%s in the menu of %s", page.pattern(), role)
                            .isTrue();
            }
        }
    }

    @Test
    void theTableIsWhatTheRoutesSay() throws Exception {
        Files.writeString(WRITTEN, table());
        assertThat(TABLE)
                .as("Routes have changed: look at what is new, then cp %s %s", WRITTEN, TABLE)
                .exists();
        assertThat(Files.readString(TABLE))
                .as("Routes have changed: look at what is new, then cp %s %s", WRITTEN, TABLE)
                .isEqualTo(table());
    }

    private String table() {
        List<Role> roles = List.of(Role.values());
        StringBuilder table = new StringBuilder("""
        # Who may see and do what

        Written by `AccessTest` from the annotations (`@Allows`) of the routes, which are enforced before a request reaches its route; the test also tries each route as every role. **see**: reads;
        **do**: changes something. *Of what* says how far a permission reaches: a role is held for a region, a site or a union, and applies to that one only. Staff: members of staff, with or without a
        role, for themselves, for those they manage and for cases of which they are the practitioner. A limited-access case shows only its CRN, except to its practitioners and to people who were given access
        ([ADR 43](adr/0043-who-sees-a-limited-access-case.md)); no role in this table gives access to it.

        """);
        table.append("| route | of what | ")
                .append(roles.stream().map(Role::word).collect(Collectors.joining(" | ")))
                .append(" | staff |\n");
        table.append("|---|---|").append("---|".repeat(roles.size() + 1)).append('\n');
        for (Route route : routes()) {
            String word = route.reads() ? "see" : "do";
            table.append("| `%s` | %s |"
                    .formatted(
                            route.name(),
                            route.rule().everybody()
                                    ? "everybody, also before signing in"
                                    : route.rule().of().words()));
            for (Role role : roles) table.append(route.allows(role) ? " %s |".formatted(word) : " |");
            table.append(route.rule().staff() ? " %s |\n".formatted(word) : " |\n");
        }
        return table.toString();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                mappings.getHandlerMethods().entrySet()) {
            if (!mapping.getValue().getBeanType().getName().startsWith("uk.gov.justice")) continue;
            Allows rule = RouteRules.of(mapping.getValue())
                    .orElseThrow(() -> new AssertionError(mapping.getValue() + " does not say who may use it"));
            String consumes = mapping.getKey().getConsumesCondition().getConsumableMediaTypes().stream()
                    .map(MediaType::toString)
                    .findFirst()
                    .orElse("");
            for (String pattern : mapping.getKey().getPathPatternsCondition().getPatternValues()) {
                List<String> methods = mapping.getKey().getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .toList();
                for (String method : methods.isEmpty() ? List.of("GET") : methods)
                    routes.add(new Route(method, pattern, rule, mapping.getValue(), consumes));
            }
        }
        routes.sort(Comparator.comparing(Route::isApi)
                .thenComparing(Route::pattern)
                .thenComparing(Route::method)
                .thenComparing(Route::consumes));
        return routes;
    }

    private int call(Route route, String userName, String... groups) throws Exception {
        try {
            return answer(route, userName, groups).getStatus();
        } catch (ServletException failed) {
            return 500;
        }
    }

    private MockHttpServletResponse answer(Route route, String userName, String... groups) throws Exception {
        String path = route.pattern().replace(":\\d+", "");
        String prefix = objects.keySet().stream()
                .filter(key -> key.startsWith("/") && path.startsWith(key + "{"))
                .findFirst()
                .orElse(null);
        String filled = prefix == null ? path : path.replaceFirst("\\{[a-zA-Z]+}", objects.get(prefix));
        for (Map.Entry<String, String> object : objects.entrySet()) {
            if (object.getKey().startsWith("{")) filled = filled.replace(object.getKey(), object.getValue());
        }
        assertThat(filled).as("an object for " + path).doesNotContain("{");
        AbstractMockHttpServletRequestBuilder<?> request = route.consumes().startsWith("multipart")
                ? multipart(filled).part(new MockPart("file", "file.csv", new byte[0]))
                : request(HttpMethod.valueOf(route.method()), filled);
        if (route.consumes().equals(MediaType.APPLICATION_JSON_VALUE))
            request.contentType(MediaType.APPLICATION_JSON).content("{}");
        if (path.equals("/api/audit")) request.param("subject", "handover/" + objects.get("/handovers/"));
        request.with(route.isApi() ? token(userName, groups) : user(userName).authorities(authorities(groups)));
        if (!route.isApi()) request.with(csrf());
        return http.perform(request).andReturn().getResponse();
    }

    private static RequestPostProcessor token(String userName, String... groups) {
        return jwt().jwt(token -> token.subject(userName))
                .authorities(authorities(groups).toArray(SimpleGrantedAuthority[]::new));
    }

    private static List<SimpleGrantedAuthority> authorities(String... groups) {
        return Arrays.stream(groups)
                .map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                .toList();
    }

    private static String own(Role role) {
        if (role.isForAll()) return "";
        return role.isHeldFor(Scope.UNION) ? "-napo" : role.isHeldFor(Scope.REGION) ? "-nw" : "-liverpool";
    }

    private static String other(Role role) {
        return role.isHeldFor(Scope.REGION) ? "-gm" : "-wakefield";
    }

    private long id(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
    }
}
