package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The code lists of terminations: the ways in which a component or an event can end, and what kind of order it is that
 * ends.
 */
@Component
class TerminationCodesQuery {

    /** @param byEvent whether an event such as a death ends the case so */
    record Reason(String code, String name, boolean byEvent) {}

    private final JdbcClient jdbc;

    TerminationCodesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those by event last, by name. */
    List<Reason> reasons() {
        return jdbc.sql("SELECT code, name, by_event FROM termination_reason ORDER BY by_event, name")
                .query(Reason.class)
                .list();
    }

    /** Names by code. */
    Map<String, String> names() {
        return reasons().stream().collect(Collectors.toMap(Reason::code, Reason::name));
    }

    /** Whether it is an order of a court; otherwise it is a licence. */
    boolean isOrderOfCourt(String orderTypeCode) {
        return jdbc.sql("SELECT carries_upw FROM order_type WHERE code = ?")
                .param(orderTypeCode)
                .query(Boolean.class)
                .single();
    }
}
