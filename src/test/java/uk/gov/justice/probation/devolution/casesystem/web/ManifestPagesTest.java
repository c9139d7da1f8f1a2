package uk.gov.justice.probation.devolution.casesystem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class ManifestPagesTest {
    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transferring;

    @Autowired
    EndingHandovers ending;

    private long id;

    @BeforeEach
    void aHandoverThatHasMoved() {
        var cases = new SomeCases(jdbc);
        cases.held(12, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        given.theCase("X000002").limitedAccess().save();
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
        var batches = transferring.plan(id);
        batches.numbers().forEach(batch -> transferring.transfer(id, batches.round(), batch));
        transferring.reconcile(id);
    }

    @Test
    void beforeItIsSignedThereIsNone() throws Exception {
        http.perform(get("/handovers/" + id).with(colleague("data-lead-nw")))
                .andExpect(content().string(not(containsString("/manifest"))));
        http.perform(get("/handovers/" + id + "/manifest").with(colleague("data-lead-nw")))
                .andExpect(status().isNotFound());
        http.perform(get("/api/manifests/" + id).with(colleague("data-lead-nw")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("has no manifest yet")));
    }

    @Test
    void thePageSaysWhatBecameOfTheCasesAndThatNothingIsSentWithoutAnAddress() throws Exception {
        ending.completeTransfer(id);

        http.perform(get("/handovers/" + id).with(colleague("data-lead-nw")))
                .andExpect(content().string(containsString("/handovers/" + id + "/manifest")));
        http.perform(get("/handovers/" + id + "/manifest").with(colleague("data-lead-nw")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(">12<"),
                                containsString("The address of the case system is not set"),
                                containsString("SHA-256"))));
    }

    @Test
    void whatDoesNotArriveIsSaidAndThatOthersDoNotWaitForIt() throws Exception {
        ending.completeTransfer(id);
        jdbc.sql(
                        "UPDATE case_system_event SET attempts = 1, failure = 'The case system answered with status 503.' WHERE crn = 'X000001'")
                .update();

        http.perform(get("/handovers/" + id + "/manifest").with(colleague("psc-manager-liverpool")))
                .andExpect(content()
                        .string(allOf(
                                containsString("1 of them could not be sent yet"), containsString("status 503"))));
    }

    @Test
    void theFileAndTheApiGiveTheSame() throws Exception {
        ending.completeTransfer(id);

        String file = http.perform(get("/handovers/" + id + "/manifest/file").with(colleague("data-lead-nw")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("manifest-H-NW-1-NW.csv")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.lines())
                .hasSize(13)
                .contains("X000002,,,,,MOVED,")
                .anyMatch(line -> line.startsWith("X000001,1,ALLOCATION,PSC_LIVERPOOL,REGION_NW,MOVED,"));
        http.perform(get("/api/manifests/" + id + "/file").with(colleague("data-lead-nw")))
                .andExpect(content().string(file));
        http.perform(get("/api/manifests/" + id).with(colleague("data-lead-nw")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("\"moved\":12"), containsString("\"waiting\":12"))));
    }

    @Test
    void othersDoNotReadIt() throws Exception {
        ending.completeTransfer(id);
        for (String path : List.of(
                "/handovers/%d/manifest", "/handovers/%d/manifest/file", "/api/manifests/%d", "/api/manifests/%d/file"))
            for (String other : List.of("data-lead-gm", "hr-nw", "psc-manager-wakefield"))
                http.perform(get(path.formatted(id)).with(colleague(other))).andExpect(status().isForbidden());
    }
}
