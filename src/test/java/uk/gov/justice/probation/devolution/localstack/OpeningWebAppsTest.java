package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import uk.gov.justice.probation.devolution.localstack.FromTheConsole.Admitted;
import uk.gov.justice.probation.devolution.pages.KeptPages;
import uk.gov.justice.probation.devolution.security.StaffNumbers;
import uk.gov.justice.probation.devolution.security.TaskGroups;

/** The console of the local profile over HTTP, without the stack behind it; the web apps' part is played here. */
@ExtendWith(OutputCaptureExtension.class)
class OpeningWebAppsTest {
    private static final String TASK = "/tasklist/2251799813685300";

    @TempDir
    private static Path data;

    private static AnnotationConfigServletWebServerApplicationContext console;
    private static LocalToken token;
    private static FromTheConsole webApps;

    @BeforeAll
    static void start() throws IOException {
        console = new AnnotationConfigServletWebServerApplicationContext();
        console.getEnvironment().setActiveProfiles("local");
        console.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "server.port", "0",
                                "server.servlet.session.cookie.name", FromTheConsole.SESSION,
                                "devolution.local.data", data.toString(),
                                "devolution.local.ports.web", "8123",
                                "devolution.tasklist-url", "http://localhost",
                                "devolution.operate-url", "http://localhost")));
        console.register(Console.class);
        console.refresh();
        Path file = console.getBean(LocalStackSettings.class).tokenFile();
        OwnersFile.secret(file, 32, java.util.HexFormat.of()::formatHex);
        token = new LocalToken(file);
        webApps = new FromTheConsole(console.getWebServer().getPort(), token);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void aLinkLeadsToAPageThatBringsNothingButATicket() throws Exception {
        HttpResponse<String> page = signedIn("hr-nw").get("/open" + TASK);
        KeptPages.keep("localstack/open", page.body());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Open Tasklist", "Continue to Tasklist", "data-leads-on");
        String form =
                found("(?s)<form (method=\"post\"[^>]*action=\"http://localhost:8123/from-console\".*?)</form>", page);
        assertThat(Pattern.compile("name=\"([^\"]+)\"").matcher(form).results().map(one -> one.group(1)))
                .as("what is sent")
                .containsExactly("ticket");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' http://localhost:8123/from-console;");
        assertThat(page.headers().firstValue("Referrer-Policy"))
                .as("or the browser would not say where the form stands")
                .contains("strict-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        HttpResponse<String> operate = signedIn("rpd-nw").get("/open/operate/processes/4");
        assertThat(operate.body()).contains("Open Operate", "Continue to Operate");
    }

    @Test
    void aTicketAdmitsWhoAskedForItToThatVeryPageOnce() throws Exception {
        for (String wanted : List.of("/tasklist", TASK, "/operate", "/operate/processes/2251799813685301")) {
            Browser browser = signedIn("hr-nw");
            String ticket = browser.ticket(wanted);
            assertThat(browser.brings(ticket)).contains(new Admitted("hr-nw", wanted));
            assertThat(browser.brings(ticket)).as("brought twice").isEmpty();
        }
    }

    @Test
    void aMemberOfStaffIsAdmittedToo() throws Exception {
        Browser browser = signedIn("PSCW002");
        assertThat(browser.brings(browser.ticket(TASK))).contains(new Admitted("PSCW002", TASK));
    }

    @Test
    void aTicketThatComesFromAnotherSessionAdmitsNobody() throws Exception {
        Browser attacker = signedIn("hr-nw");
        Browser samePersonElsewhere = signedIn("hr-nw");
        Browser another = signedIn("rpd-nw");
        assertThat(samePersonElsewhere.brings(attacker.ticket(TASK))).isEmpty();
        assertThat(another.brings(attacker.ticket(TASK)))
                .as("nobody is signed in as somebody else")
                .isEmpty();
        assertThat(webApps.admitted(attacker.ticket(TASK), null)).isEmpty();
        assertThat(webApps.admitted(attacker.ticket(TASK), "made-up")).isEmpty();
        assertThat(webApps.admitted(attacker.ticket(TASK), "x; devolution-session=" + attacker.session()))
                .isEmpty();
    }

    @Test
    void whoSignedOutMeanwhileIsNotAdmittedAndIsSignedOutOfTheWebAppsToo() throws Exception {
        Browser browser = signedIn("hr-nw");
        String ticket = browser.ticket(TASK);
        String session = browser.session();
        HttpResponse<String> out = browser.post("/sign-out", "");
        assertThat(out.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("OPERATE-SESSION=;").contains("Max-Age=0", "Path=/"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("TASKLIST-SESSION=;").contains("Max-Age=0", "Path=/"));
        assertThat(webApps.admitted(ticket, session)).isEmpty();
    }

    @Test
    void onlyTheWebAppsAreToldWhomATicketAdmits() throws Exception {
        Browser browser = signedIn("hr-nw");
        String ticket = browser.ticket(TASK);
        for (String wrong : List.of("", "Basic x", token.header() + "x")) {
            HttpRequest.Builder asking = browser.request("/admission")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("ticket=" + ticket));
            if (!wrong.isEmpty()) asking.header("Authorization", wrong);
            assertThat(browser.send(asking).statusCode()).as(wrong).isEqualTo(401);
        }
        assertThat(browser.get("/admission?ticket=" + ticket).statusCode()).isEqualTo(405);
        assertThat(browser.brings(ticket)).as("it is still good").isPresent();
    }

    @Test
    void nothingElseCanBeOpened() throws Exception {
        Browser browser = signedIn("hr-nw");
        for (String elsewhere : List.of(
                "/tasklist/new",
                "/tasklist/x",
                "/tasklist/99999999999999999999",
                "/tasklist/1/2",
                "/operate/login",
                "/operate/processes/x",
                "/api/logout",
                "//attacker.example",
                "/https://attacker.example",
                "/tasklist/%2f%2fattacker.example",
                "/tasklist/..%2f..%2fattacker.example",
                "")) {
            assertThat(browser.get("/open" + elsewhere).statusCode())
                    .as(elsewhere)
                    .isIn(400, 404);
        }
        for (String elsewhere : List.of(
                "https://attacker.example",
                "//attacker.example",
                "/\\attacker.example",
                "/tasklist/1\r\nX: y",
                "/tasklist@attacker.example",
                "/tasklist?x",
                "/v1/tasks/1",
                "")) assertThat(FromTheConsole.leadsTo(elsewhere)).as(elsewhere).isFalse();
    }

    @Test
    void whoHasNotSignedInDoesSoFirstAndLandsThere() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.get("/open" + TASK).headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in");
        assertThat(browser.signIn("hr-nw").headers().firstValue("Location").orElseThrow())
                .contains("/open" + TASK);
    }

    @Test
    void noTicketIsWrittenToALog(CapturedOutput output) throws Exception {
        Browser browser = signedIn("hr-nw");
        String used = browser.ticket(TASK);
        browser.brings(used);
        browser.brings(used);
        String foreign = browser.ticket(TASK);
        signedIn("rpd-nw").brings(foreign);
        browser.get("/admission?ticket=" + foreign);
        assertThat(output.getAll()).doesNotContain(used, foreign, browser.session());
    }

    @Test
    void nothingOfItIsThereOutsideTheLocalProfile() {
        new ApplicationContextRunner()
                .withUserConfiguration(OpeningWebApps.class, LocalTickets.class)
                .withPropertyValues("spring.profiles.active=cluster")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(OpeningWebApps.class)
                        .doesNotHaveBean(Tickets.class));
    }

    private static Browser signedIn(String user) throws Exception {
        Browser browser = new Browser();
        assertThat(browser.signIn(user).headers().firstValue("Location").orElseThrow())
                .endsWith("/work");
        return browser;
    }

    private static String found(String pattern, HttpResponse<String> page) {
        return Pattern.compile(pattern)
                .matcher(page.body())
                .results()
                .map((MatchResult one) -> one.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No %s in %s".formatted(pattern, page.body())));
    }

    /** Somebody's browser, with its cookies. */
    private static final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> signIn(String user) throws Exception {
            return post("/sign-in", "username=%s&password=%s".formatted(user, user));
        }

        String ticket(String wanted) throws Exception {
            return found("name=\"ticket\" value=\"([^\"]+)\"", get("/open" + wanted));
        }

        /** As the web apps do with what this browser sends them. */
        Optional<Admitted> brings(String ticket) throws Exception {
            return webApps.admitted(ticket, session());
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(FromTheConsole.SESSION))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
        }

        HttpResponse<String> get(String path) throws Exception {
            return send(request(path));
        }

        HttpResponse<String> post(String path, String form) throws Exception {
            String csrf = found("name=\"_csrf\" value=\"([^\"]+)\"", get("/sign-in"));
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form + "&_csrf=" + csrf)));
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + console.getWebServer().getPort() + path));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Configuration
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class, SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"uk.gov.justice.probation.devolution.security", "uk.gov.justice.probation.devolution.web"},
            excludeFilters = {
                @Filter(type = FilterType.REGEX, pattern = ".*Idempot.*|.*OnceMore|.*TaskGroupsQuery"),
                @Filter(type = FilterType.REGEX, pattern = ".*Test.*"),
            })
    @EnableConfigurationProperties(LocalStackSettings.class)
    @Import({OpeningWebApps.class, LocalTickets.class})
    static class Console {

        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        StaffNumbers staffNumbers() {
            return "PSCW002"::equals;
        }

        @Bean
        TaskGroups taskGroups() {
            return () -> Set.of("hr-nw", "rpd-nw");
        }
    }
}
