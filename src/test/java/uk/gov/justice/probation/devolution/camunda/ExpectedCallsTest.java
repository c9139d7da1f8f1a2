package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;

@DomainTest
abstract class ExpectedCallsTest {
    private static final List<Long> NOBODY = List.of();

    @Autowired
    ExpectedCalls calls;

    @Autowired
    TaskSubjects subjects;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatNobodyExpectsDoesNotBegin() {
        calls.expect("one-to-one", 12L, 1);

        assertThatThrownBy(() -> calls.claim("rank-locations", 12L, 100, NOBODY))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("Nothing of ours has started rank-locations for 12")
                .hasMessageContaining("End this process");
        assertThatThrownBy(() -> calls.claim("one-to-one", 13L, 100, NOBODY))
                .isInstanceOf(CannotSucceedException.class);
    }

    @Test
    void eachStartIsTakenOnceHoweverOftenItIsNotedAndDelivered() {
        calls.expect("one-to-one", List.of(12L, 13L), 1);
        calls.claim("one-to-one", 12L, 100, NOBODY);
        calls.expect("one-to-one", List.of(12L, 13L), 1);

        assertThatCode(() -> calls.claim("one-to-one", 12L, 100, NOBODY))
                .as("delivered again")
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> calls.claim("one-to-one", 12L, 200, NOBODY))
                .as("a second instance")
                .isInstanceOf(CannotSucceedException.class);
        assertThatCode(() -> calls.claim("one-to-one", 13L, 200, NOBODY)).doesNotThrowAnyException();
    }

    @Test
    void whatTheCallerWasNotedForIsExpectedAndNothingWhereNothingIsNoted() {
        subjects.note(50, new TaskSubject("handoverId", "7", "handover/7", "NW"));

        calls.expectForTheSame("case-transfer", "handoverId", 50, 1);

        assertThatCode(() -> calls.claim("case-transfer", 7L, 100, NOBODY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> calls.expectForTheSame("case-transfer", "handoverId", 51, 2))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("case-transfer cannot be called");
        assertThat(jdbc.sql("SELECT value FROM expected_call")
                        .query(String.class)
                        .list())
                .containsExactly("7");
    }

    @Test
    void aCallThatIsComeToAgainIsTakenAgain() {
        calls.expect("location-preferencing", 5L, 1);
        calls.claim("location-preferencing", 5L, 100, NOBODY);

        calls.expect("location-preferencing", 5L, 2);

        assertThatCode(() -> calls.claim("location-preferencing", 5L, 200, NOBODY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> calls.claim("location-preferencing", 5L, 300, NOBODY))
                .isInstanceOf(CannotSucceedException.class);
    }

    @Test
    void ofManyAtOnceOneTakesIt() throws Exception {
        calls.expect("send-letters", "batch", 1);
        try (ExecutorService at = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> taken = at.invokeAll(LongStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(instance -> () -> takes(instance))
                    .toList());

            assertThat(taken).extracting(Future::get).containsOnlyOnce(true);
        }
    }

    @Test
    void whatAProcessFromBeforeCallsGoesOn() {
        subjects.note(7, new TaskSubject("consultationId", 5, "consultation/5", "NW"));
        calls.begun(step(7, Map.of("saysCalls", "true")));
        assertThatThrownBy(() -> calls.claim("one-to-one", 12L, 100, List.of(7L)))
                .as("it says whom it calls")
                .isInstanceOf(CannotSucceedException.class);

        subjects.note(8, new TaskSubject("consultationId", 6, "consultation/6", "NW"));
        calls.begun(step(8, Map.of()));

        assertThatCode(() -> calls.claim("one-to-one", 12L, 100, List.of(8L)))
                .as("its model does not say so, whoever serves it")
                .doesNotThrowAnyException();
        assertThat(calls.isFromBefore(List.of(7L))).isFalse();
        assertThat(calls.isFromBefore(List.of(7L, 8L))).isTrue();
    }

    /**
     * The model was deployed by the previous release, which recorded this for everything that began with it and needed
     * no header.
     */
    @Test
    void whatSaidSoWhenItBeganSaysSoAfterTheNextNoteToo() {
        subjects.note(7, new TaskSubject("regionCode", "NW", "region/NW", "NW"));
        calls.begun(step(7, Map.of("saysCalls", "true")));
        subjects.note(7, new TaskSubject("regionalProgrammeId", 5, "programme/5", "NW"));
        assertThat(calls.isFromBefore(List.of(7L))).isTrue();

        calls.begun(step(7, Map.of()));
        calls.begun(step(7, Map.of()));

        assertThat(calls.isFromBefore(List.of(7L))).isFalse();

        subjects.note(8, new TaskSubject("regionCode", "NW", "region/NW", "NW"));
        subjects.note(8, new TaskSubject("regionalProgrammeId", 6, "programme/6", "NW"));
        calls.begun(step(8, Map.of()));

        assertThat(calls.isFromBefore(List.of(8L))).as("it never said so").isTrue();
    }

    @Test
    void whatIsCalledByAProcessThatSaysWhomItCallsSaysSoAsItsCallerDoes() {
        subjects.note(7, new TaskSubject("regionalProgrammeId", 5, "programme/5", "NW"));
        calls.begun(step(7, Map.of("saysCalls", "true")));
        subjects.note(8, new TaskSubject("regionalProgrammeId", 6, "programme/6", "NW"));
        calls.begun(step(8, Map.of()));

        subjects.note(70, new TaskSubject("handoverId", 1, "handover/1", "NW"));
        calls.begun(step(70, Map.of()), List.of(7L));
        subjects.note(80, new TaskSubject("handoverId", 2, "handover/2", "NW"));
        calls.begun(step(80, Map.of()), List.of(8L));
        subjects.note(90, new TaskSubject("handoverId", 3, "handover/3", "NW"));
        calls.begun(step(90, Map.of()), NOBODY);

        assertThat(calls.isFromBefore(List.of(70L))).isFalse();
        assertThat(calls.isFromBefore(List.of(80L))).isTrue();
        assertThat(calls.isFromBefore(List.of(90L))).isTrue();
    }

    private static ActivatedJob step(long processInstance, Map<String, String> headers) {
        ActivatedJob step = mock(ActivatedJob.class);
        when(step.getProcessInstanceKey()).thenReturn(processInstance);
        when(step.getCustomHeaders()).thenReturn(headers);
        return step;
    }

    private boolean takes(long instance) {
        try {
            calls.claim("send-letters", "batch", instance, NOBODY);
            return true;
        } catch (CannotSucceedException taken) {
            return false;
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ExpectedCallsOnMariaDbTest extends ExpectedCallsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ExpectedCallsOnMySqlTest extends ExpectedCallsTest {}
