package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.ReferenceRows;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Whatever value stands in any column of any file, the row is accepted or the column is named in the refusal; nothing
 * ever fails. Maximum lengths are those of the database columns.
 */
@DomainTest
abstract class EveryColumnTest {
    private static final Colleague OWNER = new Colleague("owner", Set.of(Colleague.SERVICE_OWNER));
    private static final List<String> ODD = List.of(
            "",
            "0",
            "-1",
            "1",
            "1.5",
            "1e9",
            "2147483648",
            "99999999999999999999",
            "NaN",
            "😀",
            "\u0007",
            "\u202E",
            "a|b",
            "|",
            "' OR 1",
            "TRUE",
            "0001-01-01",
            "1899-12-31",
            "2099-12-31",
            "2999-01-01",
            "9999-12-31",
            "+10000-01-01",
            "2026-02-30",
            "24:00",
            "0001-01-01T00:00:00Z",
            "2999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z");

    /** Columns whose rule is reported for another column. */
    private static final Map<String, Set<String>> TOLD_ELSEWHERE = Map.ofEntries(
            Map.entry("window_start", Set.of("due")),
            Map.entry("startDate", Set.of("expectedEndDate", "endDate")),
            Map.entry("startedOn", Set.of("closedOn")),
            Map.entry("closedOn", Set.of("outcome")),
            Map.entry("places", Set.of("fte")),
            Map.entry("longitude", Set.of("latitude")),
            Map.entry("absence", Set.of("absenceUntil")),
            Map.entry("minutesOrdered", Set.of("minutesCredited", "eteMinutesCredited", "status")),
            Map.entry("minutesCredited", Set.of("status", "eteMinutesCredited")),
            Map.entry("startTime", Set.of("endTime", "pickUpTime")),
            Map.entry("pickUpTime", Set.of("pickUpPoint")),
            Map.entry("date", Set.of("outcomeCode")),
            Map.entry("orderTypeCode", Set.of("standaloneUpw")),
            Map.entry("regionCode", Set.of("providerCode")),
            Map.entry("unitCode", Set.of("groupName")));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    List<StagedImport> kinds;

    @Autowired
    DataSource dataSource;

    private int probes;
    private ReferenceRows before;

    @BeforeEach
    void remember() {
        before = ReferenceRows.of(dataSource);
    }

    @AfterEach
    void putBack() {
        before.putBack();
    }

