package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;

@JdbcTest
abstract class ReferenceDataTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void twelveRegionsEachWithAUnitAndTwoReceivingTeams() {
        assertThat(count("SELECT COUNT(*) FROM region")).isEqualTo(12);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM region r JOIN unit u ON u.code = CONCAT('REGION_', r.code) AND u.region_code = r.code AND u.kind = 'REGION'"))
                .isEqualTo(12);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM team WHERE unit_code LIKE 'REGION_%' AND kind IN ('ADMINISTRATION', 'UPW') AND base_site IS NOT NULL"))
                .isEqualTo(24);
        assertThat(strings("SELECT slug FROM unit WHERE kind <> 'REGION' ORDER BY slug"))
                .containsExactly("bromley", "liverpool", "norwich", "wakefield");
        assertThat(strings("SELECT CONCAT(code, ' ', provider_code) FROM region"))
                .contains("NW N51", "YATH N55", "EM N53", "GM N50", "SC N59");
    }

    @Test
    void fortyFiveDeliveryUnitsEachWithAnOfficeAndASentenceManagementTeam() {
        assertThat(strings("SELECT CONCAT(region_code, ' ', COUNT(*)) FROM pdu GROUP BY region_code"))
                .containsExactlyInAnyOrder("EM 4", "GM 11", "NW 12", "SC 7", "YATH 11");
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM pdu p JOIN site s ON s.region_code = p.region_code AND s.pdu_name = p.name"))
                .isEqualTo(45);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM team t JOIN site s ON s.code = t.base_site WHERE t.kind = 'SENTENCE_MANAGEMENT' AND s.pdu_name IS NOT NULL"))
                .isEqualTo(45);
    }

    /**
     * A form that is answered quickly lists what there is: it is compared here, so that a row more is not forgotten
     * there. The lists of forms that start a process are put in when they are deployed.
     */
    @Test
    void formsOfferWhatThereIs() throws IOException {
        Set<String> outcomes = with("ON_PAGE", strings("SELECT code FROM upw_outcome WHERE in_tasklist"));
        Map<String, Set<String>> there = Map.of(
                "outcomeCode", outcomes,
                "quality", Set.copyOf(strings("SELECT code FROM upw_rating")),
                "behaviour", Set.copyOf(strings("SELECT code FROM upw_rating")),
                "frequency", names(Frequency.values()),
                "objective", names(Objective.values()));
        List<Path> forms;
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            forms = files.filter(file -> file.toString().endsWith(".form")).toList();
        }

        Set<String> compared = new TreeSet<>();
        for (Path form : forms) {
            for (JsonNode field : new ObjectMapper().readTree(form.toFile()).path("components")) {
                if (!field.has("values") || field.path("properties").has("list")) continue;
                String key = field.path("key").asText();
                if (!there.containsKey(key)) {
                    assertThat(field.path("values").size())
                            .as("%s %s: as many are hardly a question of yes and no; say here what it lists", form, key)
                            .isLessThan(4);
                    continue;
                }
                assertThat(field.path("values").findValuesAsText("value"))
                        .as("%s %s", form, key)
                        .containsExactlyInAnyOrderElementsOf(there.get(key));
                compared.add(key);
            }
        }
        assertThat(compared).isEqualTo(there.keySet());
    }

    private static Set<String> with(String one, List<String> others) {
        return Stream.concat(Stream.of(one), others.stream()).collect(Collectors.toSet());
    }

    private static Set<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
    }

    @Test
    void theLiverpoolTeamOutlivesItsBuilding() {
        assertThat(jdbc.sql(
                                "SELECT ends_on FROM lease l JOIN unit u ON u.site_code = l.site_code WHERE u.code = 'PSC_LIVERPOOL'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2021-10-31");
        assertThat(
                        strings(
                                "SELECT DISTINCT s.code FROM team t JOIN site s ON s.code = t.base_site WHERE t.unit_code = 'PSC_LIVERPOOL' AND s.virtual_site"))
                .containsExactly("LIVERPOOL_VIRTUAL");
    }

    @Test
    void everyServiceOfThePlanHasANameAndMostStandForServicesOfACase() {
        assertThat(count("SELECT COUNT(*) FROM service")).isEqualTo(12);
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM plan_service ps LEFT JOIN plan_service_name n ON n.code = ps.plan_service_code WHERE n.code IS NULL"))
                .isZero();
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM plan_service WHERE plan_service_code IN ('ALL_PSC_SERVICES', 'LONDON_SERVICE_CENTRE_SERVICES')"))
                .isEqualTo(24);
        assertThat(
                        strings(
                                "SELECT CONCAT(service_code, ':', scope_code) FROM plan_service WHERE plan_service_code = 'STANDALONE_CP_ALLOCATION'"))
                .containsExactlyInAnyOrder("ALLOCATION:STANDALONE_UPW_CASES", "STANDALONE_UPW_ALLOCATION:");
        assertThat(count("SELECT COUNT(*) FROM plan_service WHERE plan_service_code = 'ENFORCEMENT_HUB'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM plan_service_name WHERE code = 'ENFORCEMENT_HUB'"))
                .isEqualTo(1);
    }

    @Test
    void bankHolidaysAreWeekdaysOfEveryYear() {
        List<LocalDate> days = jdbc.sql("SELECT day FROM bank_holiday ORDER BY day")
                .query(LocalDate.class)
                .list();
        assertThat(days)
                .allSatisfy(day -> assertThat(day.getDayOfWeek().getValue()).isLessThan(6));
        for (int year = 2021; year <= 2035; year++) {
            int thatYear = year;
            // eight a year; when New Year's Day is a Saturday its substitute still falls in the same year; one more in
            // 2023, two more in 2022
            assertThat(days.stream().filter(day -> day.getYear() == thatYear))
                    .hasSize(year == 2022 ? 10 : year == 2023 ? 9 : 8);
        }
        assertThat(days)
                .contains(
                        LocalDate.of(2021, 12, 28),
                        LocalDate.of(2022, 6, 2),
                        LocalDate.of(2022, 6, 3),
                        LocalDate.of(2022, 9, 19),
                        LocalDate.of(2023, 5, 8),
                        LocalDate.of(2024, 3, 29),
                        LocalDate.of(2025, 4, 21),
                        LocalDate.of(2026, 12, 28),
                        LocalDate.of(2027, 12, 27),
                        LocalDate.of(2027, 12, 28),
                        LocalDate.of(2028, 1, 3),
                        LocalDate.of(2035, 3, 23))
                .doesNotContain(LocalDate.of(2022, 5, 30));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ReferenceDataOnMariaDbTest extends ReferenceDataTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ReferenceDataOnMySqlTest extends ReferenceDataTest {}
