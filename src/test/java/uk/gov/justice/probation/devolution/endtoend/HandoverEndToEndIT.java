package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * South Central's programme on the real stack in a real browser: launched from Tasklist with the plan's own dates,
 * which are of the last months, so that every window is open and no timer waits, and one handover taken by each role
 * through all its forms to the end. Each step continues where the previous one ended.
 */
class HandoverEndToEndIT extends EndToEndStory {
    private static final String ROW = "H-SC-1";
    private static final RecentPlan PLAN = new RecentPlan(LocalDate.now());
    private static final LocalDate IN_THE_WINDOW = PLAN.day(LocalDate.of(2021, 11, 2));

    /** The plan's own day is accepted whatever day of the week or holiday it is. */
    private static final LocalDate AS_PLANNED = PLAN.day(RecentPlan.LAST_DUE);

    private static final long AWAY = 1_000_000;

    private long handoverId;
    private long handoverInstance;
    private YourWorkDelay delay;

    HandoverEndToEndIT() {
        super(
                "handover",
                "--devolution.local.launch-on-first-run=false",
                "--devolution.local.sample-cases=1000",
                "--devolution.handover.hypercare=0",
                "--devolution.programme.backstop=" + PLAN.day(RecentPlan.BACKSTOP));
    }

    @Test
    @Order(1)
    void theProgrammeOfficeLaunchesItsRegionFromTasklist() throws Exception {
        new ConsoleApi(product, "psc-service-owner").upload("/api/imports/plan", Map.of("file", PLAN.csv()));
        delay = YourWorkDelay.watch(product);
        try (TasklistSession office = tasklist("programme-sc")) {
            FilledForm form = office.startForm("Regional programme");
            form.select("Which region?", "South Central")
                    .choose("From which date does the plan count?", "Use the plan's own dates (replay)");
            office.picture("tasklist-start");
            assertThat(office.startProcess()).isPositive();
            new SentForAnother(product, "programme-sc")
                    .changesNothing(
                            "Task_ConfirmLaunch",
                            "regionSlug",
                            "sc",
                            Map.of(
                                    "launchAnswer",
                                    "LAUNCH",
                                    "regionCode",
                                    "GM",
                                    "regionSlug",
                                    "gm",
                                    "baseDate",
                                    "2021-01-01",
                                    "confirmRefused",
                                    "nothing"));
            FilledForm confirm = office.claim("Task_ConfirmLaunch", "regionSlug", json("sc"))
                    .awaitWords("Confirm what you are starting")
                    .awaitWords("Your answer could not be accepted");
            assertThat(product.count("SELECT COUNT(*) FROM regional_programme WHERE region_code = 'SC'"))
                    .as("nothing is launched by the form")
                    .isZero();
            confirm.choose("Do you want to launch it?", "Yes, launch the programme of this region");
            office.picture("tasklist-confirm-start");
            office.complete();
        }
        try (TasklistSession manager = tasklist("psc-manager-liverpool")) {
            manager.eventually(
                    "the inventory of " + ROW, () -> manager.task("Task_ConfirmInventory", "planRowId", json(ROW)));
        }
        handoverId = product.count("SELECT id FROM handover WHERE plan_row_id = ?", ROW);
        handoverInstance =
                Long.parseLong(product.texts("SELECT process_instance_key FROM handover WHERE id = ?", handoverId)
                        .getFirst());
    }

    @Test
    @Order(2)
    void aRoleSeesOnlyItsOwnTasks() {
        try (TasklistSession other = tasklist("hr-nw")) {
            assertThat(other.openTaskNames()).isEmpty();
        }
        try (TasklistSession memberOfStaff = tasklist("PSCW002")) {
            assertThat(memberOfStaff.openTaskNames()).isEmpty();
            assertThat(memberOfStaff.mayOpen(product.operate())).isFalse();
        }
    }

