package uk.gov.justice.probation.devolution.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@ConsoleTest
class PageRefusalsTest {

    @RestController
    static class Slower {
        @PostMapping({"/somewhere", "/api/somewhere"})
        void change() {
            throw new ObjectOptimisticLockingFailureException("Handover", 7L);
        }

        @PostMapping({"/elsewhere", "/api/elsewhere"})
        void changeWhatAnotherHolds() {
            throw new CannotAcquireLockException("Deadlock found when trying to get lock");
        }
    }

    @Autowired
    MockMvc console;

    private final MockMvc slower = MockMvcBuilders.standaloneSetup(new Slower())
            .setHandlerExceptionResolvers(new ApiProblems(new ObjectMapper()), new PageRefusals())
            .build();

    @Test
    void theApiAnswersThatSomebodyElseWasFaster() throws Exception {
        slower.perform(post("/api/somewhere"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail")
                        .value("It changed while you were working on it. Read it again and repeat the call."));
    }

    @Test
    void whoeverLosesALockIsAnsweredTheSame() throws Exception {
        slower.perform(post("/api/elsewhere")).andExpect(status().isConflict());
        slower.perform(post("/elsewhere")).andExpect(status().isConflict());
    }

    @Test
    void aPageSaysThatSomebodyElseWasFaster() throws Exception {
        slower.perform(post("/somewhere")).andExpect(status().isConflict());
        console.perform(get("/error")
                        .with(SignedInAs.colleague("psc-service-owner"))
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 409)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere"))
                .andExpect(content()
                        .string(containsString(
                                "It changed while you were working on it. Go back, reload the page and try again.")));
    }
}
