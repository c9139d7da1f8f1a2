package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.security.Colleague;

@ConsoleTest
class IdempotencyTest {
    private static final String OWNER = Colleague.SERVICE_OWNER;
    private static final String NW = "{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"NW\"]}";

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdempotentAnswerRepository answers;

    @Test
    void theSameRequestGetsTheFirstAnswerAgain() throws Exception {
        SomePlan.importInto(http);
        String first = launch("k-1", NW, OWNER)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();

        launch("k-1", NW, OWNER)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(header().string("Location", containsString("/api/programmes/")))
                .andExpect(content().string(first));
        launch("k-2", NW, OWNER).andExpect(status().isConflict());
    }

    @Test
    void aRefusalIsAnAnswerToo() throws Exception {
        launch("k-1", NW, OWNER).andExpect(status().isUnprocessableEntity());
        SomePlan.importInto(http);

        launch("k-1", NW, OWNER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(header().exists("Idempotency-Replayed"));
        launch("k-2", NW, OWNER).andExpect(status().isCreated());
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
        SomePlan.importInto(http);
        launch("k-1", NW, OWNER).andExpect(status().isCreated());

        launch("k-1", "{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"GM\"]}", OWNER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("Use a new key")));
    }

    @Test
    void keysAreEachCallersOwn() throws Exception {
        SomePlan.importInto(http);
        launch("k-1", NW, OWNER).andExpect(status().isCreated());

        launch("k-1", "{\"baseDate\":\"" + TODAY + "\",\"regions\":[\"GM\"]}", "programme-gm")
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotency-Replayed"));
    }

    @Test
    void aRequestThatStillRunsIsNotRunBesideItself() throws Exception {
        SomePlan.importInto(http);
        launch("k-1", NW, OWNER).andExpect(status().isCreated());
        jdbc.sql("UPDATE idempotent_answer SET status = NULL, body = NULL").update();

        launch("k-1", NW, OWNER)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("The request is still running"));
    }

    @Test
    void theKeyOfAnApplicationThatWasKilledIsFreeAsSoonAsItsLeaseIsOver() throws Exception {
        SomePlan.importInto(http);
        launch("k-1", NW, OWNER).andExpect(status().isCreated());
        jdbc.sql(
                        "UPDATE idempotent_answer SET status = NULL, body = NULL, holder = 'killed', working_until = UTC_TIMESTAMP(3) + INTERVAL 1 SECOND")
                .update();

        launch("k-1", NW, OWNER)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("The request is still running"));
        passes(Duration.ofMillis(1_001));
        launch("k-1", NW, OWNER)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("The region is running already"));
    }

    @Test
    void whoStillWorksKeepsItsKeyAndWhoWasKilledWritesNothingLater() throws Exception {
        IdempotentAnswers working = application();
        IdempotentAnswers killed = application();
        assertThat(working.begin("somebody", "long", "r")).isEmpty();
        assertThat(killed.begin("somebody", "cut off", "r")).isEmpty();
        for (int n = 0; n < 10; n++) {
            passes(Duration.ofMillis(100));
            working.renew();
            assertThat(application().begin("somebody", "long", "r"))
                    .as("somebody works on it")
                    .isPresent();
        }
        IdempotentAnswers other = application();
        assertThat(other.begin("somebody", "cut off", "r")).isEmpty();
        killed.answered("somebody", "cut off", 200, null, null, "late");
        other.answered("somebody", "cut off", 201, null, null, "right");
        killed.forget("somebody", "cut off");
        assertThat(application().begin("somebody", "cut off", "r"))
                .get()
                .extracting(IdempotentAnswers.Known::status, IdempotentAnswers.Known::body)
                .containsExactly(201, "right");
    }

    /** Leases are held against the database's time, which stands still in tests. */
    private void passes(Duration time) {
        jdbc.sql("UPDATE idempotent_answer SET working_until = working_until - INTERVAL ? MICROSECOND")
                .param(TimeUnit.MILLISECONDS.toMicros(time.toMillis()))
                .update();
    }

    private IdempotentAnswers application() {
        return new IdempotentAnswers(
                answers, CLOCK, new IdempotencySettings(Duration.ofDays(7), Duration.ofMillis(500)));
    }

    @Test
    void ofManyAtOnceOneRuns() throws Exception {
        SomePlan.importInto(http);
        int callers = 8;
        var created = new AtomicInteger();
        var together = new CountDownLatch(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                threads.submit(() -> {
                    together.countDown();
                    together.await();
                    var answer = launch("k-1", NW, OWNER).andReturn().getResponse();
                    if (answer.getStatus() == 201 && answer.getHeader("Idempotency-Replayed") == null)
                        created.incrementAndGet();
                    return null;
                });
            }
        }
        assertThat(created).hasValue(1);
    }

    @Test
    void aFileIsComparedByItsContent() throws Exception {
        take("k-1", SomePlan.csv())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(38));
        take("k-1", SomePlan.csv())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(38))
                .andExpect(header().exists("Idempotency-Replayed"));
        take("k-1", "id\n".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.title").value("The Idempotency-Key belongs to another request"));
    }

    @Test
    void aKeyThatIsNoneIsRefused() throws Exception {
        launch("with space", NW, OWNER).andExpect(status().isBadRequest());
        launch("x".repeat(101), NW, OWNER).andExpect(status().isBadRequest());
    }

    private ResultActions launch(String key, String body, String group) throws Exception {
        return http.perform(post("/api/programmes")
                .with(by(group))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body));
    }

    private ResultActions take(String key, byte[] csv) throws Exception {
        return http.perform(multipart("/api/imports/plan")
                .part(new MockPart("file", "plan.csv", csv))
                .with(by(OWNER))
                .header("Idempotency-Key", key));
    }
}