    @Test
    @Order(3)
    void nobodyReadsOrTakesATaskThatIsNotTheirs() throws Exception {
        String task = inventoryTask();
        for (String other : List.of("PSCW002", "hr-nw", "psc-manager-wakefield")) {
            String cookie = RawRequest.signIn(product.port("web"), other);
            for (String request : List.of(
                    "GET /v1/tasks/%s",
                    "POST /v1/tasks/%s/variables/search",
                    "POST /v1/tasks/%s/variables",
                    "PATCH /v1/tasks/%s/assign",
                    "PATCH /v1/tasks/%s/unassign",
                    "PATCH /v1/tasks/%s/complete")) {
                assertThat(asked(request.formatted(task), cookie).status())
                        .as("%s by %s", request, other)
                        .isEqualTo(403);
            }
            for (String request : List.of(
                    "POST /graphql",
                    "POST /v2/user-tasks/%s/assignment",
                    "POST /v2/user-tasks/%s/completion",
                    "POST /v2/process-instances",
                    "POST /v2/messages/publication",
                    "DELETE /v1/internal/processes/%s",
                    "PATCH /v1/external/process/regional-programme/start")) {
                assertThat(asked(request.formatted(task), cookie).status())
                        .as("%s by %s", request, other)
                        .isEqualTo(403);
            }
        }
        String staff = RawRequest.signIn(product.port("web"), "PSCW002");
        for (String path : List.of(
                "/v1/variables/search",
                "/v1/%76ariables/search",
                "/v1/%2576ariables/search",
                "/v1//variables/search",
                "/v1/./variables/search",
                "/v1/x/../variables/search",
                "/v1/variables/search;x=y",
                "/v1;x=y/variables/search",
                "/v1/variables/search/",
                "/V1/variables/search",
                "/v1/variables%2fsearch",
                "/v1\\variables/search",
                "/api/process-instances",
                "/api/%70rocess-instances",
                "/v1/process-instances/search",
                "/v1/%70rocess-instances/search")) {
            assertThat(asked("POST " + path, staff).status()).as(path).isIn(400, 403, 404);
        }
        for (String path : List.of(
                "/operate",
                "/%6fperate",
                "/operate/processes",
                "//operate",
                "/api/process-instances/core-statistics")) {
            assertThat(asked("GET " + path, staff).status()).as(path).isIn(400, 403);
        }
        assertThat(asked("GET /v1/tasks/" + task, RawRequest.signIn(product.port("web"), "psc-manager-liverpool"))
                        .answer())
                .contains("200")
                .contains("\"assignee\":null");
    }

    @Test
    @Order(4)
    void whoIsNoOperatorLooksAtOperateAndChangesNothing() throws Exception {
        String hr = RawRequest.signIn(product.port("web"), "hr-sc");
        assertThat(asked("POST /v1/process-instances/search", hr).status()).isEqualTo(200);
        assertThat(asked("GET /api/authentications/user", hr).answer())
                .contains("\"read\"")
                .doesNotContain("\"write\"");
        for (String request : List.of(
                "POST /api/process-instances/%d/operation",
                "POST /api/process-instances/%d/modify",
                "POST /api/process-instances/batch-operation",
                "DELETE /v1/process-instances/%d",
                "DELETE /api/processes/%d")) {
            assertThat(asked(request.formatted(handoverInstance), hr)
                            .saying("{\"operationType\":\"CANCEL_PROCESS_INSTANCE\"}")
                            .status())
                    .as(request)
                    .isEqualTo(403);
        }
        assertThat(asked("GET /v1/process-instances/" + handoverInstance, hr).answer())
                .contains("\"state\":\"ACTIVE\"");
        assertThat(asked("GET /api/authentications/user", RawRequest.signIn(product.port("web"), "psc-service-owner"))
                        .answer())
                .contains("\"write\"");
    }

