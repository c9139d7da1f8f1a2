package uk.gov.justice.probation.devolution.example;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a task: whom or what it is about. */
public final class TaskAboutRow extends Row<TaskAboutRow> {

    TaskAboutRow(JdbcClient jdbc, long instance, String name, String value, String about) {
        super(jdbc, "task_subject");
        of(instance).named(name).with("value", value).with("about", about);
    }

    TaskAboutRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "task_subject", which, values);
    }

    public TaskAboutRow of(long instance) {
        return with("instance_key", instance);
    }

    public TaskAboutRow named(String name) {
        return with("name", name);
    }

    public TaskAboutRow inRegion(String code) {
        return with("region_code", code);
    }

    /** It began before the last release. */
    public TaskAboutRow fromBefore() {
        return with("from_before", true);
    }

    public TaskAboutRow saysWhomItCalls() {
        return with("says_calls", true);
    }

    public TaskAboutRow saysNotWhomItCalls() {
        return with("says_calls", false);
    }
}
