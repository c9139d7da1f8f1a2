package uk.gov.justice.probation.devolution.camunda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.gov.justice.probation.devolution.camunda.PretendedProcesses;
import uk.gov.justice.probation.devolution.camunda.migration.KeptModels;
import uk.gov.justice.probation.devolution.camunda.migration.Migrations;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class ReleasesPagesTest {
    private static final String OWNER = "psc-service-owner";
    private static final String PROCESS = "service-handover";

    @Autowired
    MockMvc http;

    @Autowired
    PretendedProcesses processes;

    @Autowired
    Migrations migrations;

    @BeforeEach
    void twoVersions() {
        String model = KeptModels.ofToday().bpmn(PROCESS);
        processes.isDeployed(101, PROCESS, 1, model);
        processes.isDeployed(
                102, PROCESS, 2, model.replace("formId=\"confirm-inventory\"", "formId=\"confirm-inventory-again\""));
    }

    @Test
    void theServiceOwnerSeesWhatRunsByAnOlderModelAndNobodyElseDoes() throws Exception {
        show("/releases", containsString("Everything that runs uses the latest model"));
        processes.runs(101, 1, "Task_ConfirmInventory");

        show(
                "/releases",
                allOf(
                        containsString("Service handover, version 1"),
                        containsString("href=\"/releases/version?definition=101\""),
                        containsString("Nothing has been moved yet")));
        for (String other : List.of("hr-nw", "programme-nw", "rpd-nw", "data-lead-nw"))
            http.perform(get("/releases").with(colleague(other))).andExpect(status().isForbidden());
        http.perform(get("/releases/version?definition=7").with(colleague(OWNER)))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatWouldHappenIsShownAskedOnceMoreAndBegun() throws Exception {
        processes.runs(101, 1, "Task_ConfirmInventory");
        processes.runs(101, 2, "Task_LongGone");

        show(
                "/releases/version?definition=101",
                allOf(
                        containsString("From version 1 to version 2"),
                        containsString("differs in the newer model, and what is open keeps its form"),
                        containsString("It is at a step that the newer model does not have: Long gone."),
                        containsString("Move 1")));
        http.perform(begin())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Process instances that move"),
                                containsString("timers that run keep their moment"))));
        assertThat(migrations.latest()).isEmpty();

        confirmed(http, begin()).andExpect(status().isFound());

        long begun = migrations.latest().getFirst().id();
        show("/releases", containsString("version 1 to 2"));
        show(
                "/releases/migrations/" + begun,
                allOf(containsString("Under way"), containsString("Long gone"), containsString(">Stop<")));
    }

    @Test
    void itIsStoppedGoesOnAndIsTakenBack() throws Exception {
        processes.runs(101, 1, "Task_ConfirmInventory");
        confirmed(http, begin()).andExpect(status().isFound());
        String page = "/releases/migrations/" + migrations.latest().getFirst().id();

        http.perform(sent(page + "/stop")).andExpect(redirectedUrl(page));
        show(page, allOf(containsString("Stopped"), containsString("Go on"), not(containsString("Take back"))));
        http.perform(sent(page + "/stop")).andExpect(status().isConflict());
        http.perform(sent(page + "/go-on")).andExpect(redirectedUrl(page));
        show(page, containsString("Under way"));
        http.perform(sent(page + "/take-back")).andExpect(status().isConflict());
        for (String form : List.of("/stop", "/go-on", "/take-back"))
            http.perform(post(page + form).with(colleague("hr-nw")).with(csrf()))
                    .andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder begin() {
        return sent("/releases/version").param("definition", "101");
    }

    private static MockHttpServletRequestBuilder sent(String path) {
        return post(path).with(colleague(OWNER)).with(csrf());
    }

    private void show(String path, Matcher<String> what) throws Exception {
        http.perform(get(path).with(colleague(OWNER)))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }
}
