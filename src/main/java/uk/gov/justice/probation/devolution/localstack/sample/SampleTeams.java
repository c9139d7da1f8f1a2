package uk.gov.justice.probation.devolution.localstack.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The teams that take people in, the work they do and who has done it, invented. Every third office has a new court
 * team with nobody in it yet; few of the service centres' administrators have worked for a court.
 */
final class SampleTeams {
    private static final long SEED = 20_240_301;
    private static final int LIVERPOOL_ADMINISTRATORS = 55;
    private static final int LIVERPOOL_OFFICERS = 30;
    private static final int WAKEFIELD_ADMINISTRATORS = 38;
    private static final int WAKEFIELD_OFFICERS = 17;

    private enum Kind {
        OFFICE("administration", "ADMIN", "CA_GENERAL", "CA_UPW"),
        COURT("court team", "COURT", "CA_COURT"),
        UNPAID_WORK("unpaid work team", "UPW", "PSO_UPW", "PLACEMENT_COORD", "UPW_SUPERVISOR"),
        SUPERVISION("supervision team", "SUPERVISION", "PSO_GENERAL");

        final String name;
        final String work;
        final List<String> roles;

        Kind(String name, String work, String... roles) {
            this.name = name;
            this.work = work;
            this.roles = List.of(roles);
        }
    }

    private SampleTeams() {}

    static void writeTeams(CsvWriter csv) throws IOException {
        csv.writeRecord("siteCode", "role", "team", "work", "months");
        var chance = new Chance(SEED);
        for (Region region : List.of(Region.NW, Region.YATH)) {
            for (int office = 0; office < region.pdus.size(); office++) {
                for (Kind kind : Kind.values()) {
                    boolean isNew = kind == Kind.COURT && office % 3 == 0;
                    String months = isNew ? "" : months(chance);
                    String team = "%s %s".formatted(region.pdus.get(office), kind.name);
                    for (String role : kind.roles)
                        csv.writeRecord(region.office(office), role, team, kind.work, months);
                }
            }
        }
    }

    static void writeExperience(CsvWriter csv) throws IOException {
        csv.writeRecord("staffNumber", "work", "months");
        var chance = new Chance(SEED + 1);
        administrators(csv, "PSCL", LIVERPOOL_ADMINISTRATORS, chance);
        officers(csv, "PSCM", LIVERPOOL_OFFICERS, chance);
        administrators(csv, "PSCW", WAKEFIELD_ADMINISTRATORS, chance);
        officers(csv, "PSCX", WAKEFIELD_OFFICERS, chance);
    }

    private static void administrators(CsvWriter csv, String team, int people, Chance chance) throws IOException {
        for (int person = 1; person <= people; person++) {
            record(csv, team, person, Kind.OFFICE, chance.between(1, 90));
            if (chance.percent(15)) record(csv, team, person, Kind.COURT, chance.between(3, 40));
        }
    }

    private static void officers(CsvWriter csv, String team, int people, Chance chance) throws IOException {
        for (int person = 1; person <= people; person++) {
            record(csv, team, person, Kind.UNPAID_WORK, chance.between(1, 90));
            if (chance.percent(40)) record(csv, team, person, Kind.SUPERVISION, chance.between(3, 60));
        }
    }

    private static void record(CsvWriter csv, String team, int person, Kind kind, int months) throws IOException {
        csv.writeRecord("%s%03d".formatted(team, person), kind.work, String.valueOf(months));
    }

    private static String months(Chance chance) {
        return IntStream.range(0, chance.between(3, 7))
                .mapToObj(person -> String.valueOf(chance.between(1, 120)))
                .collect(Collectors.joining("|"));
    }
}
