package uk.gov.justice.probation.devolution.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import uk.gov.justice.probation.devolution.security.TestIssuer;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** Every profile but local, over HTTP: OIDC for pages, bearer tokens for the API, and neither does for the other. */
@ConsoleTest
class OidcSignInTest {
    private static final String LAUNCH = "{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\"]}";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionRepository<? extends Session> sessions;

    private final TestIssuer issuer = TestIssuer.running();

    @Test
    void aPageAsksForASignInAndShowsAfterIt() throws Exception {
        HttpClient browser = browser(Redirect.NEVER);
        assertThat(get(browser, "/").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in");

        HttpClient follows = browser(Redirect.ALWAYS);
        issuer.nextSignIn("rpd-nw", "rpd-nw");
        HttpResponse<String> page = get(follows, "/oauth2/authorization/devolution");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("rpd-nw").contains("Programme");
    }

    @Test
    void whoJustComesSeesTheirWorkAndWhoAskedForAPageSeesThat() throws Exception {
        for (var wanted :
                Map.of("/", "Your work", "/consultations", "Consultations").entrySet()) {
            HttpClient browser = browser(Redirect.ALWAYS);
            get(browser, wanted.getKey());
            issuer.nextSignIn("rpd-nw", "rpd-nw");

            assertThat(get(browser, "/oauth2/authorization/devolution").body())
                    .contains("<title>%s – PSC Devolution</title>".formatted(wanted.getValue()));
        }
    }

    /**
     * A browser may still load a picture of the sign-in page while somebody signs in: such a request notes its time on
     * the session as it was.
     */
    @Test
    void aRequestThatBeganBeforeTheSignInAndEndsAfterItSignsNobodyOut() throws Exception {
        HttpClient browser = browser(Redirect.ALWAYS);
        get(
                HttpClient.newBuilder()
                        .cookieHandler(browser.cookieHandler().orElseThrow())
                        .build(),
                "/consultations");
        String cookie = ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore()
                .getCookies()
                .getFirst()
                .getValue();
        String session = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
        Runnable end = requestOf(session, sessions);
        issuer.nextSignIn("rpd-nw", "rpd-nw");
        get(browser, "/oauth2/authorization/devolution");
        end.run();

        assertThat(get(browser, "/").body()).contains("rpd-nw").contains("Programme");
        assertThat(sessions.findById(session))
                .as("nothing is left under the name from before")
                .isNull();
    }

    @Test
    void whoHasNoGroupIsNotAColleague() throws Exception {
        issuer.nextSignIn("stranger");
        HttpResponse<String> page = get(browser(Redirect.ALWAYS), "/oauth2/authorization/devolution");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Your sign-in has no role in this service");
    }

    @Test
    void groupsThatAreNoTaskGroupsOpenNothing() throws Exception {
        issuer.nextSignIn("outsider", "finance-everyone", "probation-staff", "all-users-nw");
        assertThat(get(browser(Redirect.ALWAYS), "/oauth2/authorization/devolution")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api(issuer.bearer("outsider", "finance-everyone", "probation-staff", "all-users-nw"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNameThatComesWithAnotherAccountIsRefusedAndAudited() throws Exception {
        assertThat(api(issuer.bearerOf("account-1", "keeps-the-name", "hr-nw")).statusCode())
                .isEqualTo(200);
        assertThat(api(issuer.bearerOf("account-2", "keeps-the-name", "psc-service-owner"))
                        .statusCode())
                .isEqualTo(401);
        issuer.nextSignInOf("account-2", "keeps-the-name", "psc-service-owner");
        assertThat(get(browser(Redirect.ALWAYS), "/oauth2/authorization/devolution")
                        .body())
                .contains("You could not be signed in");
        assertThat(api(issuer.bearerOf("account-1", "another-name", "hr-nw")).statusCode())
                .isEqualTo(401);
        assertThat(jdbc.sql("SELECT actor FROM audit_entry WHERE action = 'SIGN_IN_REFUSED' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("keeps-the-name", "keeps-the-name", "another-name");
    }

    @Test
    void thereAreNoLocalUsers() throws Exception {
        HttpRequest basic = request("/api/handovers")
                .header("Authorization", "Basic cHNjLXNlcnZpY2Utb3duZXI6cHNjLXNlcnZpY2Utb3duZXI=")
                .build();
        assertThat(send(HttpClient.newHttpClient(), basic).statusCode()).isEqualTo(401);
        assertThat(get(browser(Redirect.NEVER), "/sign-in").body())
                .doesNotContain("password")
                .contains("Sign in with your work account");
    }

    @Test
    void theApiTakesBearerTokensForItself() throws Exception {
        assertThat(api(issuer.bearer("hr-nw", "hr-nw")).statusCode()).isEqualTo(200);
        assertThat(api(issuer.bearer("stranger")).statusCode()).isEqualTo(403);
        assertThat(api(issuer.bearerFor("another-service", 60)).statusCode()).isEqualTo(401);
        assertThat(api(issuer.bearerFor("psc-devolution", -120)).statusCode()).isEqualTo(401);
        assertThat(api("Bearer nonsense").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionNeverAuthorisesTheApi() throws Exception {
        HttpClient browser = browser(Redirect.ALWAYS);
        issuer.nextSignIn("psc-service-owner", "psc-service-owner");
        HttpResponse<String> page = get(browser, "/oauth2/authorization/devolution");
        String csrf = csrf(page);

        assertThat(get(browser, "/").statusCode()).isEqualTo(200);
        assertThat(get(browser, "/api/handovers").statusCode()).isEqualTo(401);
        HttpRequest.Builder launch = request("/api/programmes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LAUNCH));
        assertThat(send(browser, launch.build()).statusCode()).isEqualTo(401);
        assertThat(send(browser, launch.header("X-CSRF-TOKEN", csrf).build()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormNeedsItsToken() throws Exception {
        HttpClient browser = browser(Redirect.NEVER);
        issuer.nextSignIn("hr-nw", "hr-nw");
        HttpClient sameSession = HttpClient.newBuilder()
                .cookieHandler(browser.cookieHandler().orElseThrow())
                .followRedirects(Redirect.ALWAYS)
                .build();
        String csrf = csrf(get(sameSession, "/oauth2/authorization/devolution"));

        HttpResponse<String> forged = form(browser, "/consultation-stage", "region=NW");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("out of date");
        String asked =
                form(browser, "/consultation-stage", "region=NW&_csrf=" + csrf).body();
        String checked = asked.replaceAll("(?s).*name=\"checked\" value=\"([^\"]*)\".*", "$1");
        assertThat(form(browser, "/consultation-stage", "region=NW&checked=%s&_csrf=%s".formatted(checked, csrf))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aPageOfAnotherSiteCannotPostToTheApi() throws Exception {
        String bearer = issuer.bearer("psc-service-owner", "psc-service-owner");
        HttpRequest.Builder forged = request("/api/programmes")
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LAUNCH));

        HttpResponse<String> answer = send(
                HttpClient.newHttpClient(),
                forged.copy().header("Sec-Fetch-Site", "cross-site").build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("another site");
        assertThat(send(
                                HttpClient.newHttpClient(),
                                forged.copy()
                                        .setHeader("Sec-Fetch-Site", "same-site")
                                        .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                HttpClient.newHttpClient(),
                                forged.copy()
                                        .header("Origin", "https://evil.example")
                                        .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                HttpClient.newHttpClient(),
                                forged.copy()
                                        .header("Origin", "http://127.0.0.1:" + port)
                                        .build())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void pagesCarryTheHeadersThatProtectThem() throws Exception {
        var headers = get(browser(Redirect.NEVER), "/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "frame-ancestors 'none'",
                        "form-action 'self' " + issuer.uri())
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(get(browser(Redirect.NEVER), "/consultations")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .startsWith("devolution-session=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void pagesHoldNoInlineScript() throws Exception {
        assertThat(get(browser(Redirect.NEVER), "/sign-in").body())
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("style=");
    }

    @Test
    void theDesignSystemsFilesAreThere() throws Exception {
        for (String file : new String[] {
            "/govuk/govuk-frontend.min.css",
            "/govuk/govuk-frontend.min.js",
            "/assets/fonts/bold-b542beb274-v2.woff2",
            "/console/console.css",
            "/console/console.js",
            "/console/icon.svg"
        }) {
            assertThat(get(browser(Redirect.NEVER), file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void onlyHealthIsOpenOnTheActuator() throws Exception {
        HttpClient anybody = HttpClient.newHttpClient();
        assertThat(send(anybody, actuator("/actuator/health").build()).statusCode())
                .isIn(200, 503);
        assertThat(send(anybody, actuator("/actuator/metrics").build()).statusCode())
                .isEqualTo(401);
        assertThat(send(
                                anybody,
                                actuator("/actuator/metrics")
                                        .header("Authorization", issuer.bearer("hr-nw", "hr-nw"))
                                        .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                anybody,
                                actuator("/actuator/metrics")
                                        .header(
                                                "Authorization",
                                                issuer.bearer("psc-service-owner", "psc-service-owner"))
                                        .build())
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(
                                anybody,
                                actuator("/actuator/env")
                                        .header(
                                                "Authorization",
                                                issuer.bearer("psc-service-owner", "psc-service-owner"))
                                        .build())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void signingOutEndsTheSessionAtTheIssuerToo() throws Exception {
        HttpClient follows = browser(Redirect.ALWAYS);
        issuer.nextSignIn("rpd-nw", "rpd-nw");
        String csrf = csrf(get(follows, "/oauth2/authorization/devolution"));
        HttpClient sameSession = HttpClient.newBuilder()
                .cookieHandler(follows.cookieHandler().orElseThrow())
                .followRedirects(Redirect.NEVER)
                .build();

        assertThat(form(sameSession, "/sign-out", "_csrf=" + csrf)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith(issuer.uri() + "/end");
        assertThat(get(sameSession, "/").statusCode()).isEqualTo(302);
    }

    /** A request that has begun, and what it does when it ends. */
    private static <S extends Session> Runnable requestOf(String session, SessionRepository<S> sessions) {
        S before = sessions.findById(session);
        before.setLastAccessedTime(before.getLastAccessedTime().plusMillis(1));
        return () -> sessions.save(before);
    }

    private static HttpClient browser(Redirect redirect) {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(redirect)
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpRequest.Builder actuator(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return send(client, request(path).build());
    }

    private HttpResponse<String> api(String authorization) throws Exception {
        return send(
                HttpClient.newHttpClient(),
                request("/api/handovers").header("Authorization", authorization).build());
    }

    private HttpResponse<String> form(HttpClient client, String path, String body) throws Exception {
        return send(
                client,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
