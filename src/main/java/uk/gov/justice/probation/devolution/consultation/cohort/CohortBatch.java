package uk.gov.justice.probation.devolution.consultation.cohort;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Adds a whole cohort at once, and ensures that nobody takes part in two running consultations. */
@Service
public class CohortBatch {
    private final OwnDates ownDates;
    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final Clock clock;

    CohortBatch(OwnDates ownDates, JdbcClient jdbc, JdbcOperations operations, Clock clock) {
        this.ownDates = ownDates;
        this.jdbc = jdbc;
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * Makes sure that cohorts of a region are added one at a time, and each sees what the one before it added (read
     * committed).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForOthers(String regionCode) {
        jdbc.sql("SELECT code FROM region WHERE code = ? FOR UPDATE")
                .param(regionCode)
                .query(String.class)
                .optional();
    }

    /** A sentence for each running consultation in which some of these people already take part. */
    public List<String> alreadyTakingPart(Collection<StaffMember> people) {
        return takingPart(people.stream().map(StaffMember::staffNumber).toList());
    }

    /** As {@link #alreadyTakingPart}, by their staff numbers. */
    public List<String> takingPart(Collection<String> numbers) {
        if (numbers.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT COUNT(*), c.title, c.id FROM cohort_member m JOIN consultation c ON c.id = m.consultation_id
            WHERE m.active_mark = 1 AND c.state NOT IN ('CLOSED', 'REFUSED', 'CANCELLED') AND m.staff_number IN (:numbers) GROUP BY c.id, c.title ORDER BY c.id
            """)
                .param("numbers", numbers)
                .query((row, n) ->
                        "%d of the %d people take part in '%s' (number %d), which is still running. Wait until it is closed, or take them out of it."
                                .formatted(row.getInt(1), numbers.size(), row.getString(2), row.getLong(3)))
                .list();
    }

    /** How many people take part now. */
    public int size(long consultationId) {
        return jdbc.sql("SELECT COUNT(*) FROM cohort_member WHERE consultation_id = ? AND left_at IS NULL")
                .param(consultationId)
                .query(Integer.class)
                .single();
    }

    /** Adds all of them to the consultation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long consultationId, Collection<StaffMember> people) {
        LocalDateTime now = Utc.of(clock.instant());
        operations.batchUpdate(
                "INSERT INTO cohort_member (consultation_id, staff_number, joined_at, extended_to) VALUES (?, ?, ?, ?)",
                people,
                500,
                (row, person) -> {
                    row.setLong(1, consultationId);
                    row.setString(2, person.staffNumber());
                    row.setObject(3, now);
                    LocalDate to = ownDates.of(person);
                    row.setDate(4, to == null ? null : Date.valueOf(to));
                });
    }
}
