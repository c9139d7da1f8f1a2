package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.HandoverBoard.Cases;
import uk.gov.justice.probation.devolution.handover.HandoverBoard.Row;

@DomainTest
abstract class HandoverBoardTest {
    @Autowired
    HandoverBoard board;

    @Autowired
    CountingCases counting;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private SomeCases cases;
    private long terminations;
    private long allocation;

    @BeforeEach
    void twoServicesOfFiveCases() {
        cases = new SomeCases(jdbc);
        cases.held(5, "NW", "PSC_LIVERPOOL", "TERMINATIONS", "NPS", false);
        jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed, work_in_progress)
            SELECT case_id, 'ALLOCATION', unit_code, region_code, responsible_from, last_changed, 0 FROM case_service WHERE case_id <= (SELECT MIN(id) + 2 FROM probation_case)
            """).update();
        terminations = handover("H-NW-5", "HANDOVER", "TERMINATIONS", "PSC_LIVERPOOL", "REGION_NW");
        allocation = handover("H-NW-2", "HANDOVER", "ALLOCATION", "PSC_LIVERPOOL", "REGION_NW");
        inventory(terminations, "TERMINATIONS");
        inventory(allocation, "ALLOCATION");
    }

    @Test
    void aCaseInTwoInventoriesCountsOnceAndHasMovedWhenBothHave() {
        assertThat(board.cases(null, null).countedAt()).as("not counted yet").isNull();
        counting.count();
        assertThat(counts(null, null)).containsExactly(5, 0);

        moved(terminations);
        counting.count();

        assertThat(counts(null, null)).as("of three the allocation stays").containsExactly(5, 2);
        assertThat(counts("NW", "TERMINATIONS")).containsExactly(5, 5);
        assertThat(counts("NW", "ALLOCATION")).containsExactly(3, 0);
        assertThat(counts("GM", null)).containsExactly(0, 0);
    }

    @Test
    void whatIsReleasedIsInScopeNoMore() {
        jdbc.sql("UPDATE handover_item SET state = 'RELEASED' WHERE handover_id = ?")
                .param(terminations)
                .update();

        counting.count();

        assertThat(counts(null, null)).containsExactly(3, 0);
    }

    @Test
    void itIsCountedAnewOnlyWhereSomethingHasChanged() {
        counting.count();
        jdbc.sql("DELETE FROM handover_item").update();

        counting.count();
        assertThat(counts(null, null)).containsExactly(5, 0);

        touched(allocation);
        counting.count();
        assertThat(counts(null, null)).containsExactly(0, 0);
    }

    @Test
    void aSiteMoveThatEndsTooLatePutsWhatItFeedsAtRisk() {
        long fed = handover("H-NW-9", "HANDOVER", "TERMINATIONS", "PSC_LIVERPOOL", "REGION_NW");
        given.theHandover(fed)
                .due(TODAY.plusMonths(2))
                .planned(TODAY.plusDays(14))
                .state("WAITING")
                .save();
        handover("M1", "SITE_MOVE", "TERMINATIONS", "PSC_WAKEFIELD", "PSC_LIVERPOOL");
        given.theHandover("M1").planned(TODAY.plusDays(13)).save();

        assertThat(row("H-NW-9").punctuality().risks())
                .singleElement()
                .asString()
                .startsWith("Site move M1 brings the work to");
        assertThat(row("H-NW-9").waitsFor()).isEqualTo("Site move M1");
        assertThat(row("H-NW-2").punctuality().risks())
                .as("another service")
                .noneSatisfy(risk -> assertThat(risk).contains("M1"));
    }

    @Test
    void itSaysSinceWhenItHasWaitedSo() {
        assertThat(row("H-NW-5").since()).as("not known").isNull();
        Instant before = Instant.parse("2026-11-01T09:00:00Z");
        for (Instant since : List.of(before, before.plusSeconds(60)))
            jdbc.sql("INSERT INTO handover_state (handover_id, state, since) VALUES (?, 'GATES', ?)")
                    .params(terminations, Utc.of(since))
                    .update();

        assertThat(row("H-NW-5").since()).isEqualTo(before.plusSeconds(60));
    }

    @Test
    void eachStateSaysWhatComesNext() {
        for (HandoverState state : HandoverState.values()) {
            given.theHandover(terminations).state(state.name()).save();
            assertThat(row("H-NW-5").waitsFor().isEmpty()).as(state.name()).isEqualTo(state.ended());
        }
        given.theHandover(terminations).state("GATES").gates("EQIP|VETTING").save();
        assertThat(row("H-NW-5").waitsFor()).isEqualTo("Process published on EQIP, Vetting");
    }

    private Row row(String planRow) {
        return board.rows().stream()
                .filter(row -> row.handover().planRowId().equals(planRow))
                .findFirst()
                .orElseThrow();
    }

    private int[] counts(String region, String service) {
        Cases counted = board.cases(region, service);
        return new int[] {(int) counted.inScope(), (int) counted.moved()};
    }

    private long handover(String planRow, String kind, String service, String from, String to) {
        return cases.handover(planRow, kind, "NW", service, "", from, to, LocalDate.of(2027, 6, 30), "");
    }

    private void inventory(long handover, String service) {
        jdbc.sql("""
            INSERT INTO handover_item (handover_id, case_service_id, case_id, case_version, last_changed, state)
            SELECT ?, id, case_id, 1, last_changed, 'IN_SCOPE' FROM case_service WHERE service_code = ?
            """).params(handover, service).update();
    }

    private void moved(long handover) {
        jdbc.sql(
                        "UPDATE case_service SET ended_by_handover = ? WHERE id IN (SELECT case_service_id FROM handover_item WHERE handover_id = ?)")
                .params(handover, handover)
                .update();
        touched(handover);
    }

    private void touched(long handover) {
        jdbc.sql("UPDATE handover SET version = version + 1 WHERE id = ?")
                .param(handover)
                .update();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class HandoverBoardOnMariaDbTest extends HandoverBoardTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class HandoverBoardOnMySqlTest extends HandoverBoardTest {}
