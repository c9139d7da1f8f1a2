package uk.gov.justice.probation.devolution.handover.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.example.FileOfNow;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class HandoverPagesTest {
    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transfer;

    @Autowired
    Notifications notifications;

    @Autowired
    Imports imports;

    private long id;

    /** 120 cases, every tenth with limited access; every third changed after the inventory and stayed. */
    @BeforeEach
    void aHandoverInTheMiddle() {
        var cases = new SomeCases(jdbc);
        cases.held(120, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        given.everyCase(10).limitedAccess().save();
        id = cases.handover(
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
        cases.change(3);
        var batches = transfer.plan(id);
        batches.numbers().forEach(batch -> transfer.transfer(id, batches.round(), batch));
        transfer.reconcile(id);
        given.theHandover(id).process(2251799813685300L).save();
    }

    @Test
    void theHandoverShowsWhereItStands() throws Exception {
        http.perform(get("/handovers/" + id).with(colleague("change-sc")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Case allocation"),
                                containsString("Exceptions"),
                                containsString("31 October 2021"),
                                containsString("days late"),
                                containsString(">120<"),
                                containsString(">80<"),
                                containsString(">40<"),
                                containsString("1 of 1 batch done"),
                                containsString("/operate/processes/2251799813685300"),
                                not(containsString("Audit</h2>")))));
    }

    @Test
    void theAuditIsForThoseWhoMayReadIt() throws Exception {
        http.perform(get("/handovers/" + id).with(colleague("data-lead-nw")))
                .andExpect(content().string(allOf(containsString("Audit</h2>"), containsString("Reconciled"))));
        http.perform(get("/handovers/" + id).with(colleague("data-lead-gm")))
                .andExpect(content().string(not(containsString("Audit</h2>"))));
    }

    @Test
    void whatHappenedIsToldToEverybodyInSentencesTheLatestFirst() throws Exception {
        given.aDecision(id, "DECISION", "GO", "head-of-operations-nw", Instant.parse("2021-10-20T09:00:00Z"))
                .readiness("CONDITIONAL", "One colleague is missing.")
                .note("She comes on <b>Monday</b>")
                .planned(LocalDate.of(2021, 10, 29))
                .save();
        http.perform(get("/handovers/" + id).with(colleague("change-sc")))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder(
                                        "What happened",
                                        "Of 120 cases in scope 80 moved and 40 stayed.",
                                        "120 cases are in scope,",
                                        "head-of-operations-nw decided that it goes ahead on 29 October 2021.",
                                        "Readiness was: go with conditions. One colleague is missing.",
                                        "Noted: She comes on &lt;b&gt;Monday&lt;/b&gt;"),
                                containsString("moj-timeline__item"))));
    }

    @Test
    void whoLookedAtItIsNoPartOfWhatHappened() throws Exception {
        http.perform(get("/handovers/" + id + "/inventory").with(colleague("psc-manager-liverpool")));
        http.perform(get("/handovers/" + id).with(colleague("change-sc")))
                .andExpect(content().string(not(containsString("psc-manager-liverpool"))));
    }

    @Test
    void ofACaseThatStayedThePageSaysWhatHasChangedSinceTheInventory() throws Exception {
        http.perform(get("/handovers/" + id + "/exceptions").with(colleague("data-lead-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Record of the case changed once since the inventory"),
                                not(containsString("Held by")))));
        given.theServicesGoingOn()
                .lastChanged(Instant.parse("2026-11-24T11:30:00Z"))
                .until(Instant.parse("2026-11-24T12:00:00Z"))
                .save();
        http.perform(get("/handovers/" + id + "/exceptions").with(colleague("data-lead-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "Held by PSC Liverpool at the inventory, ended on 24 November 2026 at 12:00pm"),
                                containsString("on 24 November 2026 at 11:30am now"))));
    }

    @Test
    void andWhatAFileChangedOfItByWhomAndWhereTheFileIsDescribed() throws Exception {
        long changed = jdbc.sql("SELECT case_id FROM handover_item WHERE id = ?")
                .param(open().getFirst())
                .query(Long.class)
                .single();
        imports.take(
                "cases",
                FileOfNow.ofCase(jdbc, changed).with("tier", "A1").csv(),
                new Colleague("data-lead-nw", Set.of("data-lead-nw")));
        http.perform(get("/handovers/" + id + "/exceptions").with(colleague("data-lead-nw")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Tier: nothing before, now A1",
                                "by data-lead-nw with",
                                "href=\"/imports/cases\">the file cases</a>",
                                "Record of the case changed once since the inventory")));
        http.perform(get("/handovers/" + id + "/exceptions").with(colleague("head-of-operations-nw")))
                .andExpect(content()
                        .string(allOf(containsString("now A1"), not(containsString("href=\"/imports/cases\"")))));
        given.theCase(changed).limitedAccess().save();
        http.perform(get("/handovers/" + id + "/exceptions").with(colleague("data-lead-nw")))
                .andExpect(content().string(not(containsString("now A1"))));
    }

    @Test
    void aDecisionToGoIsTakenBackByWhoDecides() throws Exception {
        LocalDate day = TODAY.plusDays(20);
        given.theHandover(id).state("SCHEDULED").goTask(5).planned(day).save();
        String page = "/handovers/" + id + "/take-back";
        http.perform(get("/handovers/" + id).with(colleague("head-of-operations-nw")))
                .andExpect(content().string(containsString("href=\"" + page + "\"")));
        http.perform(get("/handovers/" + id).with(colleague("head-of-operations-gm")))
                .andExpect(content().string(not(containsString("take-back"))));
        http.perform(get(page).with(colleague("head-of-operations-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("120 cases move from"),
                                containsString(String.valueOf(day.getYear())),
                                containsString("no queue has been frozen"))));
        for (String other : List.of("head-of-operations-gm", "data-lead-nw", "hr-nw")) {
            http.perform(get(page).with(colleague(other))).andExpect(status().isForbidden());
            http.perform(post(page).with(colleague(other)).with(csrf()).param("reason", "Because"))
                    .andExpect(status().isForbidden());
        }
        http.perform(post(page).with(colleague("head-of-operations-nw")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#reason\""),
                                containsString("Why the decision is taken back is missing"),
                                containsString("Error: Take back"))));
        http.perform(post(page)
                        .with(colleague("head-of-operations-nw"))
                        .with(csrf())
                        .param("reason", "A week more"))
                .andExpect(redirectedUrl("/handovers/" + id));

        http.perform(get("/handovers/" + id).with(colleague("head-of-operations-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("took back the decision to go"),
                                containsString("A week more"),
                                not(containsString("take-back")))));
        http.perform(post(page).with(colleague("rpd-nw")).with(csrf()).param("reason", "Me too"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("There is no decision to go that can be taken back")));
    }

    @Test
    void onTheDayOfTheMoveThePageSaysThatItIsTooLate() throws Exception {
        given.theHandover(id).state("SCHEDULED").goTask(5).planned(TODAY).save();
        String page = "/handovers/" + id + "/take-back";
        http.perform(get(page).with(colleague("rpd-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("has begun"),
                                containsString("called off"),
                                not(containsString("Why do you take it back?")))));
        http.perform(post(page).with(colleague("rpd-nw")).with(csrf()).param("reason", "Because"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(jdbc.sql("SELECT state FROM handover WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("SCHEDULED");
    }

    @Test
    void anUnknownHandoverIsNotFound() throws Exception {
        http.perform(get("/handovers/4711").with(colleague("hr-nw"))).andExpect(status().isNotFound());
        http.perform(get("/handovers/x").with(colleague("hr-nw"))).andExpect(status().isBadRequest());
    }

    @Test
    void theInventoryComesInPagesAndItsReadersAreRecorded() throws Exception {
        http.perform(get("/handovers/" + id + "/inventory").with(colleague("psc-manager-liverpool")))
                .andExpect(content()
                        .string(allOf(
                                containsString("120 cases, page 1 of 3"),
                                containsString("X000001"),
                                containsString("X000050"),
                                not(containsString("X000051")))));
        http.perform(get("/handovers/" + id + "/inventory?page=99").with(colleague("psc-manager-liverpool")))
                .andExpect(content().string(allOf(containsString("page 3 of 3"), containsString("X000120"))));

        assertThat(jdbc.sql("SELECT actor FROM audit_entry WHERE action = 'INVENTORY_VIEWED' AND subject = ?")
                        .param("handover/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("psc-manager-liverpool", "psc-manager-liverpool");
    }

    @Test
    void ofALimitedAccessCaseNobodySeesMoreThanTheCrn() throws Exception {
        String pdu = jdbc.sql("SELECT MIN(pdu_name) FROM probation_case")
                .query(String.class)
                .single();
        for (String path : List.of("/inventory", "/exceptions")) {
            given.allCases().limitedAccess().save();
            String page = http.perform(get("/handovers/" + id + path).with(colleague("psc-service-owner")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            String list = page.substring(page.indexOf("Limited access"));
            assertThat(list).contains("X0000").doesNotContain(pdu, "event 1", "Case allocation<");
        }
    }

    @Test
    void theDataLeadDecidesCaseByCase() throws Exception {
        List<Long> open = open();
        http.perform(post("/handovers/" + id + "/exceptions")
                        .with(colleague("data-lead-nw"))
                        .with(csrf())
                        .param("choices[%d].decision".formatted(open.get(0)), "RETRY")
                        .param("choices[%d].decision".formatted(open.get(1)), "LEAVE")
                        .param("choices[%d].reason".formatted(open.get(1)), "Breach hearing next week"))
                .andExpect(redirectedUrlPattern("/handovers/*/exceptions?page=1"))
                .andExpect(flash().attribute("notice", "2 decisions saved."));

        assertThat(decision(open.get(0))).isEqualTo("RETRY");
        assertThat(decision(open.get(1))).isEqualTo("LEAVE");
        http.perform(get("/handovers/" + id + "/exceptions").with(colleague("data-lead-nw")))
                .andExpect(content().string(containsString("38 have no decision yet")));
    }

    @Test
    void whatIsDecidedAlreadyIsNotDecidedAgain() throws Exception {
        given.allCases().limitedAccess().save();
        List<Long> open = open();
        given.decided(open.get(0), "LEAVE", "Hearing on Monday");

        http.perform(post("/handovers/" + id + "/exceptions")
                        .with(colleague("data-lead-nw"))
                        .with(csrf())
                        .param("choices[%d].decision".formatted(open.get(0)), "LEAVE")
                        .param("choices[%d].reason".formatted(open.get(0)), "")
                        .param("choices[%d].decision".formatted(open.get(1)), "RETRY"))
                .andExpect(flash().attribute("notice", "1 decision saved."));
        assertThat(jdbc.sql("SELECT reason FROM handover_item WHERE id = ?")
                        .param(open.get(0))
                        .query(String.class)
                        .single())
                .isEqualTo("Hearing on Monday");
    }

    @Test
    void aCaseThatMovedOnMeanwhileIsNamed() throws Exception {
        long item = open().getFirst();
        given.theServiceOfItem(item).until(MORNING).save();
        http.perform(post("/handovers/" + id + "/exceptions")
                        .with(colleague("data-lead-nw"))
                        .with(csrf())
                        .param("choices[%d].decision".formatted(item), "RETRY"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("X000003: the unit it would move from no longer holds it")));
    }

    @Test
    void leavingACaseNeedsAReason() throws Exception {
        long item = open().getFirst();
        http.perform(post("/handovers/" + id + "/exceptions")
                        .with(colleague("data-lead-nw"))
                        .with(csrf())
                        .param("choices[%d].decision".formatted(item), "LEAVE"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is a problem"),
                                containsString("href=\"#reason-" + item),
                                containsString("Enter why the case stays"),
                                containsString("Error: Exceptions"))));
        assertThat(decision(item)).isNull();
    }

    @Test
    void nothingChosenIsAProblemToo() throws Exception {
        http.perform(post("/handovers/" + id + "/exceptions")
                        .with(colleague("data-lead-nw"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("what happens to at least one case")));
    }

    @Test
    void allUndecidedCasesCanBeDecidedAtOnce() throws Exception {
        http.perform(post("/handovers/" + id + "/exceptions/all")
                        .with(colleague("data-lead-nw"))
                        .with(csrf())
                        .param("decision", "LEAVE")
                        .param("reason", ""))
                .andExpect(status().isUnprocessableEntity());
        confirmed(
                        http,
                        post("/handovers/" + id + "/exceptions/all")
                                .with(colleague("data-lead-nw"))
                                .with(csrf())
                                .param("decision", "RETRY"))
                .andExpect(flash().attribute("notice", "40 decisions saved."));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM handover_item WHERE decision = 'RETRY'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
    }

    @Test
    void onlyTheRegionsDataLeadDecides() throws Exception {
        http.perform(post("/handovers/" + id + "/exceptions/all")
                        .with(colleague("data-lead-gm"))
                        .with(csrf())
                        .param("decision", "RETRY"))
                .andExpect(status().isForbidden())
                .andExpect(result -> assertThat(result.getResponse().getErrorMessage())
                        .contains("Only a colleague in the group data-lead-nw can decide")
                        .contains("data-lead-gm"));
        for (String other : List.of("hr-nw", "rpd-nw", "head-of-operations-nw")) {
            http.perform(post("/handovers/" + id + "/exceptions/all")
                            .with(colleague(other))
                            .with(csrf())
                            .param("decision", "RETRY"))
                    .andExpect(status().isForbidden())
                    .andExpect(result -> assertThat(result.getResponse().getErrorMessage())
                            .contains("Only the PSC Service Owner, Data lead can do this")
                            .contains(other));
        }
        http.perform(get("/handovers/" + id + "/exceptions").with(colleague("head-of-operations-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("The data lead of North West decides"),
                                not(containsString("Save the decisions")))));
        for (String other : List.of(
                "data-lead-gm", "head-of-operations-gm", "psc-manager-wakefield", "hr-nw", "rpd-nw", "change-nw")) {
            for (String list : List.of("/inventory", "/exceptions")) {
                http.perform(get("/handovers/" + id + list).with(colleague(other)))
                        .andExpect(status().isForbidden())
                        .andExpect(content().string(not(containsString("X0000"))));
            }
        }
        http.perform(post("/handovers/" + id + "/exceptions/all")
                        .with(colleague("data-lead-nw"))
                        .param("decision", "RETRY"))
                .andExpect(status().isForbidden());
    }

    @Test
    void hrClearsItsOwnOfficersOnly() throws Exception {
        officer("S0001", "NW");
        http.perform(get("/vetting").with(colleague("hr-nw")))
                .andExpect(content().string(allOf(containsString("Officer S0001"), containsString("1 officer waits"))));
        http.perform(get("/vetting?region=NW").with(colleague("hr-gm"))).andExpect(status().isForbidden());
        http.perform(get("/vetting").with(colleague("rpd-nw"))).andExpect(status().isForbidden());
        http.perform(get("/vetting?region=ATLANTIS").with(colleague("hr-nw"))).andExpect(status().isNotFound());

        http.perform(post("/vetting/S0001/cleared")
                        .with(colleague("hr-gm"))
                        .with(csrf())
                        .param("region", "NW"))
                .andExpect(status().isForbidden());
        http.perform(post("/vetting/S0001/cleared")
                        .with(colleague("hr-gm"))
                        .with(csrf())
                        .param("region", "GM"))
                .andExpect(status().isNotFound());
        confirmed(
                        http,
                        post("/vetting/S0001/cleared")
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(redirectedUrl("/vetting?region=NW"));
        assertThat(jdbc.sql("SELECT vetting_status FROM staff")
                        .query(String.class)
                        .single())
                .isEqualTo("CLEARED");
    }

    @Test
    void aRefusedOfficerIsReplacedByOneWhoIsClearedOrThePostIsReleased() throws Exception {
        officer("S0001", "NW");
        officer("S0002", "NW");
        officer("S0003", "NW");
        String team = jdbc.sql("SELECT t.code FROM team t WHERE t.code <> (SELECT MIN(code) FROM team) LIMIT 1")
                .query(String.class)
                .single();
        given.everybodyBut("S0003").vetting("REFUSED").save();
        given.theColleague("S0003").vetting("CLEARED").save();
        given.vetting(id, "S0001");
        given.vetting(id, "S0002");
        http.perform(get("/vetting").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Officer S0001 (S0001)"),
                                containsString("Refused"),
                                containsString("Release the post"))));

        replace("hr-gm", "S0001", "S0003").andExpect(status().isForbidden());
        replace("hr-nw", "S0001", "S9999")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("nobody with the staff number")));
        replace("hr-nw", "S0001", "S0002")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("is not cleared by vetting either")));
        replace("hr-nw", "S0001", "S0003")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("is already in the team")));
        given.theColleague("S0003").team(team).save();
        replace("hr-nw", "S0001", "S0003").andExpect(redirectedUrl("/vetting?region=NW"));
        replace("hr-nw", "S0002", "S0003")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("already takes somebody else&#39;s place")));
        confirmed(
                        http,
                        post("/vetting/S0002/released")
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(redirectedUrl("/vetting?region=NW"));

        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS(' ', actor, action, subject) FROM audit_entry WHERE action LIKE 'POST%' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("hr-nw POST_REPLACED staff/S0001", "hr-nw POST_RELEASED staff/S0002");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM handover_vetting WHERE cleared_at IS NULL")
                        .query(Integer.class)
                        .single())
                .as("handovers that still wait")
                .isZero();
        http.perform(get("/vetting").with(colleague("hr-nw")))
                .andExpect(content().string(containsString("Nobody waits for vetting")));
    }

    @Test
    void hrRecordsThatVettingWasRefusedAndThenDecidesAboutThePost() throws Exception {
        officer("S0001", "NW");
        given.vetting(id, "S0001");
        confirmed(
                        http,
                        post("/vetting/S0001/refused")
                                .with(colleague("hr-gm"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(status().isForbidden());
        confirmed(
                        http,
                        post("/vetting/S0001/released")
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post("/vetting/S0001/refused")
                        .with(colleague("hr-nw"))
                        .with(csrf())
                        .param("region", "NW"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Record that the vetting of Officer S0001"),
                                containsString("H-NW-1"),
                                containsString("1 handover is still waiting"))));
        confirmed(
                        http,
                        post("/vetting/S0001/refused")
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(redirectedUrl("/vetting?region=NW"));
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS(' ', actor, action, subject) FROM audit_entry WHERE action LIKE 'VETTING%'")
                        .query(String.class)
                        .list())
                .containsExactly("hr-nw VETTING_REFUSED staff/S0001");
        http.perform(get("/vetting").with(colleague("hr-nw")))
                .andExpect(content().string(allOf(containsString("Release the post"), containsString("Replace"))));
        confirmed(
                        http,
                        post("/vetting/S0001/refused")
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("does not wait for vetting")));
        confirmed(
                        http,
                        post("/vetting/S0001/released")
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(redirectedUrl("/vetting?region=NW"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM handover_vetting WHERE cleared_at IS NULL")
                        .query(Integer.class)
                        .single())
                .as("handovers that still wait")
                .isZero();
    }

    private ResultActions replace(String by, String officer, String replacement) throws Exception {
        return confirmed(
                http,
                post("/vetting/" + officer + "/replaced")
                        .with(colleague(by))
                        .with(csrf())
                        .param("region", "NW")
                        .param("replacement", replacement));
    }

    @Test
    void hrRecordsTheConsultationStageOfItsOwnRegion() throws Exception {
        http.perform(get("/consultation-stage").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("in North West</span>"),
                                not(containsString("in Greater Manchester</span>")))));
        http.perform(post("/consultation-stage")
                        .with(colleague("hr-gm"))
                        .with(csrf())
                        .param("region", "NW"))
                .andExpect(status().isForbidden());
        confirmed(
                        http,
                        post("/consultation-stage")
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("region", "NW"))
                .andExpect(redirectedUrl("/consultation-stage"));
        http.perform(get("/consultation-stage").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Reached, recorded on"), not(containsString("in North West</span>")))));
    }

    @Test
    void messagesAreThoseOfOnesGroups() throws Exception {
        notifications.send("k1", "programme-nw", "H-NW-1: closed", "It is closed.", "handover/" + id);
        notifications.send("k2", "rpd-gm", "H-GM-1: overdue", "It is overdue.", "handover/" + id);
        http.perform(get("/messages").with(colleague("programme-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("H-NW-1: closed"),
                                containsString("/handovers/" + id),
                                not(containsString("H-GM-1")))));
        http.perform(get("/messages").with(colleague("hr-sc")))
                .andExpect(content().string(containsString("no messages for you or your groups")));
    }

    private List<Long> open() {
        return jdbc.sql("SELECT id FROM handover_item WHERE state = 'CHANGED' ORDER BY id")
                .query(Long.class)
                .list();
    }

    private String decision(long item) {
        return jdbc.sql("SELECT decision FROM handover_item WHERE id = ?")
                .param(item)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void officer(String staffNumber, String region) {
        given.aColleague(staffNumber)
                .named("Officer " + staffNumber)
                .email("officer@example.org")
                .grade("PSO")
                .atFirstSite()
                .ofFirstTeam()
                .inRegion(region)
                .experience(3)
                .vetting("PENDING")
                .save();
    }
}
