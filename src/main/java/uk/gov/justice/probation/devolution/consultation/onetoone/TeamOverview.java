package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/** Whom a colleague meets in running consultations: the people they manage, and those for whom they stand in. */
@Service
@Transactional(readOnly = true)
public class TeamOverview {

    /** How far a one-to-one has come, as it is chosen on the page. */
    public enum Progress {
        OVERDUE("Overdue", "m.one_to_one_state = 'WAITING' AND m.one_to_one_due < :today"),
        TO_BE_MET("To be met", "m.one_to_one_state = 'WAITING'"),
        MET("Met", "m.one_to_one_state = 'HELD'"),
        DECLINED("Does not want one", "m.one_to_one_state = 'DECLINED'"),
        ALL("All", "TRUE");

        private final String title;
        private final String condition;

        Progress(String title, String condition) {
            this.title = title;
            this.condition = condition;
        }

        public String title() {
            return title;
        }

        /** As it stands in the address; whatever else is typed there is all. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Progress of(String word) {
            return Arrays.stream(values())
                    .filter(progress -> progress.word().equals(word))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /**
     * @param due null before the individual stage
     * @param absence null if the person is not away
     * @param standIn who may hold it in the line manager's place; null if nobody may
     * @param manager the line manager, if the colleague stands in for them; null otherwise
     */
    public record Meeting(
            long memberId,
            long consultationId,
            String consultation,
            String staffNumber,
            String name,
            Progress progress,
            LocalDate due,
            LocalDate metOn,
            boolean withUnionRepresentative,
            String absence,
            LocalDate absenceUntil,
            String standIn,
            String manager,
            boolean begun) {

        /** What tasks about the person are about. */
        public String subject() {
            return "staff/" + staffNumber;
        }

        public boolean isToBeHeld() {
            return progress == Progress.OVERDUE || progress == Progress.TO_BE_MET;
        }
    }

    /**
     * One person's one-to-one.
     *
     * @param lineManager null if none is known: HR of the region is asked
     * @param standIn who may hold it in the line manager's place; null if nobody may
     * @param standInFrom null if they do so already
     * @param standInUntil null if they do so until it is recorded
     * @param recordedBy null until it is recorded, or if that was before it was kept
     */
    public record Standing(
            Progress progress,
            LocalDate due,
            LocalDate metOn,
            boolean withUnionRepresentative,
            String lineManager,
            String standIn,
            LocalDate standInFrom,
            LocalDate standInUntil,
            String recordedBy,
            LocalDateTime recordedAt) {}

    private static final Set<String> ENDED = Arrays.stream(ConsultationState.values())
            .filter(ConsultationState::ended)
            .map(ConsultationState::name)
            .collect(Collectors.toSet());

    /** Each half is found along an index of its own. */
    private static final String THEIRS = """
      FROM (SELECT o.id FROM workforce_staff_view w JOIN cohort_member o ON o.staff_number = w.staff_number AND o.active_mark = 1 WHERE w.line_manager_staff_number = :me
            UNION SELECT i.id FROM cohort_member i WHERE i.stand_in = :me AND i.active_mark = 1
              AND (i.stand_in_from IS NULL OR i.stand_in_from <= :today) AND (i.stand_in_until IS NULL OR i.stand_in_until >= :today)) mine
        JOIN cohort_member m ON m.id = mine.id JOIN consultation c ON c.id = m.consultation_id AND c.state NOT IN (:ended)
      """;

    private final JdbcClient jdbc;
    private final Deadlines deadlines;

