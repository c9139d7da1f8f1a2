package uk.gov.justice.probation.devolution.facts;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Keeps the facts that were changed together, with a statement for all of them, until they have been followed. */
@Component
public class ChangedFactBatch {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangedFactBatch(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes what is about to change, and publishes that it does if there is anything.
     *
     * @param sql selects the name of the fact, whose it is, its value before and after, {@code :occasion} and
     *     {@code :now}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String sql) {
        String occasion = UUID.randomUUID().toString();
        int noted = jdbc.sql("INSERT INTO changed_fact (fact, about, value_before, value_after, occasion, changed_at) "
                        + sql)
                .param("occasion", occasion)
                .param("now", Utc.of(clock.instant()))
                .update();
        if (noted > 0) events.publishEvent(new FactsChanged(occasion));
    }

    /** The next changes, all of one fact; nobody else follows them until the transaction ends. */
    List<ChangedFact> next(String occasion) {
        return jdbc.sql("SELECT fact FROM changed_fact WHERE occasion = ? ORDER BY fact, id LIMIT 1 FOR UPDATE")
                .param(occasion)
                .query((row, n) -> Fact.valueOf(row.getString(1)))
                .optional()
                .map(fact -> of(occasion, fact))
                .orElse(List.of());
    }

    private List<ChangedFact> of(String occasion, Fact fact) {
        return jdbc.sql("""
            SELECT id, about, value_before, value_after FROM changed_fact WHERE occasion = ? AND fact = ? ORDER BY id LIMIT ? FOR UPDATE
            """)
                .params(occasion, fact.name(), fact.atOnce())
                .query((row, n) -> new ChangedFact(
                        row.getLong(1), occasion, fact, row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    void followed(List<ChangedFact> changes) {
        jdbc.sql("DELETE FROM changed_fact WHERE id IN (:ids)")
                .param("ids", changes.stream().map(ChangedFact::id).toList())
                .update();
    }
}
