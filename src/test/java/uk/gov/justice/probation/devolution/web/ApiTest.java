package uk.gov.justice.probation.devolution.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The contract of the API: what it answers, and how it refuses. */
@ConsoleTest
class ApiTest {
    private static final String OWNER = Colleague.SERVICE_OWNER;
    private static final String ALL =
            "{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\",\"YATH\",\"EM\",\"GM\",\"SC\"]}";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TakingInventory inventory;

    @BeforeEach
    void plan() throws Exception {
        SomePlan.importInto(http);
    }

    @Test
    void launchingTheProgrammeAnswersWithEveryRow() throws Exception {
        String location = launch(ALL, OWNER)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.baseDate").value(TODAY.toString()))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        call(get(location), "hr-nw")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.launchedBy").value(OWNER))
                .andExpect(jsonPath("$.regions", hasSize(5)))
                .andExpect(jsonPath("$.regions[0].region.name").value("North West"))
                .andExpect(jsonPath("$.regions[0].state").value("RUNNING"))
                .andExpect(jsonPath("$.regions[*].handovers[*].planRowId", hasSize(47)));
    }

    @Test
    void aSecondLaunchOfARunningRegionIsAConflict() throws Exception {
        launch(ALL, OWNER).andExpect(status().isCreated());
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"GM\"]}", OWNER)
                .andExpect(problem(409, "already running"));
    }

    @Test
    void everyReasonAgainstALaunchIsGiven() throws Exception {
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"GM\",\"ATLANTIS\",\"LONDON\"]}", OWNER)
                .andExpect(problem(422, "'ATLANTIS' is not a region"))
                .andExpect(jsonPath("$.reasons", hasSize(2)));
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[]}", OWNER)
                .andExpect(problem(422, "Name at least one region"))
                .andExpect(jsonPath("$.errors[0].field").value("regions"));
        launch("{}", OWNER).andExpect(problem(422, "Name at least one region"));
        launch("{\"regions\":[\"NW\"]}", OWNER)
                .andExpect(problem(422, "baseDate: Give the day on which the plan's first window opens"));
        launch("{\"basedate\":\"2026-11-23\",\"regions\":[\"NW\"]}", OWNER)
                .andExpect(problem(400, "basedate: there is no such property here. It accepts baseDate, regions"));
    }

    @Test
    void aLaunchIsForThoseWhoRunTheRegionsProgramme() throws Exception {
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\"]}", "programme-gm")
                .andExpect(problem(403, "You may not launch"));
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\"]}", "hr-nw")
                .andExpect(problem(403, "Only the PSC Service Owner, Programme office can do this"));
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\"]}", "programme-nw")
                .andExpect(status().isCreated());
    }

    @Test
    void aBodyThatCannotBeReadIsRefusedWithThePlace() throws Exception {
        launch("{\"baseDate\":\"2026-13-01\",\"regions\":[\"NW\"]}", OWNER)
                .andExpect(problem(400, "baseDate: '2026-13-01' is not a date"));
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":{}}", OWNER).andExpect(problem(400, "regions"));
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\"", OWNER).andExpect(problem(400, "line 1"));
        launch("", OWNER).andExpect(problem(400, "missing"));
    }

    @Test
    void whatDoesNotExistIsSaidSo() throws Exception {
        call(get("/api/nothing"), OWNER).andExpect(problem(404, "There is nothing at GET /api/nothing"));
        call(get("/api/programmes/77"), OWNER).andExpect(problem(404, "no programme 77"));
        call(get("/api/programmes/seven"), OWNER).andExpect(problem(400, "'seven' is not a whole number"));
        call(get("/api/handovers/H-NW-1"), OWNER).andExpect(problem(404, "no handover H-NW-1"));
        call(get("/api/handovers?state=NOWHERE"), OWNER).andExpect(problem(400, "HYPERCARE"));
        call(put("/api/programmes"), OWNER)
                .andExpect(problem(405, "It accepts POST"))
                .andExpect(header().string("Allow", "POST"));
        call(post("/api/programmes").contentType("text/plain").content("x"), OWNER)
                .andExpect(problem(415, "It accepts application/json"));
        call(get("/api/handovers").accept("application/pdf"), OWNER).andExpect(problem(406, "application/json"));
        call(get("/api/audit"), OWNER).andExpect(problem(400, "Add the parameter subject"));
    }

    @Test
    void nobodyAndStrangersAreRefused() throws Exception {
        http.perform(get("/api/handovers")).andExpect(problem(401, "credentials"));
        http.perform(get("/api/nothing")).andExpect(problem(401, "credentials"));
        http.perform(get("/v3/api-docs")).andExpect(status().isUnauthorized());
    }

    @Test
    void handoversAreFoundByRegionServiceAndState() throws Exception {
        launch(ALL, OWNER).andExpect(status().isCreated());
        given.theHandover("H-GM-6").state("CLOSED").save();

        call(get("/api/handovers"), "change-em").andExpect(jsonPath("$", hasSize(47)));
        call(get("/api/handovers?region=NW&service=ALLOCATION"), "change-em")
                .andExpect(jsonPath("$[*].planRowId", contains("H-NW-1", "H-NW-2")));
        call(get("/api/handovers?state=CLOSED"), "change-em").andExpect(jsonPath("$[*].planRowId", contains("H-GM-6")));
    }

    @Test
    void oneHandoverTellsStateDueGatesCountsAndDecisions() throws Exception {
        var cases = new SomeCases(jdbc);
        cases.held(30, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        long id = cases.handover(
                "H-NW-1",
                "HANDOVER",
                "NW",
                "ALLOCATION",
                "FORMER_CRC_CASES",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 31),
                "BRIEFING");
        inventory.take(id);
        jdbc.sql("""
        REPLACE INTO handover_gate (handover_id, gate, met, answer, answered_by, answered_at)
        VALUES (?, 'BRIEFING', TRUE, 'All 5 briefed', 'change-nw', '2021-10-04 09:00:00')
        """).param(id).update();
        jdbc.sql("""
        INSERT INTO handover_decision (handover_id, step, outcome, readiness, reasons, new_date, made_by, made_at, task_instance)
        VALUES (?, 'DECISION', 'GO', 'GO', 'Every gate is met.', '2021-10-31', 'head-of-operations-nw', '2021-10-20 09:00:00', 1)
        """).param(id).update();

        call(get("/api/handovers/H-NW-1"), "hr-sc")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("INVENTORY"))
                .andExpect(jsonPath("$.due").value("2021-10-31"))
                .andExpect(jsonPath("$.counts.inScope").value(30))
                .andExpect(jsonPath("$.counts.moved").value(0))
                .andExpect(jsonPath("$.counts.left").value(0))
                .andExpect(jsonPath("$.gates[0].gate").value("BRIEFING"))
                .andExpect(jsonPath("$.gates[0].answer").value("All 5 briefed"))
                .andExpect(jsonPath("$.decisions[0].outcome").value("GO"))
                .andExpect(jsonPath("$.decisions[0].madeBy").value("head-of-operations-nw"))
                .andExpect(jsonPath("$.decisions[0].reasons").value("Every gate is met."));
    }

    @Test
    void aRowOfSeveralRegionsNeedsTheRegion() throws Exception {
        launch(ALL, OWNER).andExpect(status().isCreated());

        call(get("/api/handovers/M1"), OWNER).andExpect(problem(400, "NW, EM, GM, SC"));
        call(get("/api/handovers/M1?region=GM"), OWNER)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.region.code").value("GM"));
        call(get("/api/handovers/M1?region=YATH"), OWNER).andExpect(problem(404, "in the region YATH"));
        call(get("/api/handovers/M4"), OWNER).andExpect(status().isOk());
    }

    @Test
    void importsNameEveryBadRow() throws Exception {
        String csv = new String(SomePlan.csv(), StandardCharsets.UTF_8)
                .replace("M1,SITE_MOVE,NW|EM|GM|SC", "M1,SITE_MOVE,NW|XX")
                .replace("H-NW-3,HANDOVER", "H-NW-3,HANDOVERS");
        take("plan", csv, OWNER)
                .andExpect(problem(422, "Nothing in it was imported"))
                .andExpect(jsonPath("$.file").value("plan"))
                .andExpect(jsonPath("$.badRows[*].line", hasItems(2, 8)))
                .andExpect(jsonPath("$.badRows[0].reason").isNotEmpty())
                .andExpect(jsonPath("$.badRows[0].column").exists());
        take("pictures", csv, OWNER)
                .andExpect(problem(
                        404, "case-services, cases, crn-merges, event-moves, experience, order-types, pdus, plan"));
        call(multipart("/api/imports/plan"), OWNER)
                .andExpect(status().is4xxClientError())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        call(post("/api/imports/plan").contentType("text/csv").content(csv), OWNER)
                .andExpect(problem(415, "multipart/form-data"));
    }

    @Test
    void theAuditIsReadByThoseWhoMay() throws Exception {
        launch("{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\"]}", OWNER).andExpect(status().isCreated());
        String subject = jdbc.sql("SELECT subject FROM audit_entry WHERE action = 'PROGRAMME_LAUNCHED'")
                .query(String.class)
                .single();

        for (String reader : new String[] {OWNER, "data-lead-nw", "head-of-operations-nw", "rpd-nw"}) {
            call(get("/api/audit").param("subject", subject), reader)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$[0].actor").value(OWNER))
                    .andExpect(jsonPath("$[0].facts.region").value("NW"));
        }
        for (String other : new String[] {"hr-nw", "data-lead-gm", "rpd-gm"}) {
            call(get("/api/audit").param("subject", subject), other)
                    .andExpect(problem(403, "Only the PSC Service Owner"));
        }
        call(get("/api/audit?subject=handover/4711"), "rpd-gm")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(0)));
        call(get("/api/audit?subject=handover/4711"), "hr-gm").andExpect(status().isForbidden());
    }

    @Test
    void theDescriptionCoversEveryCall() throws Exception {
        call(get("/v3/api-docs"), "hr-nw")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/programmes'].post").exists())
                .andExpect(jsonPath("$.paths['/api/programmes/{id}'].get").exists())
                .andExpect(jsonPath("$.paths['/api/handovers'].get").exists())
                .andExpect(jsonPath("$.paths['/api/handovers/{planRowId}'].get").exists())
                .andExpect(jsonPath("$.paths['/api/imports/{file}'].post").exists())
                .andExpect(jsonPath("$.paths['/api/audit'].get").exists())
                .andExpect(content().string(not(containsString("/sign-in"))));
    }

    private ResultActions launch(String body, String group) throws Exception {
        return call(post("/api/programmes").contentType("application/json").content(body), group);
    }

    private ResultActions take(String file, String csv, String group) throws Exception {
        return call(
                multipart("/api/imports/" + file)
                        .part(new MockPart("file", "file.csv", csv.getBytes(StandardCharsets.UTF_8))),
                group);
    }

    private ResultActions call(MockHttpServletRequestBuilder request, String group) throws Exception {
        return http.perform(request.with(by(group)));
    }

    private ResultActions call(
            org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request, String group)
            throws Exception {
        return http.perform(request.with(by(group)));
    }

    private static org.springframework.test.web.servlet.ResultMatcher problem(int status, String detail) {
        return result -> {
            status().is(status).match(result);
            content()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .match(result);
            jsonPath("$.detail", containsString(detail)).match(result);
            jsonPath("$.title").isNotEmpty().match(result);
        };
    }
}
