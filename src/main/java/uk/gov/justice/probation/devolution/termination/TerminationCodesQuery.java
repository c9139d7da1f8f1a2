package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The code lists of terminations: the ways in which a component or an event can end, and whether an order type is a
 * court order.
 */
@Component
class TerminationCodesQuery {

    /** @param byEvent whether it is an event such as a death */
    record Reason(String code, String name, boolean byEvent) {}

    private final JdbcClient jdbc;

    TerminationCodesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ordered by name; those that are events come last. */
    List<Reason> reasons() {
        return jdbc.sql("SELECT code, name, by_event FROM termination_reason ORDER BY by_event, name")
                .query(Reason.class)
                .list();
    }

    /** Names by code. */
    Map<String, String> names() {
        return reasons().stream().collect(Collectors.toMap(Reason::code, Reason::name));
    }

    /** Whether it is a court order; otherwise it is a licence. */
    boolean isOrderOfCourt(String orderTypeCode) {
        return jdbc.sql("SELECT carries_upw FROM order_type WHERE code = ?")
                .param(orderTypeCode)
                .query(Boolean.class)
                .single();
    }
}
