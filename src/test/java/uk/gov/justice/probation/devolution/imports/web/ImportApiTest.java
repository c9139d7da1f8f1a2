package uk.gov.justice.probation.devolution.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomePlan;

/** How the API answers to a file. */
@ConsoleTest
class ImportApiTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aFileWithSemicolonsHasOneProblem() throws Exception {
        send("staff", content("03-semicolon.csv"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.badRows", hasSize(1)))
                .andExpect(jsonPath("$.badRows[0].reason")
                        .value("The columns are separated by semicolons. Save the file as CSV with commas"))
                .andExpect(jsonPath("$.badRows[0].alsoInLines").doesNotExist());
    }

    @Test
    void aFaultOfHundredsOfRowsIsToldOnceWithItsLines() throws Exception {
        StringBuilder travel = new StringBuilder("homePostcodeDistrict,siteCode,minutes,mode\n");
        for (int i = 1; i <= 99; i++) travel.append("L").append(i).append(",NW_10,10,CAR\n");
        for (int i = 1; i <= 99; i++)
            travel.append("M")
                    .append(i)
                    .append(",NW_10,10,BROOM\n")
                    .append("W")
                    .append(i)
                    .append(",NW_10,10,BROOM\n");
        send("travel", travel.toString().getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.total").value(198))
                .andExpect(jsonPath("$.badRows", hasSize(1)))
                .andExpect(jsonPath("$.badRows[0].line").value(101))
                .andExpect(jsonPath("$.badRows[0].alsoInLines").value("102-298"));
    }

    @Test
    void aPlanThatReplacesAnotherNamesWhatItNoLongerHas() throws Exception {
        SomePlan.importInto(http);
        String shorter = new String(SomePlan.csv(), StandardCharsets.UTF_8).replaceAll("(?m)^H-SC-10,.*\\R", "");
        send("plan", shorter.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.removed", hasSize(1)))
                .andExpect(jsonPath("$.removed[0]").value("H-SC-10"));
    }

    @Test
    void whoWaitsTooLongForAnotherImportOfTheKindIsToldSo() throws Exception {
        try (ExecutorService later = Executors.newSingleThreadExecutor()) {
            ResultActions answer = transaction.execute(another -> {
                jdbc.sql("INSERT INTO import_lock (file) VALUES ('staff')").update();
                try {
                    return later.submit(() -> send("staff", content("01-bom-quoted-header.csv")))
                            .get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            });
            answer.andExpect(status().isConflict())
                    .andExpect(jsonPath("$.title").value("Another import of this kind is running"))
                    .andExpect(jsonPath("$.file").value("staff"));
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM staff").query(Integer.class).single())
                .isZero();
    }

    private ResultActions send(String file, byte[] content) throws Exception {
        return http.perform(multipart("/api/imports/" + file)
                .part(new MockPart("file", file + ".csv", content))
                .with(by(Colleague.SERVICE_OWNER)));
    }

    private static byte[] content(String name) throws Exception {
        return new ClassPathResource("cases/" + name).getContentAsByteArray();
    }
}
