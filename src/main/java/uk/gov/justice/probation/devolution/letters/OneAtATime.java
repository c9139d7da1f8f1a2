package uk.gov.justice.probation.devolution.letters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets only one do something, over all replicas: a lock of the database that ends with its connection, so that whoever
 * is killed lets go of it.
 */
@Component
public class OneAtATime {
    private final DataSource connections;

    OneAtATime(DataSource connections) {
        this.connections = connections;
    }

    /** @param name of at most 64 characters; if somebody else holds it, nothing is done and empty is returned */
    public <T> Optional<T> tryAlone(String name, Supplier<T> work) {
        try (Connection connection = connections.getConnection()) {
            if (!holds(connection, "SELECT GET_LOCK(?, 0)", name)) return Optional.empty();
            try {
                return Optional.of(work.get());
            } finally {
                holds(connection, "SELECT RELEASE_LOCK(?)", name);
            }
        } catch (SQLException away) {
            throw new DataAccessResourceFailureException(
                    "The database could not be asked whether somebody else is at it: " + name, away);
        }
    }

    private static boolean holds(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }
}