    @Test
    void oddValuesAreTakenOrNamed() {
        Map<String, String> rows = goodRows();
        assertThat(rows.keySet()).as("every kind of file").containsExactlyInAnyOrderElementsOf(imports.files());
        rows.forEach((file, row) -> takeRow(file, row));
        List<String> values = new ArrayList<>(ODD);
        jdbc.sql(
                        "SELECT DISTINCT character_maximum_length FROM information_schema.columns WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar') AND character_maximum_length <= 4000")
                .query(Integer.class)
                .list()
                .forEach(length -> {
                    values.add("x".repeat(length + 1));
                    values.add("X".repeat(length + 1));
                });
        List<String> wrong = new ArrayList<>();
        rows.forEach((file, row) -> {
            List<String> columns = columns(file);
            for (String column : columns) {
                for (String value : values) probe(file, column, value, fresh(file, row), wrong);
            }
        });
        assertThat(probes).isGreaterThan(5_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noDayOrMomentOfAnImplausibleYearIsTakenAndNoneThatSaysWhatIsYetToHappen() {
        Map<String, String> rows = goodRows();
        rows.forEach((file, row) -> takeRow(file, row));
        List<String> taken = new ArrayList<>();
        List<String> tried = new ArrayList<>();
        rows.forEach((file, row) -> {
            List<String> fields = List.of(row.split(",", -1));
            for (int i = 0; i < fields.size(); i++) {
                boolean day = fields.get(i).matches("\\d{4}-\\d\\d-\\d\\d");
                boolean moment = fields.get(i).matches("\\d{4}-\\d\\d-\\d\\dT.*");
                if (!day && !moment) continue;
                String column = columns(file).get(i);
                tried.add(file + " " + column);
                Stream<String> far = Stream.of("0001-01-01", "1899-12-31", "2999-01-01", "9999-12-31");
                Stream<String> tooFar = day
                        ? far
                        : Stream.concat(
                                far.map(date -> date + "T00:00:00Z"),
                                Stream.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(366))
                                        .map(ahead ->
                                                CLOCK.instant().plus(ahead).toString()));
                for (String value : tooFar.toList()) {
                    List<String> changed =
                            new ArrayList<>(List.of(fresh(file, row).split(",", -1)));
                    changed.set(i, value);
                    try {
                        takeRow(file, String.join(",", changed));
                        taken.add("%s %s %s".formatted(file, column, value));
                    } catch (ImportRefusedException refused) {
                        assertThat(refused.badRows())
                                .as("%s %s %s", file, column, value)
                                .extracting(BadRow::column)
                                .contains(column);
                    }
                }
                probes++;
            }
        });
        assertThat(tried)
                .contains("case-services lastChanged", "staff absenceUntil", "upw-requirements sentenceDate")
                .hasSizeGreaterThan(12);
        assertThat(taken).isEmpty();
    }

    @Test
    void aMomentThatHasJustPassedIsTaken() {
        Map<String, String> rows = goodRows();
        rows.forEach((file, row) -> takeRow(file, row));
        String row = rows.get("case-services");
        Instant justNow = CLOCK.instant().minusSeconds(1);
        take("case-services", header("case-services") + row.substring(0, row.lastIndexOf(',') + 1) + justNow + "\n");
        assertThat(jdbc.sql(
                                "SELECT last_changed FROM case_service s JOIN probation_case c ON c.id = s.case_id WHERE c.crn = 'Z900001'")
                        .query(LocalDateTime.class)
                        .single())
                .isEqualTo(LocalDateTime.ofInstant(justNow, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
    }

    private void probe(String file, String column, String value, String row, List<String> wrong) {
        List<String> fields = new ArrayList<>(List.of(row.split(",", -1)));
        fields.set(columns(file).indexOf(column), '"' + value + '"');
        try {
            takeRow(file, String.join(",", fields));
        } catch (ImportRefusedException refused) {
            boolean named = refused.badRows().stream()
                    .map(BadRow::column)
                    .anyMatch(told -> told.equals(column)
                            || TOLD_ELSEWHERE.getOrDefault(column, Set.of()).contains(told));
            if (!named)
                wrong.add("%s %s '%s' was refused for %s".formatted(file, column, shortened(value), refused.badRows()));
        } catch (RuntimeException failed) {
            wrong.add("%s %s '%s' failed: %s".formatted(file, column, shortened(value), failed));
        }
        probes++;
    }

    /** Valid rows, ordered so that each finds what it refers to. */
    private static Map<String, String> goodRows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "plan",
                "T-1,HANDOVER,NW,GENERAL_ADMINISTRATION,,PSC_LIVERPOOL,REGION_NW,2021-11-01,2022-01-31,yes,BRIEFING,note");
        rows.put("regions", "ZZ,Example Region,Example,N99");
        rows.put("pdus", "NW,Example");
        rows.put("units", "PSC_ZZ,PSC Example,PSC,NW,NW_10,example");
        rows.put("unit-teams", "TEAM_ZZ,Example administration,ADMINISTRATION,PSC_ZZ,NW_10");
        rows.put("tiers", "B2,COMMUNITY,115");
        rows.put("order-types", "201,Community order,true");
        rows.put("bank-holidays", "2036-01-01,New Year’s Day");
        rows.put("sites", "ZZ_01,Test office,NW,Wirral,2030-01-31,false,53.4,-2.9");
        rows.put(
                "staff",
                "ZZT0001,Ann Test,ann@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2015-01-01,60,CLEARED,L3,SICKNESS,2026-01-01");
        rows.put("vacancies", "NW_10,CA_GENERAL,3,Letters|Telephone,2.4");
        rows.put("teams", "NW_10,CA_COURT,Court team,COURT,60|24|3");
        rows.put("experience", "ZZT0001,COURT,24");
        rows.put("travel", "L3,NW_10,25,CAR");
        rows.put(
                "cases",
                "Z900001,1,NW,Wirral,TEAM_NW_12,ZZT0001,201,2021-01-01,2027-01-01,CRC,false,RMRH,B0,M1,false,1");
        rows.put("crn-merges", "Z900002,Z900001,true");
        rows.put("event-moves", "Z900001,1,Z900001,7");
        rows.put("case-services", "Z900001,1,UPW_ADMINISTRATION,PSC_LIVERPOOL,true,2021-01-01T09:00:00Z");
        rows.put(
                "upw-projects",
                "ZZ-P1,Gardens,PL,NW,Wirral,53.4,-3.0,MON TUE WED THU FRI SAT SUN,09:00,16:00,10,2021-01-01,,painting,RLRH RMRH,true,Outside the library,08:30");
        rows.put("upw-requirements", "Z900001,1,R1,W01,6000,600,60,2021-01-01,WK,0,L3,MON,L4,painting");
        rows.put("upw-sessions", "ZZ/S1,Z900001,1,R1,ZZ-P1,2021-12-07,09:00,16:00,ATTC,0,GOOD,GOOD,A note,false,1");
        rows.put("case-components", "Z900001,1,REQUIREMENT,REF1,Some label,2021-01-01,2021-02-01,DONE,1");
        return rows;
    }

    /** A row that is not older than the existing data, whatever was accepted before. */
    private String fresh(String file, String row) {
        return switch (file) {
            case "cases", "case-components" -> row.substring(0, row.lastIndexOf(',') + 1) + (2 + probes);
            case "case-services" ->
                row.substring(0, row.lastIndexOf(',') + 1)
                        + LocalDateTime.of(2022, 1, 1, 9, 0).plusMinutes(probes) + ":00Z";
            case "upw-sessions" -> row.replace("ZZ/S1", "ZZ/W" + probes);
            default -> row;
        };
    }

    private void takeRow(String file, String row) {
        take(file, header(file) + row + "\n" + RestOfAnExample.of(file));
    }

    private ImportCounts take(String file, String csv) {
        return imports.take(file, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), OWNER);
    }

    private String header(String file) {
        return String.join(",", columns(file)) + "\n";
    }

    private List<String> columns(String file) {
        return kinds.stream()
                .filter(kind -> kind.file().equals(file))
                .findFirst()
                .orElseThrow()
                .columns();
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : "%s… (%d)".formatted(value.substring(0, 3), value.length());
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class EveryColumnOnMariaDbTest extends EveryColumnTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class EveryColumnOnMySqlTest extends EveryColumnTest {}
