package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

/** The unpaid work teams of the unit that does unpaid work for a case. */
@Component
public class TeamsQuery {

    /** A team as a choice. */
    public record Team(String code, String name) {}

    private final JdbcClient jdbc;

    TeamsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The team based in the case's delivery unit first, then the others by name.
     *
     * @throws CannotSucceedException if the unit has none
     */
    public List<Team> alignedFirst(OrderSteps.Locked locked) {
        List<Team> teams = jdbc.sql("""
            SELECT t.code, t.name FROM team t LEFT JOIN site s ON s.code = t.base_site
            WHERE t.kind = 'UPW' AND t.unit_code = :unit ORDER BY s.region_code = :region AND s.pdu_name = :pdu DESC, t.name, t.code
            """)
                .param("unit", locked.owner().unitCode())
                .param("region", locked.probationCase().regionCode())
                .param("pdu", locked.probationCase().pduName())
                .query(Team.class)
                .list();
        if (teams.isEmpty()) {
            throw new CannotSucceedException(
                    "%s holds unpaid work but has no unpaid work team. Add a team, or correct who holds the service, then retry"
                            .formatted(locked.owner().unitName()));
        }
        return teams;
    }
}