    @Test
    @Order(5)
    void onlyTheApplicationCommandsTheEngineAndReadsItsRecords() throws Exception {
        String token = product.token();
        for (String port : List.of("zeebe-rest", "camunda-actuator", "opensearch-http")) {
            String path = Map.of(
                            "zeebe-rest",
                            "/v2/topology",
                            "camunda-actuator",
                            "/actuator/health",
                            "opensearch-http",
                            "/_cat/indices")
                    .get(port);
            RawRequest request = RawRequest.of(product.port(port), "GET", path);
            assertThat(request.status()).as(port).isEqualTo(401);
            assertThat(request.with(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString("devolution:wrong".getBytes()))
                            .status())
                    .as(port)
                    .isEqualTo(401);
            assertThat(request.with("Authorization", token).status()).as(port).isEqualTo(200);
        }
        assertThat(RawRequest.of(product.port("zeebe-rest"), "POST", "/v2/process-instances")
                        .saying("{\"processDefinitionId\":\"regional-programme\"}")
                        .status())
                .isEqualTo(401);
        assertThat(RawRequest.of(product.port("zeebe-rest"), "GET", "/v2/topology")
                        .with("Authorization", token)
                        .with("Host", "attacker.example")
                        .status())
                .isEqualTo(403);
        assertThat(RawRequest.of(product.port("opensearch-http"), "POST", "/zeebe-*/_search")
                        .status())
                .isEqualTo(401);
        try (CamundaClient stranger = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + product.port("zeebe-grpc")))
                .preferRestOverGrpc(false)
                .build()) {
            assertThatThrownBy(() -> stranger.newTopologyRequest().send().join())
                    .hasMessageContaining("Only the application may ask for this");
            assertThatThrownBy(() -> stranger.newCancelInstanceCommand(handoverInstance)
                            .send()
                            .join())
                    .hasMessageContaining("Only the application may ask for this");
        }
        String cookie = RawRequest.signIn(product.port("web"), "demo");
        assertThat(asked("POST /v1/tasks/search", cookie).status()).isEqualTo(200);
        assertThat(asked("POST /v1/tasks/search", cookie)
                        .with("Origin", "http://attacker.example")
                        .status())
                .isEqualTo(403);
        assertThat(asked("POST /v1/tasks/search", cookie)
                        .with("Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(asked("POST /v1/tasks/search", cookie)
                        .with("Host", "attacker.example")
                        .status())
                .isEqualTo(403);
        assertThat(asked("GET /tasklist", cookie).answer()).contains("img-src 'self' data:;");
        String word = product.tokenWord();
        assertThat(product.commandLines()).hasSizeGreaterThan(3).noneMatch(line -> line.contains(word));
        try (Stream<Path> logs = Files.list(product.logs())) {
            for (Path log : logs.toList())
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(word);
        }
    }

    private RawRequest asked(String request, String cookie) {
        String[] words = request.split(" ");
        return RawRequest.of(product.port("web"), words[0], words[1]).with("Cookie", cookie);
    }

    private String inventoryTask() throws Exception {
        return new TasklistApi(product, "psc-manager-liverpool")
                .open("Task_ConfirmInventory")
                .getFirst()
                .path("id")
                .asText();
    }

    @Test
    @Order(6)
    void whoHasSignedInToTheConsoleOpensTasklistAndOperateWithoutAPassword() throws Exception {
        String task = product.tasklist() + "/" + theInventory();
        try (ConsoleSession manager = console("psc-manager-liverpool")) {
            manager.open("/work?q=" + ROW).followTo(task, "Assign to me");
            assertThat(manager.address()).isEqualTo(task);
            manager.open("/handovers/" + handoverId)
                    .followTo(product.operate() + "/processes/" + handoverInstance, "Service handover");
            assertThat(manager.userOfTasklist()).contains("psc-manager-liverpool");

            manager.open("/messages").press("Sign out");
            manager.awaitPassword(task);
        }
        List<String> tickets = new ArrayList<>();
        try (ConsoleSession manager = new ConsoleSession(product, chromium.browser(), "psc-manager-liverpool", false);
                ConsoleSession another = console("hr-sc")) {
            manager.open("/open/tasklist/" + theInventory());
            tickets.add(manager.value("ticket"));
            manager.pressTo("Continue to Tasklist", task);
            assertThat(manager.address()).as("without scripts").isEqualTo(task);
            assertThat(manager.userOfTasklist()).contains("psc-manager-liverpool");

            String owner = "devolution-session=" + manager.cookie("devolution-session");
            String stranger = "devolution-session=" + another.cookie("devolution-session");
            assertThat(brings(tickets.getFirst(), owner).answer())
                    .as("brought twice")
                    .contains(" 403 ", "used up");
            for (RawRequest attack : List.of(
                    brings(newTicket(manager, tickets), stranger),
                    brings(newTicket(manager, tickets), "none=1"),
                    brings(newTicket(manager, tickets), owner).with("Origin", "http://attacker.example"),
                    brings(newTicket(manager, tickets), owner).with("Origin", product.webApps()),
                    brings(newTicket(manager, tickets), owner).with("Host", "attacker.example"),
                    brings(newTicket(manager, tickets), owner).with("Sec-Fetch-Site", "cross-site"),
                    brings("", owner),
                    inTheAddress("POST", newTicket(manager, tickets), owner),
                    inTheAddress("GET", newTicket(manager, tickets), owner))) {
                assertThat(attack.status()).as(attack.toString()).isEqualTo(403);
            }
            String before = RawRequest.signIn(product.port("web"), "hr-sc");
            String answer =
                    brings(newTicket(manager, tickets), owner + "; " + before).answer();
            assertThat(answer).contains(" 303 ", "Location: /tasklist/" + theInventory());
            Matcher given =
                    Pattern.compile("(?m)^Set-Cookie: ([A-Z]+-SESSION=[^;]+)").matcher(answer);
            assertThat(given.find()).isTrue();
            assertThat(before).as("a session from before").doesNotContain(given.group(1));
            assertThat(asked("GET /v1/internal/users/current", given.group(1)).answer())
                    .contains("psc-manager-liverpool");
            assertThat(asked("POST /v1/tasks/search", before).status()).isEqualTo(401);
        }
        try (Stream<Path> logs = Files.list(product.logs())) {
            for (Path log : logs.toList())
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(tickets);
        }
        assertThat(product.output()).doesNotContain(tickets);
    }

    private String theInventory() throws Exception {
        return product.texts(
                        "SELECT task_key FROM open_task WHERE about = ? AND element_id = 'Task_ConfirmInventory'",
                        "handover/" + handoverId)
                .getFirst();
    }

    private String newTicket(ConsoleSession whose, List<String> all) throws Exception {
        all.add(whose.open("/open/tasklist/" + theInventory()).value("ticket"));
        return all.getLast();
    }

    private RawRequest brings(String ticket, String cookies) {
        return RawRequest.of(product.port("web"), "POST", "/from-console")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Origin", product.console())
                .with("Cookie", cookies)
                .saying("ticket=" + ticket);
    }

    private RawRequest inTheAddress(String method, String ticket, String cookies) {
        return RawRequest.of(product.port("web"), method, "/from-console?ticket=" + ticket)
                .with("Origin", product.console())
                .with("Cookie", cookies)
                .saying("");
    }

    @Test
    @Order(7)
    void anAnswerThatIsSentForAnotherHandoverChangesNothingAndTheTaskComesAgain() throws Exception {
        new SentForAnother(product, "psc-manager-liverpool")
                .changesNothing(
                        "Task_ConfirmInventory",
                        "handoverId",
                        handoverId,
                        Map.of(
                                "inventoryAnswer",
                                "CONFIRM",
                                "handoverId",
                                handoverId + 1,
                                "regionSlug",
                                "gm",
                                "planRowId",
                                "H-GM-1",
                                "inventoryRefused",
                                "nothing",
                                "readiness",
                                "READY"));
    }

    @Test
    @Order(8)
    void theReleasingManagerConfirmsTheInventory() {
        try (TasklistSession manager = tasklist("psc-manager-liverpool")) {
            FilledForm form = manager.claim("Task_ConfirmInventory", "handoverId", id());
            assertThat(form.words()).contains("South Central").contains("Region:");
            manager.picture("tasklist-task");
            form.choose("Is it right?", "Yes, this is what we hand over");
            manager.complete();
        }
    }

    @Test
    @Order(9)
    void theChangeLeadAndHrAnswerTheGates() throws Exception {
        aCaseChanges();
        try (TasklistSession changeLead = tasklist("change-sc")) {
            FilledForm briefing = changeLead.claim("Task_Briefing", "handoverId", id());
            if (briefing.tickAll("Tick everybody who has been briefed")) {
                briefing.date("When were they briefed?", IN_THE_WINDOW);
            }
            changeLead.complete();
            changeLead
                    .claim("Task_Eqip", "handoverId", id())
                    .text("EQIP reference", "EQIP-SC-0042")
                    .date("When was it published?", IN_THE_WINDOW);
            changeLead.complete();
        }
        try (TasklistSession hr = tasklist("hr-sc")) {
            hr.claim("Task_Recruitment", "handoverId", id()).number("How many are in post?", 999);
            hr.complete();
        }
    }

    @Test
    @Order(10)
    void theHeadOfOperationsDecidesToGo() {
        try (TasklistSession head = tasklist("head-of-operations-sc")) {
            FilledForm form = head.claim("Task_Decide", "handoverId", id());
            form.choose("What do you decide?", "Go: move the service on the date below")
                    .date("On which day does it move?", AS_PLANNED)
                    .understand();
            head.complete();
        }
    }

    @Test
    @Order(11)
    void theDataLeadDecidesOnTheCaseThatChanged() {
        try (TasklistSession dataLead = tasklist("data-lead-sc")) {
            FilledForm form = dataLead.claim("Task_Exceptions", "handoverId", id());
            try (ConsoleSession console = console("data-lead-sc")) {
                console.open("/handovers/%d/exceptions".formatted(handoverId))
                        .leaveEveryException("Transferred out by hand.");
            }
            form.choose("What do you want to do?", "I have decided on every case in the list");
            dataLead.complete();
        }
    }

    @Test
    @Order(12)
    void bothOwnersSign() {
        try (TasklistSession releasing = tasklist("psc-manager-liverpool")) {
            releasing
                    .claim("Task_SignReleasing", "handoverId", id())
                    .choose("Do you sign?", "Yes, I sign for my unit")
                    .understand();
            releasing.complete();
        }
        try (TasklistSession receiving = tasklist("head-of-operations-sc")) {
            receiving
                    .claim("Task_SignReceiving", "handoverId", id())
                    .choose("Do you sign?", "Yes, I sign for my unit")
                    .understand();
            receiving.complete();
        }
    }

    @Test
    @Order(13)
    void anIncidentIsSeenAndRetriedInOperate() throws Exception {
        try (OperateSession manager = new OperateSession(product, chromium.browser(), "demo")) {
            try (TasklistSession head = tasklist("head-of-operations-sc")) {
                FilledForm form = head.claim("Task_Review", "handoverId", id());
                manager.awaitActive(handoverInstance, "Task_Review");
                manager.watch(handoverInstance);
                manager.picture("operate-instance");
                form.choose("What do you find?", "The service is stable");
                theHandoverIsAway(true);
                head.complete();
            }
            assertThat(manager.awaitIncident(handoverInstance).strip())
                    .isEqualTo(
                            "There is no handover %d in the database. Check that the engine and the database belong together"
                                    .formatted(handoverId));
            manager.watch(handoverInstance);
            manager.picture("operate-incident");
            theHandoverIsAway(false);
            manager.retryInstance(handoverInstance);
            manager.awaitState(handoverInstance, "COMPLETED");
        }
    }

    @Test
    @Order(14)
    void theDirectorNotesTheDelay() {
        try (TasklistSession director = tasklist("rpd-sc")) {
            JsonNode task = director.eventually(
                    "a delay to note", () -> director.task("Task_NoteOverdue", "regionSlug", json("sc")));
            assertThat(task.path("name").asText()).isEqualTo("Note the delay");
            director.claim("Task_NoteOverdue", "regionSlug", json("sc"))
                    .paragraph("What is being done about it?", "The region has been asked for a date.");
            director.complete();
        }
    }

    @Test
    @Order(15)
    void whoDecidedWhatIsKept() throws Exception {
        assertThat(product.count(
                        "SELECT COUNT(*) FROM handover WHERE id = ? AND state = 'CLOSED' AND in_scope = moved + left_behind AND left_behind = 1",
                        handoverId))
                .isOne();
        assertThat(product.count(
                        "SELECT COUNT(*) FROM handover_decision WHERE handover_id = ? AND step = 'DECISION' AND outcome = 'GO' AND made_by = 'head-of-operations-sc'",
                        handoverId))
                .isOne();
        try (ConsoleSession console = console("psc-service-owner")) {
            assertThat(console.open("/handovers/" + handoverId).words())
                    .contains("Closed")
                    .contains("head-of-operations-sc");
            console.picture("console-handover");
            console.open("/").picture("console-programme");
        }
        System.out.println(delay.inWords());
        delay.close();
    }

    private String id() {
        return String.valueOf(handoverId);
    }

    /** Somebody works on one of the cases after the inventory was taken. */
    private void aCaseChanges() throws Exception {
        try (Connection database = product.database();
                PreparedStatement change = database.prepareStatement("""
        UPDATE case_service SET last_changed = UTC_TIMESTAMP(3)
        WHERE id = (SELECT MIN(case_service_id) FROM handover_item WHERE handover_id = ?)""")) {
            change.setLong(1, handoverId);
            assertThat(change.executeUpdate()).isOne();
        }
    }

    /** As if the wrong backup had been restored: the engine knows a handover that the database does not. */
    private void theHandoverIsAway(boolean away) throws Exception {
        try (Connection database = product.database();
                PreparedStatement unchecked = database.prepareStatement("SET foreign_key_checks = 0");
                PreparedStatement move = database.prepareStatement("UPDATE handover SET id = ? WHERE id = ?")) {
            unchecked.execute();
            move.setLong(1, away ? handoverId + AWAY : handoverId);
            move.setLong(2, away ? handoverId : handoverId + AWAY);
            assertThat(move.executeUpdate()).isOne();
        }
    }
}
