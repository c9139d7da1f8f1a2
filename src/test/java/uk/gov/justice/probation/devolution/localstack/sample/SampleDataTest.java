package uk.gov.justice.probation.devolution.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {

    @Test
    void theSameSeedGivesTheSameBytes(@TempDir Path folder) throws IOException {
        SampleData.main(new String[] {"500", folder.resolve("one").toString()});
        SampleData.main(new String[] {"500", folder.resolve("two").toString()});
        for (String file : List.of(
                "staff.csv",
                "cases.csv",
                "case-services.csv",
                "vacancies.csv",
                "teams.csv",
                "experience.csv",
                "travel.csv",
                "upw-projects.csv",
                "upw-requirements.csv",
                "upw-sessions.csv",
                "case-components.csv")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
        assertThat(Files.readAllLines(folder.resolve("one/cases.csv")).get(1))
                .isEqualTo(
                        "X000001,1,YATH,Hull and East Riding,TEAM_YATH_04,N55A025,340,2021-04-07,2022-10-07,NPS,false,RHRH,A1,M1,false,9");
    }

    @Test
    void hasTheProportionsOfTheFiveRegions() {
        List<String[]> cases = rows(new SampleData(90_000)::writeCases);
        List<String[]> orders = rows(new SampleData(90_000)::writeCaseServices).stream()
                .filter(row -> row[2].equals("UPW_ORDERS"))
                .toList();
        Map<String, String> regions = cases.stream().collect(Collectors.toMap(row -> row[0], row -> row[2]));

        assertThat(cases.stream().collect(Collectors.groupingBy(row -> row[2], Collectors.counting())))
                .isEqualTo(Map.of("YATH", 24_840L, "NW", 18_720L, "SC", 16_560L, "GM", 14_940L, "EM", 14_940L));
        assertThat(orders.stream().collect(Collectors.groupingBy(row -> regions.get(row[0]), Collectors.counting())))
                .isEqualTo(Map.of("YATH", 6_900L, "NW", 5_200L, "SC", 4_600L, "GM", 4_150L, "EM", 4_150L));
        assertThat(share(cases, row -> row[14].equals("true"))).isBetween(0.008, 0.012);
        assertThat(share(cases, row -> row[9].equals("CRC"))).isBetween(0.5, 0.6);
        assertThat(cases).allSatisfy(row -> assertThat(row[0]).matches("X\\d{6}"));
    }

    @Test
    void theServiceCentresHave150StaffAndOfficersWaitForVettingInFourRegions() {
        List<String[]> staff = rows(new SampleData(9_000)::writeStaff);
        assertThat(staff.stream().filter(row -> row[6].startsWith("PSC_") || row[6].startsWith("LSC_")))
                .hasSize(150);
        assertThat(staff.stream()
                        .filter(row -> row[11].equals("PENDING"))
                        .peek(row -> assertThat(row[3]).isEqualTo("PSO"))
                        .map(row -> row[6])
                        .distinct())
                .containsExactlyInAnyOrder("TEAM_YATH_UPW", "TEAM_EM_UPW", "TEAM_GM_UPW", "TEAM_SC_UPW");
    }

    @Test
    void northWestAndYorkshireHaveMorePlacesThanStaffAndTheOthersTheirVacancies() {
        List<String[]> vacancies = rows(new SampleData(0)::writeVacancies);
        Map<String, Integer> places = vacancies.stream()
                .collect(Collectors.groupingBy(
                        row -> row[0].substring(0, row[0].indexOf('_')),
                        Collectors.summingInt(row -> Integer.parseInt(row[2]))));
        Map<String, Integer> caAndPso = vacancies.stream()
                .filter(row -> row[1].startsWith("CA_") || row[1].startsWith("PSO_"))
                .collect(Collectors.groupingBy(
                        row -> row[0].substring(0, 2) + row[1].charAt(0),
                        Collectors.summingInt(row -> Integer.parseInt(row[2]))));

        assertThat(places)
                .containsEntry("EM", 28)
                .containsEntry("SC", 176)
                .containsEntry("LIVERPOOL", 5)
                .doesNotContainKey("GM");
        assertThat(caAndPso.get("NWC")).isGreaterThanOrEqualTo(54);
        assertThat(caAndPso.get("NWP")).isGreaterThanOrEqualTo(29);
        assertThat(caAndPso.get("YAC")).isGreaterThanOrEqualTo(37);
        assertThat(caAndPso.get("YAP")).isGreaterThanOrEqualTo(16);
        assertThat(vacancies).extracting(row -> row[0] + row[1]).doesNotHaveDuplicates();
    }

    @Test
    void whoeverIsOfferedAPlaceInTheTwoRegionsComesToATeamAndSomeCourtTeamsAreNew() {
        List<String[]> teams = rows(new SampleData(0)::writeTeams);
        List<String> received = teams.stream().map(row -> row[0] + row[1]).toList();
        assertThat(received).doesNotHaveDuplicates();
        assertThat(rows(new SampleData(0)::writeVacancies).stream()
                        .filter(row -> row[0].startsWith("NW_") || row[0].startsWith("YATH_"))
                        .filter(row -> !List.of("SPO", "MANAGER").contains(row[1]))
                        .map(row -> row[0] + row[1]))
                .containsExactlyInAnyOrderElementsOf(received);
        assertThat(teams.stream().filter(row -> row[3].equals("COURT")))
                .anyMatch(row -> row[4].isEmpty())
                .anyMatch(row -> !row[4].isEmpty());
        List<String> staff = rows(new SampleData(9_000)::writeStaff).stream()
                .map(row -> row[0])
                .toList();
        assertThat(rows(new SampleData(0)::writeExperience))
                .hasSizeGreaterThan(140)
                .allSatisfy(row -> assertThat(staff).contains(row[0]));
    }

    @Test
    void journeysAreGivenForEveryOfficeOfARegionFromSomeDistricts() {
        Map<String, Long> offices = rows(new SampleData(0)::writeTravel).stream()
                .collect(Collectors.groupingBy(row -> row[0], Collectors.counting()));
        assertThat(offices).hasSize(8).containsEntry("L4", 12L).containsEntry("BD1", 11L);
    }

    @Test
    void theUnpaidWorkIsThatOfTheCasesAndLittleOfItStartsAtOnce() {
        SampleData sample = new SampleData(9_000);
        List<String[]> requirements = rows(sample::writeRequirements);
        Map<String, String> regions =
                rows(sample::writeCases).stream().collect(Collectors.toMap(row -> row[0], row -> row[2]));

        assertThat(rows(sample::writeProjects)).hasSize(60);
        assertThat(requirements.stream()
                        .collect(Collectors.groupingBy(row -> regions.get(row[0]), Collectors.counting())))
                .isEqualTo(Map.of("YATH", 690L, "NW", 33L, "SC", 460L, "GM", 415L, "EM", 415L));
        assertThat(share(requirements, row -> row[8].equals("WK"))).isBetween(0.55, 0.75);
        assertThat(rows(sample::writeSessions)).hasSizeBetween(300, 1_500);
        assertThat(rows(sample::writeComponents)).hasSizeBetween(1_000, 2_000);
    }

    @Test
    void datesAreCountedFromTheSamplesDay() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(rows(new SampleData(500, day)::writeCases))
                .allSatisfy(row -> assertThat(LocalDate.parse(row[7])).isBetween(day.minusDays(540), day.minusDays(1)));
        assertThat(rows(new SampleData(500, day)::writeCaseServices))
                .allSatisfy(row -> assertThat(row[5]).isLessThan("2026-11-22"));
    }

    private static double share(List<String[]> rows, Predicate<String[]> matching) {
        return (double) rows.stream().filter(matching).count() / rows.size();
    }

    private static List<String[]> rows(Consumer<Writer> file) {
        StringWriter csv = new StringWriter();
        file.accept(csv);
        return csv.toString().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
