package uk.gov.justice.probation.devolution.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class ErrorPageTest {
    @Autowired
    MockMvc http;

    @Test
    void thePageOfAnErrorSaysWhatToDoNext() throws Exception {
        for (Map.Entry<Integer, String> error : Map.of(
                        404, "Page not found",
                        403, "You cannot do this",
                        500, "Sorry, there is a problem")
                .entrySet())
            http.perform(get("/error")
                            .accept(MediaType.TEXT_HTML)
                            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, error.getKey())
                            .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/handovers/4711")
                            .with(colleague("hr-nw")))
                    .andExpect(content().string(containsString(error.getValue())));
    }
}
