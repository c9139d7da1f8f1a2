package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Keeps what files change of cases that wait for a handover, for as long as they wait (ADR 115). */
@Component
class CaseChangeBatch {
    /** An SQL condition: the case waits for a handover. */
    private static final String WAITS = "EXISTS (SELECT 1 FROM handover_waiting_case_view w WHERE w.case_id = %s)";

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseChangeBatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the rows of the file, {@code staged_case}, are about to change. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ofCases(Colleague importer) {
        keep("cases", importer, """
            INSERT INTO case_change (case_id, field, value_before, value_after, case_version, file, changed_by, changed_at)
            SELECT t.id, f.field, %s, %s, s.version, :file, :by, :now
            FROM staged_case s JOIN probation_case t ON t.crn = s.crn AND t.event_number = s.event_number JOIN (SELECT %s) f
            WHERE s.version > t.version AND %s AND %s
            """.formatted(
                        CaseField.texts(CaseField.OF_CASES, "t."),
                        CaseField.texts(CaseField.OF_CASES, "s."),
                        CaseField.names(CaseField.OF_CASES),
                        CaseField.differ(CaseField.OF_CASES, "t.", "s."),
                        WAITS.formatted("t.id")));
    }

    /** What the rows of the file, {@code staged_case_service}, are about to change. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ofServices(Colleague importer) {
        keep("case-services", importer, """
            INSERT INTO case_change (case_id, service_code, field, value_before, value_after, last_changed, file, changed_by, changed_at)
            SELECT s.case_id, s.service_code, f.field, %s, %s, s.last_changed, :file, :by, :now FROM staged_case_service s JOIN (SELECT %s) f
            WHERE s.open_id IS NOT NULL AND s.last_changed > s.open_last_changed AND %s
              AND (f.field <> 'WORK' OR s.unit_code = s.open_unit_code AND s.work_in_progress = s.open_work_in_progress) AND %s
            """.formatted(
                        CaseField.texts(CaseField.OF_SERVICES, "s.open_"),
                        CaseField.texts(CaseField.OF_SERVICES, "s."),
                        CaseField.names(CaseField.OF_SERVICES),
                        CaseField.differ(CaseField.OF_SERVICES, "s.open_", "s."),
                        WAITS.formatted("s.case_id")));
    }

    /** Nobody decides any more about what has moved, was left or was released. */
    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT24H")
    @Transactional
    public void forgetWhatNoLongerWaits() {
        var cases = jdbc.sql("SELECT DISTINCT case_id FROM case_change c WHERE NOT " + WAITS.formatted("c.case_id"))
                .query(Long.class)
                .list();
        for (int from = 0; from < cases.size(); from += AT_ONCE)
            jdbc.sql("DELETE FROM case_change WHERE case_id IN (:cases)")
                    .param("cases", cases.subList(from, Math.min(cases.size(), from + AT_ONCE)))
                    .update();
    }

    private void keep(String file, Colleague importer, String sql) {
        jdbc.sql(sql)
                .param("file", file)
                .param("by", importer.userName())
                .param("now", Utc.of(clock.instant()))
                .update();
    }
}
