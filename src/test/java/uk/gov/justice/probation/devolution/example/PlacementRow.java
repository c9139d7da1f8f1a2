package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The place that somebody gets. */
public final class PlacementRow extends Row<PlacementRow> {

    PlacementRow(JdbcClient jdbc, long member, Long option) {
        super(jdbc, "placement");
        with("member_id", member)
                .with("option_id", option)
                .with("source", "ALLOCATION")
                .with("confirmed_at", MORNING);
    }

    PlacementRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "placement", which, values);
    }

    public PlacementRow option(long id) {
        return with("option_id", id);
    }

    public PlacementRow startBegun(long instance) {
        return with("start_begun", instance);
    }

    public PlacementRow moved() {
        return with("moved_at", MORNING);
    }
}
