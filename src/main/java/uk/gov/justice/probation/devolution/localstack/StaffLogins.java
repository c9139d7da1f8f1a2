package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets members of staff sign in to Tasklist too, with their staff number as name and password. They belong to no group
 * and see the tasks assigned to them by name.
 */
@Component
@Profile("local")
class StaffLogins {
    private static final Logger LOG = LoggerFactory.getLogger(StaffLogins.class);

    private final JdbcClient jdbc;
    private final WebAppUsers users;
    private final Set<String> added = new HashSet<>();

    StaffLogins(JdbcClient jdbc, LocalStackSettings settings) {
        this.jdbc = jdbc;
        this.users = new WebAppUsers(new OpenSearch(settings));
    }

    /** Tasklist's users are not stored in our tables, so everybody a staff file has brought is added. */
    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    synchronized void addNewcomers() {
        List<Login> newcomers = new ArrayList<>(jdbc.sql("SELECT staff_number, display_name FROM workforce_staff_view")
                .query((row, n) -> new Login(row.getString(1), row.getString(2), List.of()))
                .list());
        newcomers.removeIf(login -> added.contains(login.userName()));
        try {
            users.add(newcomers);
            newcomers.forEach(login -> added.add(login.userName()));
        } catch (IOException tryAgain) {
            LOG.debug("Staff are not yet known to Tasklist", tryAgain);
        }
    }
}
