package uk.gov.justice.probation.devolution.camunda;

import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;

/** Answered tasks from before the subject of a task was recorded, created by plain SQL. */
public final class SomeTasksOfBefore {
    private final JdbcClient jdbc;

    public SomeTasksOfBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The feedback of a union, answered by Napo, in a consultation of the North West that waits for every
     * union. @return its key
     */
    public long ofAUnion(long consultationId) {
        new Given(jdbc).allUnionsIn(consultationId);
        return task(
                "staff-consultation",
                "Task_UnionFeedback",
                "unionCode",
                new TaskSubject("consultationId", consultationId, "consultation/" + consultationId, "NW"),
                "tu-napo");
    }

    /** @param known null if nothing is known */
    public long task(String process, String step, String asksFor, TaskSubject known, String answeredBy) {
        long key = 7_000
                + jdbc.sql("SELECT COUNT(*) FROM task_of_before")
                        .query(Long.class)
                        .single();
        jdbc.sql("""
            INSERT INTO task_of_before
              (element_instance_key, process_instance_key, process_id, element_id, asks_for, known_name, known_value, known_about, region_code, answered_by, first_at, last_at)
            VALUES (:key, 6000, :process, :step, :asksFor, :name, :value, :about, :region, :by, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
            """)
                .param("key", key)
                .param("process", process)
                .param("step", step)
                .param("asksFor", asksFor)
                .param("name", known == null ? null : known.name())
                .param("value", known == null ? null : known.value())
                .param("about", known == null ? null : known.about())
                .param("region", known == null ? null : known.regionCode())
                .param("by", answeredBy)
                .update();
        return key;
    }
}
