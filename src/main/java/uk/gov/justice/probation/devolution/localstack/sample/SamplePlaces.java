package uk.gov.justice.probation.devolution.localstack.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.List;

/**
 * The places that the regions offer and how long it takes to get there, invented. South Central and the East Midlands
 * have as many vacancies as they had in September 2023 (176 and 28, Greater Manchester none); North West and Yorkshire
 * and the Humber more places than the service centres have staff. Journeys are given from four home districts of each
 * of these two; from everywhere else they are estimated.
 */
final class SamplePlaces {
    private static final long SEED = 20_230_901;

    private enum Role {
        CA_GENERAL("Case allocation|Terminations|General administration|Duty desk"),
        CA_COURT("Court lists|Court results|Enforcement letters"),
        CA_UPW("Unpaid work administration|Attendance management|Induction bookings"),
        PSO_GENERAL("Supervision appointments|Risk assessments|Enforcement letters"),
        PSO_UPW("Unpaid work allocation|Unpaid work case management|Unpaid work inductions"),
        PLACEMENT_COORD("Unpaid work allocation|Project visits|Supervisor rotas"),
        UPW_SUPERVISOR("Unpaid work sessions|Project visits"),
        SPO("Team leadership|Risk assessments|Sentence planning"),
        MANAGER("Team leadership|General administration|Estates");

        final String tasks;

        Role(String tasks) {
            this.tasks = tasks;
        }
    }

    /** Minutes from a district to the offices of its region, in the order of their codes. */
    private record Journeys(String district, Region region, String mode, int... minutes) {}

    private static final List<Journeys> JOURNEYS = List.of(
            new Journeys("L4", Region.NW, "CAR", 74, 64, 80, 47, 236, 95, 28, 8, 105, 14, 43, 18),
            new Journeys("L20", Region.NW, "PUBLIC_TRANSPORT", 105, 88, 117, 68, 336, 135, 41, 11, 147, 13, 64, 22),
            new Journeys("WA1", Region.NW, "CAR", 65, 67, 55, 50, 246, 79, 24, 44, 113, 49, 8, 49),
            new Journeys("PR1", Region.NW, "CAR", 28, 8, 114, 99, 187, 51, 57, 64, 54, 62, 67, 74),
            new Journeys("WF1", Region.YATH, "CAR", 28, 37, 50, 116, 34, 27, 141, 58, 55, 8, 66),
            new Journeys("LS1", Region.YATH, "PUBLIC_TRANSPORT", 62, 33, 89, 163, 51, 8, 203, 51, 99, 34, 77),
            new Journeys("S1", Region.YATH, "PUBLIC_TRANSPORT", 43, 99, 58, 165, 75, 95, 183, 136, 8, 70, 136),
            new Journeys("BD1", Region.YATH, "CAR", 53, 8, 79, 139, 30, 26, 167, 46, 77, 37, 75));

    private SamplePlaces() {}

    static void writeVacancies(CsvWriter csv) throws IOException {
        csv.writeRecord("siteCode", "role", "places", "tasks", "fte");
        var chance = new Chance(SEED);
        for (Region region : List.of(Region.NW, Region.YATH)) {
            for (int office = 0; office < region.pdus.size(); office++) {
                String site = region.office(office);
                partTimeToo(csv, site, Role.CA_GENERAL, chance.between(2, 4));
                places(csv, site, Role.CA_COURT, chance.between(1, 2));
                places(csv, site, Role.CA_UPW, 1);
                places(csv, site, Role.PSO_GENERAL, chance.between(1, 2));
                places(csv, site, Role.PSO_UPW, chance.between(1, 2));
                places(csv, site, Role.PLACEMENT_COORD, 1);
                places(csv, site, Role.UPW_SUPERVISOR, 1);
                places(csv, site, office % 2 == 0 ? Role.SPO : Role.MANAGER, 1);
            }
        }
        for (int office = 0; office < Region.EM.pdus.size(); office++) {
            String site = Region.EM.office(office);
            places(csv, site, Role.CA_GENERAL, 3);
            places(csv, site, Role.CA_COURT, 2);
            places(csv, site, Role.PSO_GENERAL, 2);
        }
        for (int office = 0; office < Region.SC.pdus.size(); office++) {
            String site = Region.SC.office(office);
            places(csv, site, Role.CA_GENERAL, office == 0 ? 11 : 10);
            places(csv, site, Role.CA_COURT, 4);
            places(csv, site, Role.CA_UPW, 2);
            places(csv, site, Role.PSO_GENERAL, 6);
            places(csv, site, Role.PSO_UPW, 3);
        }
        // its lease ended in October 2021: never offered to anybody
        places(csv, "LIVERPOOL_CUNARD", Role.CA_GENERAL, 5);
    }

    static void writeTravel(CsvWriter csv) throws IOException {
        csv.writeRecord("homePostcodeDistrict", "siteCode", "minutes", "mode");
        for (Journeys journeys : JOURNEYS) {
            for (int office = 0; office < journeys.minutes.length; office++) {
                csv.writeRecord(
                        journeys.district,
                        journeys.region.office(office),
                        String.valueOf(journeys.minutes[office]),
                        journeys.mode);
            }
        }
    }

    private static void places(CsvWriter csv, String site, Role role, int places) {
        csv.writeRecord(site, role.name(), String.valueOf(places), role.tasks, "");
    }

    /** Of so many places one is part time. */
    private static void partTimeToo(CsvWriter csv, String site, Role role, int places) {
        csv.writeRecord(site, role.name(), String.valueOf(places), role.tasks, places - 1 + ".6");
    }
}
