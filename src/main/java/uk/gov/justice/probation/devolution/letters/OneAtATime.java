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
 * Makes sure that only one replica does something at a time, with a database lock that ends with its connection, so
 * that a killed application releases it.
 */
@Component
public class OneAtATime {
    private final DataSource connections;

    OneAtATime(DataSource connections) {
        this.connections = connections;
    }

    /**
     * @param name at most 64 characters
     * @return empty if somebody else holds the lock, in which case nothing is done
     */
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
