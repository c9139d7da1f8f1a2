package uk.gov.justice.probation.devolution.security;

import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.ReadLately;
import uk.gov.justice.probation.devolution.security.Role.Scope;

/** Reads from the reference tables what roles are held for. A region added there is known within a minute. */
@Component
class TaskGroupsQuery implements TaskGroups {
    private final JdbcClient jdbc;
    private final ReadLately<Set<String>> names;

    TaskGroupsQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.names = new ReadLately<>(this::read, clock);
    }

    @Override
    public Set<String> all() {
        return names.get();
    }

    private Set<String> read() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Role.values()).filter(Role::isForAll).forEach(role -> names.add(role.word()));
        jdbc.sql("SELECT kind, slug FROM task_scope").query(row -> {
            Scope scope = Scope.valueOf(row.getString("kind"));
            String slug = row.getString("slug");
            Arrays.stream(Role.values())
                    .filter(role -> role.isHeldFor(scope))
                    .forEach(role -> names.add(new TaskGroup(role, slug).name()));
        });
        return Set.copyOf(names);
    }
}
