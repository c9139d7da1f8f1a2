package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {
    private static final int WEB = 8080;
    private static final int ENGINE = 8088;
    private static final int ACTUATOR = 9600;
    private static final int CONSOLE = 8090;

    /** One example of each route that is not open to everybody. */
    private static final List<String> GUARDED = List.of(
            "/v1/variables/search",
            "/v1/tasks/2251799813685300/assign",
            "/v1/tasks/2251799813685300/variables/search",
            "/v1/process-instances/search",
            "/api/process-instances",
            "/api/process-instances/2251799813685300/operation",
            "/api/process-instances/batch-operation",
            "/v2/process-instances",
            "/v2/user-tasks/2251799813685300/completion",
            "/graphql",
            "/v1/external/process/regional-programme/start",
            "/v1/internal/processes/2251799813685300",
            "/operate/processes");

    @TempDir
    Path folder;

    private LocalToken token;
    private FrontDoor door;

    @BeforeEach
    void aDoor() throws IOException {
        OwnersFile.write(folder.resolve("token"), "0123456789abcdef");
        token = new LocalToken(folder.resolve("token"));
        door = new FrontDoor(WEB, ENGINE, CONSOLE, token);
    }

    @Test
    void noSecondSpellingOfAGuardedAddressComesIn() {
        for (String path : GUARDED) {
            for (String spelling : spellings(path)) {
                assertThat(status(ENGINE, "POST", spelling, token.header()))
                        .as(spelling)
                        .isEqualTo(400);
                assertThat(status(WEB, "POST", spelling)).as(spelling).isEqualTo(400);
            }
        }
    }

    @Test
    void anotherCaseOrATrailingSlashIsAnAddressThatNobodyMayAskFor() {
        for (String path : GUARDED) {
            for (String spelling : Set.of(
                    path.toUpperCase(Locale.ROOT),
                    path.replaceFirst("v1", "V1")
                            .replaceFirst("api", "Api")
                            .replaceFirst("operate", "Operate")
                            .replaceFirst("v2", "V2"),
                    path + "/")) {
                if (!spelling.equals(path) && !spelling.startsWith("/operate")) {
                    assertThat(WebAppRights.of("POST", spelling)).as(spelling).isEqualTo(WebAppRights.NOBODY);
                    assertThat(status(WEB, "POST", spelling)).as(spelling).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void whatThePagesAskForComesIn() {
        assertThat(status(WEB, "GET", "/")).isZero();
        assertThat(status(WEB, "GET", "/tasklist/")).isZero();
        assertThat(status(WEB, "GET", "/tasklist/assets/index-DgxKnUTT.js")).isZero();
        assertThat(status(WEB, "GET", "/operate/processes/2251799813685300")).isZero();
        assertThat(status(WEB, "POST", "/api/login")).isZero();
        assertThat(status(
                        WEB,
                        "POST",
                        "/v1/tasks/search",
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Origin",
                        "http://localhost:8080"))
                .isZero();
        assertThat(status(WEB, "GET", "/tasklist", "Host", "127.0.0.1:8080")).isZero();
        assertThat(status(WEB, "GET", "/tasklist", "Host", "[::1]:8080")).isZero();
        assertThat(status(WEB, "GET", "/tasklist", "Host", "LOCALHOST:8080")).isZero();
    }

    @Test
    void otherNamesOfThisMachineAreNotTaken() {
        for (String host : new String[] {
            "attacker.example",
            "attacker.example:8080",
            "localhost.attacker.example",
            "localhost.",
            "localhost:8080@attacker.example",
            "127.0.0.1.nip.io",
            "127.0.0.2",
            "0.0.0.0:8080",
            "[::]",
            "",
            " localhost",
            "localhost:8080,attacker.example",
            null
        }) {
            for (int port : new int[] {WEB, ENGINE, ACTUATOR}) {
                assertThat(status(port, "GET", "/tasklist", "Host", host, "Authorization", token.header()))
                        .as("%s on %d", host, port)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void pagesOfOtherSitesAskForNothing() {
        for (String origin : new String[] {
            "http://attacker.example",
            "https://localhost:8080",
            "http://localhost",
            "http://localhost:3000",
            "http://127.0.0.1:8080",
            "null",
            ""
        }) {
            assertThat(status(WEB, "POST", "/v1/tasks/search", "Origin", origin))
                    .as(origin)
                    .isEqualTo(403);
            assertThat(status(
                            ENGINE,
                            "POST",
                            "/v2/process-instances",
                            "Host",
                            "localhost:8088",
                            "Origin",
                            origin,
                            "Authorization",
                            token.header()))
                    .as(origin)
                    .isEqualTo(403);
        }
        for (String site : new String[] {"cross-site", "same-site", "anything"}) {
            assertThat(status(WEB, "POST", "/v1/tasks/search", "Sec-Fetch-Site", site))
                    .isEqualTo(403);
            assertThat(status(
                            WEB,
                            "GET",
                            "/v1/tasks/1",
                            "Sec-Fetch-Site",
                            site,
                            "Sec-Fetch-Mode",
                            "no-cors",
                            "Sec-Fetch-Dest",
                            "image"))
                    .isEqualTo(403);
            assertThat(status(
                            WEB,
                            "GET",
                            "/tasklist",
                            "Sec-Fetch-Site",
                            site,
                            "Sec-Fetch-Mode",
                            "navigate",
                            "Sec-Fetch-Dest",
                            "iframe"))
                    .isEqualTo(403);
            assertThat(status(
                            WEB,
                            "POST",
                            "/api/login",
                            "Sec-Fetch-Site",
                            site,
                            "Sec-Fetch-Mode",
                            "navigate",
                            "Sec-Fetch-Dest",
                            "document"))
                    .isEqualTo(403);
            assertThat(status(
                            WEB,
                            "GET",
                            "/tasklist/2251799813685300",
                            "Sec-Fetch-Site",
                            site,
                            "Sec-Fetch-Mode",
                            "navigate",
                            "Sec-Fetch-Dest",
                            "document"))
                    .as("a link from the console")
                    .isZero();
        }
    }

    @Test
    void onlyAPageOfTheConsoleBringsATicket() {
        assertThat(status(
                        WEB, "POST", "/from-console", "Origin", "http://localhost:8090", "Sec-Fetch-Site", "same-site"))
                .isZero();
        assertThat(status(WEB, "POST", "/from-console", "Origin", "http://localhost:8090"))
                .as("a browser that does not say from where")
                .isZero();
        for (String origin : new String[] {
            null,
            "",
            "null",
            "http://attacker.example",
            "http://attacker.example:8090",
            "http://localhost",
            "http://localhost:3000",
            "http://localhost:8080",
            "http://localhost:80900",
            "http://127.0.0.1:8090",
            "https://localhost:8090",
            "http://localhost:8090/",
            "http://localhost:8090.attacker.example"
        }) {
            assertThat(status(WEB, "POST", "/from-console", "Origin", origin))
                    .as(origin)
                    .isEqualTo(403);
        }
        for (String site : new String[] {"cross-site", "same-origin", "none", ""}) {
            assertThat(status(WEB, "POST", "/from-console", "Origin", "http://localhost:8090", "Sec-Fetch-Site", site))
                    .as(site)
                    .isEqualTo(403);
        }
        for (String method : new String[] {"GET", "HEAD", "PUT", "OPTIONS"}) {
            assertThat(status(WEB, method, "/from-console", "Origin", "http://localhost:8090"))
                    .as(method)
                    .isEqualTo(403);
        }
        assertThat(status(
                        WEB,
                        "POST",
                        "/from-console",
                        "Origin",
                        "http://localhost:8090",
                        "Host",
                        "attacker.example:8080"))
                .isEqualTo(403);
        assertThat(status(WEB, "POST", "/from-console/", "Origin", "http://localhost:8090"))
                .isEqualTo(403);
        assertThat(status(WEB, "POST", "/v1/tasks/search", "Origin", "http://localhost:8090"))
                .as("the console may ask for nothing else")
                .isEqualTo(403);
        assertThat(status(ENGINE, "POST", "/from-console", "Origin", "http://localhost:8090"))
                .isEqualTo(403);
    }

    @Test
    void theEngineAndTheActuatorWantTheToken() {
        for (String wrong : new String[] {
            null,
            "",
            "Basic",
            "Bearer 0123456789abcdef",
            "0123456789abcdef",
            token.header() + "x",
            token.header().toLowerCase(Locale.ROOT)
        }) {
            assertThat(status(ENGINE, "POST", "/v2/process-instances", wrong))
                    .as(wrong)
                    .isEqualTo(401);
            assertThat(status(ACTUATOR, "GET", "/actuator/health", wrong))
                    .as(wrong)
                    .isEqualTo(401);
            assertThat(status(4711, "GET", "/tasklist", wrong))
                    .as("a port that nobody thought of")
                    .isEqualTo(401);
        }
        assertThat(status(ENGINE, "POST", "/v2/process-instances", token.header()))
                .isZero();
        assertThat(status(ACTUATOR, "GET", "/actuator/health", token.header())).isZero();
        assertThat(status(ENGINE, "POST", "/v1/tasks/search", token.header()))
                .as("the web apps are not on the engine's port")
                .isEqualTo(403);
    }

    @Test
    void theTokenOpensNothingOnThePortOfTheWebApps() {
        assertThat(status(WEB, "POST", "/v2/process-instances", token.header())).isEqualTo(403);
    }

    private static Set<String> spellings(String path) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 1; i < path.length(); i++) {
            String encoded = "%%%02x".formatted((int) path.charAt(i));
            all.add(path.substring(0, i) + encoded + path.substring(i + 1));
            all.add(path.substring(0, i) + encoded.toUpperCase(Locale.ROOT) + path.substring(i + 1));
            all.add(path.substring(0, i) + encoded.replace("%", "%25") + path.substring(i + 1));
            all.add(path.substring(0, i) + encoded.replace("%", "%2525") + path.substring(i + 1));
        }
        for (String ending : List.of(
                ";",
                ";x=y",
                ";jsessionid=1",
                "%00",
                "%20",
                "%0a",
                "%3f",
                "%23",
                "\\",
                "//",
                "/.",
                "/..",
                "/..;/",
                "/%2e",
                "?",
                "\u00e9",
                "\t",
                " ",
                "|",
                "^")) all.add(path + ending);
        int second = path.indexOf('/', 1);
        for (String between : List.of(
                "//",
                "/./",
                "/../",
                "/x/../",
                "/;/",
                "/;x=y/",
                "/%2e/",
                "/%2e%2e/",
                "/.;/",
                "%2f",
                "%5c",
                "\\",
                "/%252e/",
                "/...//")) {
            all.add(between + path.substring(1));
            if (second > 0) all.add(path.substring(0, second) + between + path.substring(second + 1));
        }
        if (second > 0) all.add(path.substring(0, second) + ";x=y" + path.substring(second));
        all.add(path.substring(1));
        all.add("http://localhost" + path);
        all.add("");
        return all;
    }

    private int status(int port, String method, String path) {
        return status(port, method, path, new HashMap<>());
    }

    private int status(int port, String method, String path, String authorization) {
        return status(port, method, path, "Authorization", authorization);
    }

    private int status(int port, String method, String path, String... headers) {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) sent.put(headers[i], headers[i + 1]);
        return status(port, method, path, sent);
    }

    /** 0 if the request is let in. */
    private int status(int port, String method, String path, Map<String, String> headers) {
        Map<String, String> sent = new HashMap<>(headers);
        if (!sent.containsKey("Host")) sent.put("Host", "localhost:8080");
        FrontDoor.Refusal refusal = door.refusal(port, method, path, sent::get);
        if (refusal != null) assertThat(refusal.reason()).endsWith(".").doesNotContain(token.word());
        return refusal == null ? 0 : refusal.status();
    }
}
