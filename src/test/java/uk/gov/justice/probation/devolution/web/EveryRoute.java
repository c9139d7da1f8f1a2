package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.Role.Scope;
import uk.gov.justice.probation.devolution.telling.SomeNotices;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/**
 * The walk over every page and every call of the API: all routes, an object of the North West for each, and their
 * answers to a colleague.
 */
final class EveryRoute {
    static final String CONCERNED = "P0001";
    static final String PRACTITIONER = "P0002";
    static final String UNCONCERNED = "NW0099";

    private final MockMvc http;
    private final JdbcClient jdbc;
    private final RequestMappingHandlerMapping mappings;
    private final Map<String, String> objects;
    private final long consultation;
    private final long member;

    /** A route: what its {@code @Allows} says, and how it is called. */
    record Route(String method, String pattern, Allows rule, HandlerMethod handler, String consumes) {

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

    EveryRoute(
            MockMvc http,
            JdbcClient jdbc,
            Given given,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            TakingInventory inventory,
            CaseLetters caseLetters,
            Letters letters,
            StartingDueTerminations dueTerminations) {
        this.http = http;
        this.jdbc = jdbc;
        this.mappings = mappings;
        var preferences = new SomePreferences(jdbc);
        var outcomes = new SomeOutcomes(jdbc);
        consultation = preferences.consultation();
        preferences.round(consultation, 1);
        given.allUnionsIn(consultation);
        given.aDrawReader(consultation, "tu-napo", "tu-napo");
        for (Role reader : List.of(Role.APPEAL_PANEL, Role.APPEAL_CHAIR))
            given.aDrawReader(consultation, "appeal-panel-nw", reader.word() + own(reader));
        long option = preferences.option(consultation, "NW_12", 2);
        member = preferences.people(consultation, 2).getFirst();
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

        objects = new HashMap<>(Map.ofEntries(
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
                Map.entry("/upw/enforcements/", "" + newest(jdbc, "upw_enforcement")),
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
                Map.entry("{siteCode}", "NW_12"),
                Map.entry("{role}", "CA_GENERAL"),
                Map.entry("{questionId}", "1"),
                Map.entry("{group}", "hr-nw"),
                Map.entry("{undeliveredId}", "" + new SomeNotices(jdbc).undeliveredTo(CONCERNED)),
                Map.entry("{grantId}", "1"),
                Map.entry(
                        "{migrationId}",
                        "" + given.aMigration("service-handover").save()),
                Map.entry("{readerId}", "999")));
    }

    long consultation() {
        return consultation;
    }

    /** Of {@link #CONCERNED} in the consultation. */
    long member() {
        return member;
    }

    /** The object that an address is about, by what comes before it or by its name, is another one from now on. */
    void about(String which, Object object) {
        objects.put(which, "" + object);
    }

    Collection<HandlerMethod> handlers() {
        return mappings.getHandlerMethods().values();
    }

    List<Route> routes() {
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

    MockHttpServletResponse answer(Route route, String userName, String... groups) throws Exception {
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
        if (path.equals("/cases")) request.param("crn", objects.get("{crn}"));
        if (path.endsWith("/register") && route.reads()) request.param("day", "" + YESTERDAY);
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

    /** What the role is held for, as its task groups end. */
    static String own(Role role) {
        if (role.isForAll()) return "";
        return role.isHeldFor(Scope.UNION) ? "-napo" : role.isHeldFor(Scope.REGION) ? "-nw" : "-liverpool";
    }

    private static long newest(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
    }
}
