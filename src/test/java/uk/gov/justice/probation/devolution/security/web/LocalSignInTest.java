package uk.gov.justice.probation.devolution.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.gov.justice.probation.devolution.pages.KeptPages;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignInRefused;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.security.StaffNumbers;
import uk.gov.justice.probation.devolution.security.TaskGroups;

/** The local profile's door, over HTTP, without the stack behind it: a form for pages, HTTP basic for the API. */
class LocalSignInTest {
    private static AnnotationConfigServletWebServerApplicationContext application;

    @BeforeAll
    static void start() {
        application = new AnnotationConfigServletWebServerApplicationContext();
        application.getEnvironment().setActiveProfiles("local");
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "server.port",
                                "0",
                                "devolution.tasklist-url",
                                "http://localhost",
                                "devolution.operate-url",
                                "http://localhost")));
        application.register(Door.class);
        application.refresh();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everyLoginHasItsNameAsPasswordAndItsGroups() throws Exception {
        List<LocalLogins.Login> logins = application.getBean(LocalLogins.class).all();
        assertThat(logins)
                .extracting(LocalLogins.Login::userName)
                .contains("hr-nw", "rpd-sc", "psc-manager-liverpool", "psc-service-owner", "data-lead-gm");
        for (LocalLogins.Login login : logins) {
            HttpResponse<String> answer = basic("/api/who", login.userName(), login.userName());
            assertThat(answer.statusCode()).as(login.userName()).isEqualTo(200);
            assertThat(answer.body()).startsWith(login.userName()).contains(login.groups());
        }
    }

    @Test
    void aMemberOfStaffSignsInWithTheirNumberAndSeesOnlyWhatConcernsThem() throws Exception {
        HttpClient browser = browser();
        assertThat(signIn(browser, "PSCW002", "PSCW002")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/work");
        assertThat(send(browser, request("/")).headers().firstValue("Location").orElseThrow())
                .endsWith("/my");
        assertThat(send(browser, request("/my")).body()).isEqualTo("PSCW002 []");
        assertThat(send(browser, request("/who")).statusCode()).isEqualTo(403);
        assertThat(send(browser, request("/who")).body()).contains("What concerns you is under");
        assertThat(basic("/api/who", "PSCW002", "PSCW002").statusCode()).isEqualTo(403);
        assertThat(basic("/api/who", "pscw002", "pscw002").statusCode()).isEqualTo(401);
        assertThat(basic("/api/who", "PSCW999", "PSCW999").statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefusedInWords() throws Exception {
        HttpResponse<String> answer = basic("/api/who", "hr-nw", "wrong");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm=\"PSC Devolution\"");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("credentials of a colleague");

        HttpClient browser = browser();
        HttpResponse<String> page = signIn(browser, "hr-nw", "wrong");
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?refused");
        String refused = send(browser, request("/sign-in?refused")).body();
        KeptPages.keep("sign-in", refused);
        assertThat(refused)
                .contains("There is a problem", "The user name or the password is not correct", "Error: Sign in");
    }

    @Test
    void whoFailsTooOftenWaitsWhicheverDoorAndOthersDoNot() throws Exception {
        for (int n = 1; n <= 10; n++)
            assertThat(basic("/api/who", "PSCW003", "wrong" + n).statusCode()).isEqualTo(401);

        HttpResponse<String> refused = basic("/api/who", "PSCW003", "PSCW003");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("300");
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        HttpClient browser = browser();
        assertThat(signIn(browser, "PSCW003", "PSCW003")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/sign-in?throttled");
        assertThat(send(browser, request("/sign-in?throttled")).body())
                .contains("There is a problem", "There were too many attempts");
        assertThat(basic("/api/who", "rpd-gm", "rpd-gm").statusCode()).isEqualTo(200);
        assertThat(application.getBean(Door.class).refused)
                .filteredOn(refusal -> "PSCW003".equals(refusal.userName()))
                .hasSize(10);
    }

    @Test
    void anAddressThatFailsTooOftenWaitsWhateverTheName() {
        SignInThrottle throttle = new SignInThrottle(new ThrottleSettings(10, 3, Duration.ofMinutes(5)), event -> {});
        for (int n = 1; n <= 3; n++) {
            assertThat(throttle.refuses("somebody", "203.0.113.7")).isFalse();
            var tried = UsernamePasswordAuthenticationToken.unauthenticated("name" + n, "wrong");
            tried.setDetails(new WebAuthenticationDetails("203.0.113.7", null));
            throttle.failed(new AuthenticationFailureBadCredentialsEvent(tried, new BadCredentialsException("wrong")));
        }
        assertThat(throttle.refuses("somebody", "203.0.113.7")).isTrue();
        assertThat(throttle.refuses(null, "203.0.113.7")).isTrue();
        assertThat(throttle.refuses("somebody", "203.0.113.8")).isFalse();
    }

    @Test
    void anUnknownNameTakesTheSameStepsAsAKnownOne() throws Exception {
        AtomicInteger asked = application.getBean(Door.class).asked;
        int before = asked.get();
        basic("/api/who", "em-unknown", "wrong");
        int unknown = asked.get() - before;
        basic("/api/who", "rpd-em", "wrong");
        assertThat(asked.get() - before - unknown).isEqualTo(unknown).isPositive();
        assertThat(application.getBean(PasswordEncoder.class).encode("x")).isEqualTo("x");
    }

    @Test
    void theFormSignsInAndLeadsToThePageThatWasAskedFor() throws Exception {
        HttpClient browser = browser();
        assertThat(send(browser, request("/who"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/sign-in");
        assertThat(signIn(browser, "rpd-gm", "rpd-gm")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("/who");
        assertThat(send(browser, request("/who")).body()).startsWith("rpd-gm");
    }

    @Test
    void aSessionDoesNotOpenTheApi() throws Exception {
        HttpClient browser = browser();
        signIn(browser, "psc-service-owner", "psc-service-owner");
        assertThat(send(browser, request("/who")).statusCode()).isEqualTo(200);
        assertThat(send(browser, request("/api/who")).statusCode()).isEqualTo(401);
        assertThat(send(browser, request("/api/who").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void basicCredentialsThatABrowserRemembersDoNotServeAnotherSite() throws Exception {
        HttpRequest.Builder forged = request("/api/who")
                .header("Authorization", credentials("psc-service-owner", "psc-service-owner"))
                .POST(BodyPublishers.noBody());
        assertThat(send(browser(), forged.copy().header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(browser(), forged.copy().header("Origin", "null")).statusCode())
                .isEqualTo(403);
        assertThat(send(browser(), forged).statusCode()).isEqualTo(200);
    }

    @Test
    void basicDoesNotOpenPages() throws Exception {
        assertThat(basic("/who", "hr-nw", "hr-nw").statusCode()).isEqualTo(302);
    }

    @Test
    void thePageListsTheLogins() throws Exception {
        String page = send(browser(), request("/sign-in")).body();
        KeptPages.keep("sign-in", page);
        assertThat(page)
                .contains(
                        "The password is the user name",
                        "Regional Probation Director",
                        "rpd-em, rpd-gm, rpd-sc",
                        "for example PSCW002");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private HttpResponse<String> signIn(HttpClient browser, String userName, String password) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(send(browser, request("/sign-in")).body());
        assertThat(csrf.find()).isTrue();
        return send(
                browser,
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=%s&password=%s&_csrf=%s".formatted(userName, password, csrf.group(1)))));
    }

    private static HttpResponse<String> basic(String path, String userName, String password) throws Exception {
        return send(HttpClient.newHttpClient(), request(path).header("Authorization", credentials(userName, password)));
    }

    private static String credentials(String userName, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((userName + ":" + password).getBytes());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + path));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Configuration
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
                WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class, ThymeleafAutoConfiguration.class,
                SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"uk.gov.justice.probation.devolution.security", "uk.gov.justice.probation.devolution.web"},
            excludeFilters = {
                @Filter(type = FilterType.REGEX, pattern = ".*Idempot.*|.*OnceMore|.*TaskGroupsQuery"),
                @Filter(type = FilterType.REGEX, pattern = ".*Test.*"),
            })
    static class Door {
        final List<SignInRefused> refused = new CopyOnWriteArrayList<>();
        final AtomicInteger asked = new AtomicInteger();

        @EventListener
        void refused(SignInRefused one) {
            refused.add(one);
        }

        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        StaffNumbers staffNumbers() {
            return number -> {
                asked.incrementAndGet();
                return Set.of("PSCW002", "PSCW003").contains(number);
            };
        }

        @Bean
        TaskGroups taskGroups() {
            List<String> scopes = List.of(
                    "",
                    "-nw",
                    "-yath",
                    "-em",
                    "-gm",
                    "-sc",
                    "-liverpool",
                    "-wakefield",
                    "-norwich",
                    "-bromley",
                    "-napo",
                    "-unison",
                    "-gmb-scoop");
            return () -> Arrays.stream(Role.values())
                    .flatMap(role -> scopes.stream().map(scope -> role.word() + scope))
                    .collect(Collectors.toSet());
        }

        @Bean
        Who who(SignedIn signedIn) {
            return new Who(signedIn);
        }
    }

    @Controller
    static class Who {
        private final SignedIn signedIn;

        Who(SignedIn signedIn) {
            this.signedIn = signedIn;
        }

        @Allows(of = Of.OWN, staff = true)
        @GetMapping("/my")
        @ResponseBody
        String mine() {
            return who();
        }

        @Allows(of = Of.EVERYTHING, everyRole = true)
        @GetMapping({"/who", "/api/who"})
        @ResponseBody
        String who() {
            return signedIn.colleague().userName() + " " + signedIn.colleague().groups();
        }

        @Allows(of = Of.EVERYTHING, everyRole = true)
        @PostMapping("/api/who")
        @ResponseBody
        String act() {
            return who();
        }
    }
}
