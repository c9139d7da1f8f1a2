package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.Role.Scope;
import uk.gov.justice.probation.devolution.web.EveryRoute.Route;

/**
 * Every page and every call of the API, tried with every role, for objects of their own region and of another one; and
 * the resulting table in {@code src/docs/access.md}.
 */
@ConsoleTest
class AccessTest {
    private static final Path TABLE = Path.of("src/docs/access.md");
    private static final Path WRITTEN = Path.of("target/access.md");

    @Autowired
    AutowireCapableBeanFactory beans;

    private EveryRoute every;

    @BeforeEach
    void somethingOfEverythingInTheNorthWest() {
        every = beans.createBean(EveryRoute.class);
    }

    @Test
    void everyRouteSaysWhoMayUseIt() {
        assertThat(every.handlers())
                .filteredOn(handler -> handler.getBeanType().getName().startsWith("uk.gov.justice"))
                .allSatisfy(handler -> assertThat(RouteRules.of(handler))
                        .as(handler.toString())
                        .isPresent());
        assertThat(every.routes()).hasSizeGreaterThan(80);
    }

    @Test
    void everyRoleIsLetInWhereTheTableSaysSoAndNowhereElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Route route : every.routes()) {
            if (route.rule().everybody()) continue;
            for (Role role : Role.values()) {
                int own = call(route, role.word() + EveryRoute.own(role), role.word() + EveryRoute.own(role));
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
        for (Route route : every.routes()) {
            if (route.rule().everybody()
                    || route.rule().everyRole()
                    || !route.isAboutOne()
                    || route.rule().of() == Of.EVERYTHING) continue;
            tried(route, "every role of another region", call(route, "everything-gm", everythingElsewhere), wrong);
            Stream<String> not = Stream.of(Role.values())
                    .filter(role -> isHeldSomewhere(role) && !route.allows(role))
                    .map(role -> role.word() + EveryRoute.own(role));
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
        for (Route route : every.routes()) {
            if (route.rule().everybody()) continue;
            int concerned = call(route, EveryRoute.CONCERNED);
            int practitioner = call(route, EveryRoute.PRACTITIONER);
            int unconcerned = call(route, EveryRoute.UNCONCERNED);
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
        for (Route route : every.routes()) {
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
        List<Route> pages = every.routes().stream()
                .filter(route -> route.reads() && !route.pattern().contains("{"))
                .toList();
        for (Role role : Role.values()) {
            String name = role.word() + EveryRoute.own(role);
            String menu = every.answer(
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
        for (Route route : every.routes()) {
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

    private int call(Route route, String userName, String... groups) throws Exception {
        try {
            return every.answer(route, userName, groups).getStatus();
        } catch (ServletException failed) {
            return 500;
        }
    }

    private static String other(Role role) {
        return role.isHeldFor(Scope.REGION) ? "-gm" : "-wakefield";
    }
}
