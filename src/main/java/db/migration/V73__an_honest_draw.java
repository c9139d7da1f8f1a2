package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Places can be shared out by a draw in turn. Consultations that are there keep their aim, and what a place that was
 * not asked for counts in it; in all that are launched from now on it counts the same for everybody
 * ({@code one_level}). Lists can be long, so the column of people by rank is.
 */
public class V73__an_honest_draw extends BaseJavaMigration {
    private static final String CHECK = "ck_consultation_objective";

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (isThere(connection)) statement.execute("ALTER TABLE consultation DROP CONSTRAINT " + CHECK);
            statement.execute(
                    "ALTER TABLE consultation ADD CONSTRAINT %s CHECK (objective IN ('DRAW', 'GREEDY', 'GENEROUS', 'BALANCED'))"
                            .formatted(CHECK));
            statement.execute("ALTER TABLE consultation ADD COLUMN one_level BOOLEAN NOT NULL DEFAULT FALSE");
            statement.execute("ALTER TABLE allocation_run MODIFY by_rank VARCHAR(2000) NOT NULL");
        }
    }

    /** Databases that do not know such rules forgot it when it was made. */
    private static boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT COUNT(*) FROM information_schema.table_constraints
                WHERE table_schema = DATABASE() AND table_name = 'consultation' AND constraint_name = ?
                """)) {
            query.setString(1, CHECK);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1) > 0;
            }
        }
    }
}
