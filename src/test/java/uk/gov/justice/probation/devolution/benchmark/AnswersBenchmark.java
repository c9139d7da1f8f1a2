package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.ExampleOrders;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;

/**
 * The cost of storing answers to user tasks: 600 people rank places and supervisors record 600 sessions, all at once,
 * on the engine inside this JVM and a real database. To compare two commits, run it on both on the same quiet machine.
 * Each round is measured separately; the first is a warm-up.
 */
class AnswersBenchmark extends ProcessScenario {
    private static final int ANSWERS = Integer.getInteger("benchmark.answers", 600);
    private static final int ROUNDS = 4;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private int people;

    @Test
    void rankings() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long about = consultation.ranking();
            String place = Long.toString(consultation.option(about, "NW_%02d".formatted(round + 1), 10_000));
            List<Long> members = new ArrayList<>();
            for (int n = 0; n < ANSWERS; n++) members.add(consultation.person(about, "P%05d".formatted(++people)));
            answer(
                    "rankings",
                    "Task_RankLocations",
                    members,
                    member -> consultation.start("rank-locations", about, Map.of("memberId", member)),
                    Map.of("choice1", place),
                    "SELECT COUNT(DISTINCT member_id) FROM preference_answer a JOIN cohort_member m ON m.id = a.member_id WHERE m.consultation_id = "
                            + about);
        }
    }

    @Test
    void sessions() throws Exception {
        SomeSessions some = orders.some();
        LocalDate today = LocalDate.now(time);
        some.project("NW-01", "PL", ExampleOrders.EVERY_DAY, null);
        for (int round = 0; round < ROUNDS; round++) {
            int before = records.count("SELECT COUNT(*) FROM upw_credit");
            Map<Long, Long> sessions = new LinkedHashMap<>();
            for (int n = 0; n < ANSWERS; n++) {
                long order = some.order("NW-01", 6000, 0, today.minusMonths(2), today.minusWeeks(2));
                sessions.put(some.session(order, "NW-01", today.minusDays(1)), order);
            }
            answer(
                    "sessions",
                    "Task_RecordOutcome",
                    List.copyOf(sessions.keySet()),
                    session -> orders.start("upw-session", sessions.get(session), Map.of("sessionId", session)),
                    Map.of(
                            "outcomeCode",
                            "ATTC",
                            "workedFrom",
                            "09:00",
                            "workedUntil",
                            "16:00",
                            "penaltyMinutes",
                            0,
                            "explained",
                            false,
                            "verySerious",
                            false),
                    "SELECT COUNT(*) - " + before + " FROM upw_credit");
        }
    }

    private void answer(
            String what,
            String step,
            List<Long> about,
            Function<Long, Object> start,
            Map<String, Object> form,
            String kept)
            throws Exception {
        long began = System.nanoTime();
        atOnce(about, start);
        List<UserTask> tasks = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> open(step), open -> open.size() == about.size());
        long opened = System.nanoTime();
        atOnce(tasks, task -> {
            send(camunda.newAssignUserTaskCommand(task.getUserTaskKey()).assignee(candidate(task)));
            return send(
                    camunda.newCompleteUserTaskCommand(task.getUserTaskKey()).variables(form));
        });
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> records.count(kept), count -> count == about.size());
        System.out.printf(
                "%s: %d, tasks opened in %.1f s, answers kept in %.1f s%n",
                what, about.size(), (opened - began) / 1e9, (System.nanoTime() - opened) / 1e9);
        assertThat(open(step)).isEmpty();
    }

    private static String candidate(UserTask task) {
        return task.getCandidateUsers().isEmpty()
                ? task.getCandidateGroups().getFirst()
                : task.getCandidateUsers().getFirst();
    }

    private List<UserTask> open(String step) {
        return camunda.newUserTaskSearchRequest()
                .filter(filter -> filter.elementId(step).state(UserTaskState.CREATED))
                .page(page -> page.limit(10_000))
                .send()
                .join()
                .items();
    }

    private static Object send(FinalCommandStep<?> command) {
        return command.requestTimeout(Duration.ofMinutes(1)).send().join();
    }

    private static <T> void atOnce(List<T> these, Function<T, Object> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : threads.invokeAll(these.stream()
                    .map(each -> (Callable<Object>) () -> work.apply(each))
                    .toList())) done.get();
        }
    }
}