    TeamOverview(JdbcClient jdbc, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    /** Whether the colleague meets anybody, or has met them. */
    public boolean meetsAnybody(Colleague colleague) {
        return asked("SELECT m.id " + THEIRS + "LIMIT 1", colleague)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** How many there are of each; those that are overdue are also to be met. */
    public Map<Progress, Integer> count(Colleague colleague) {
        String sums = Arrays.stream(Progress.values())
                .map(progress -> "COALESCE(SUM(" + progress.condition + "), 0)")
                .collect(Collectors.joining(", "));
        return asked("SELECT " + sums + " " + THEIRS, colleague)
                .query((row, n) -> {
                    Map<Progress, Integer> counts = new EnumMap<>(Progress.class);
                    for (Progress progress : Progress.values())
                        counts.put(progress, row.getInt(progress.ordinal() + 1));
                    return counts;
                })
                .single();
    }

    /** A consultation at a time, the newest first; in each what is due first, then what is recorded, by name. */
    public List<Meeting> list(Colleague colleague, Progress progress, int atMost, int before) {
        return asked(
                        """
            SELECT m.id, m.consultation_id, c.title, s.staff_number, %s AS name, m.one_to_one_state, m.one_to_one_due, m.met_on, m.with_union_rep, a.name AS absence, s.absence_until,
              %s AS stand_in, CASE WHEN s.line_manager_staff_number = :me THEN NULL ELSE COALESCE(%s, 'HR of the region') END AS manager, c.individual_stage_at IS NOT NULL AS begun
            """.formatted(NameInFull.sql("s"), NameInFull.sql("i"), NameInFull.sql("l"))
                                + THEIRS
                                + """
              JOIN workforce_staff_view s ON s.staff_number = m.staff_number LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number
              LEFT JOIN workforce_staff_view i ON i.staff_number = m.stand_in LEFT JOIN absence_kind a ON a.code = s.absence
            WHERE %s
            ORDER BY m.consultation_id DESC, m.one_to_one_state <> 'WAITING', m.one_to_one_due IS NULL, m.one_to_one_due, s.display_name, m.id LIMIT :atMost OFFSET :before
            """.formatted(progress.condition),
                        colleague)
                .param("atMost", atMost)
                .param("before", before)
                .query((row, n) -> meeting(row))
                .list();
    }

    /** How far one person's one-to-one has come. */
    public Standing standing(long memberId) {
        return standings(List.of(memberId)).get(memberId);
    }

    /** By member id. */
    public Map<Long, Standing> standings(Collection<Long> memberIds) {
        Map<Long, Standing> standings = new HashMap<>();
        if (memberIds.isEmpty()) return standings;
        jdbc.sql("""
            SELECT m.id, m.one_to_one_state, m.one_to_one_due, m.met_on, COALESCE(m.with_union_rep, FALSE) AS with_union_rep, %s AS manager, %s AS stand_in,
              m.stand_in_from, m.stand_in_until, COALESCE(%s, m.one_to_one_by) AS recorded_by, m.one_to_one_at
            FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number
              LEFT JOIN workforce_staff_view i ON i.staff_number = m.stand_in LEFT JOIN workforce_staff_view r ON r.staff_number = m.one_to_one_by
            WHERE m.id IN (:ids)
            """.formatted(NameInFull.sql("l"), NameInFull.sql("i"), NameInFull.sql("r")))
                .param("ids", memberIds)
                .query(row -> {
                    standings.put(row.getLong("id"), standing(row));
                });
        return standings;
    }

    /** Whoever is still to be met in the same consultation by the same line manager, this member too. */
    public List<Long> toBeMetWith(long memberId) {
        return jdbc.sql("""
            SELECT o.id FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number
              JOIN cohort_member o ON o.consultation_id = m.consultation_id AND o.active_mark = 1 AND o.one_to_one_state = 'WAITING'
              JOIN workforce_staff_view w ON w.staff_number = o.staff_number
            WHERE m.id = ? AND (o.id = m.id OR w.line_manager_staff_number = s.line_manager_staff_number) ORDER BY o.id
            """).param(memberId).query(Long.class).list();
    }

    /** Whom this colleague still meets, as their line manager or in a line manager's place. */
    public List<Long> toBeMetBy(String staffNumber) {
        return jdbc.sql("SELECT m.id " + THEIRS + "WHERE m.one_to_one_state = 'WAITING' ORDER BY m.id")
                .param("me", staffNumber)
                .param("ended", ENDED)
                .param("today", deadlines.today())
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Colleague colleague) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("me", colleague.userName());
        asked.put("ended", ENDED);
        asked.put("today", deadlines.today());
        return jdbc.sql(sql).params(asked);
    }

    private Meeting meeting(ResultSet row) throws SQLException {
        LocalDate due = row.getObject("one_to_one_due", LocalDate.class);
        return new Meeting(
                row.getLong("id"),
                row.getLong("consultation_id"),
                row.getString("title"),
                row.getString("staff_number"),
                row.getString("name"),
                progress(row.getString("one_to_one_state"), due),
                due,
                row.getObject("met_on", LocalDate.class),
                row.getBoolean("with_union_rep"),
                row.getString("absence"),
                row.getObject("absence_until", LocalDate.class),
                row.getString("stand_in"),
                row.getString("manager"),
                row.getBoolean("begun"));
    }

    private Progress progress(String state, LocalDate due) {
        return switch (state) {
            case "HELD" -> Progress.MET;
            case "DECLINED" -> Progress.DECLINED;
            default -> due != null && due.isBefore(deadlines.today()) ? Progress.OVERDUE : Progress.TO_BE_MET;
        };
    }

    private Standing standing(ResultSet row) throws SQLException {
        LocalDate due = row.getObject("one_to_one_due", LocalDate.class);
        return new Standing(
                progress(row.getString("one_to_one_state"), due),
                due,
                row.getObject("met_on", LocalDate.class),
                row.getBoolean("with_union_rep"),
                row.getString("manager"),
                row.getString("stand_in"),
                row.getObject("stand_in_from", LocalDate.class),
                row.getObject("stand_in_until", LocalDate.class),
                row.getString("recorded_by"),
                row.getObject("one_to_one_at", LocalDateTime.class));
    }
}
