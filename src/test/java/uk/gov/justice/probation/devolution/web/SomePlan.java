package uk.gov.justice.probation.devolution.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The product's own plan, imported through the API. */
public final class SomePlan {
    private SomePlan() {}

    public static byte[] csv() throws IOException {
        return new ClassPathResource("handover-plan.csv").getContentAsByteArray();
    }

    public static void importInto(MockMvc http) throws Exception {
        http.perform(multipart("/api/imports/plan")
                        .part(new MockPart("file", "plan.csv", csv()))
                        .with(by(Colleague.SERVICE_OWNER)))
                .andExpect(status().isOk());
    }
}
