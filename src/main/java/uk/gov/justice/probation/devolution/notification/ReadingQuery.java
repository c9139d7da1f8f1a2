package uk.gov.justice.probation.devolution.notification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.notification.ReadingMessages.Received;

/** The messages of a reader, and which of them are read. */
@Component
class ReadingQuery {
    private static final String ALL_READ_UNTIL =
            "COALESCE((SELECT u.all_read_until FROM notification_reader u WHERE u.reader = :reader), 0)";
    private static final String READ_BY_ITSELF =
            "EXISTS (SELECT 1 FROM notification_read r WHERE r.reader = :reader AND r.notification_id = n.id)";
    private static final String COLUMNS = "SELECT n.id, n.at, n.to_group, n.subject, n.body, n.about, (n.id <= "
            + ALL_READ_UNTIL + " OR " + READ_BY_ITSELF + ") AS is_read ";
    private static final String THEIRS = "FROM notification n WHERE n.to_group IN (:names) ";
    private static final String UNREAD = "AND n.id > " + ALL_READ_UNTIL + " AND NOT " + READ_BY_ITSELF + " ";

    private final JdbcClient jdbc;

    ReadingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Received> list(String reader, Collection<String> names, boolean unreadOnly, int atMost, int before) {
        return jdbc.sql(COLUMNS + THEIRS + (unreadOnly ? UNREAD : "")
                        + "ORDER BY n.id DESC LIMIT :atMost OFFSET :before")
                .param("reader", reader)
                .param("names", names)
                .param("atMost", atMost)
                .param("before", before)
                .query(Received.class)
                .list();
    }

    int count(Collection<String> names) {
        return jdbc.sql("SELECT COUNT(*) " + THEIRS)
                .param("names", names)
                .query(Integer.class)
                .single();
    }

    /** Counted no further than this. */
    int unread(String reader, Collection<String> names, int atMost) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 " + THEIRS + UNREAD + "LIMIT :atMost) some")
                .param("reader", reader)
                .param("names", names)
                .param("atMost", atMost)
                .query(Integer.class)
                .single();
    }

    Optional<Received> find(String reader, Collection<String> names, long id) {
        return jdbc.sql(COLUMNS + THEIRS + "AND n.id = :id")
                .param("reader", reader)
                .param("names", names)
                .param("id", id)
                .query(Received.class)
                .optional();
    }
}
