package uk.gov.justice.probation.devolution.localstack.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Invented staff and cases in the form of import files; the same seed gives the same bytes. The PSC's staff (150),
 * teams that receive the work, any number of cases over the five regions, each with its services and the unit that does
 * them before the plan begins, the places that the regions offer to the PSC's staff, and the teams that take them in.
 */
public final class SampleData {
    private static final long SEED = 20_211_001;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 10, 1);
    private static final int SHARES = 500;
    private static final Set<Service> AT_WAKEFIELD =
            Set.of(Service.TERMINATIONS, Service.ATTENDANCE_MANAGEMENT, Service.STANDALONE_UPW_ALLOCATION);
    private static final Set<Service> AT_LSC = Set.of(
            Service.ALLOCATION, Service.TERMINATIONS, Service.ATTENDANCE_MANAGEMENT, Service.GENERAL_ADMINISTRATION);
    private static final String[] UPW_ORDER_TYPES = {"201", "340", "203", "216", "341", "408"};

    private final List<SampleCase> cases;
    private final LocalDate today;

    /** The sample for the day on which the plan of 2021 begins. */
    public SampleData(int cases) {
        this(cases, FIRST_DAY);
    }

    /** @param today the sample's day: cases began before it, sessions are planned after it */
    public SampleData(int cases, LocalDate today) {
        this.today = today;
        this.cases = cases(cases);
    }

    /** Writes every file of the sample, such as {@code cases.csv}; arguments: how many cases, and the folder. */
    public static void main(String[] arguments) throws IOException {
        SampleData data = new SampleData(Integer.parseInt(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (Writer staff = Files.newBufferedWriter(folder.resolve("staff.csv"));
                Writer cases = Files.newBufferedWriter(folder.resolve("cases.csv"));
                Writer services = Files.newBufferedWriter(folder.resolve("case-services.csv"));
                Writer vacancies = Files.newBufferedWriter(folder.resolve("vacancies.csv"));
                Writer teams = Files.newBufferedWriter(folder.resolve("teams.csv"));
                Writer experience = Files.newBufferedWriter(folder.resolve("experience.csv"));
                Writer travel = Files.newBufferedWriter(folder.resolve("travel.csv"));
                Writer projects = Files.newBufferedWriter(folder.resolve("upw-projects.csv"));
                Writer requirements = Files.newBufferedWriter(folder.resolve("upw-requirements.csv"));
                Writer sessions = Files.newBufferedWriter(folder.resolve("upw-sessions.csv"));
                Writer components = Files.newBufferedWriter(folder.resolve("case-components.csv"))) {
            data.writeStaff(staff);
            data.writeCases(cases);
            data.writeCaseServices(services);
            data.writeVacancies(vacancies);
            data.writeTeams(teams);
            data.writeExperience(experience);
            data.writeTravel(travel);
            data.writeProjects(projects);
            data.writeRequirements(requirements);
            data.writeSessions(sessions);
            data.writeComponents(components);
        }
    }

    public void writeStaff(Writer to) {
        write(to, csv -> {
            csv.writeRecord(
                    "staffNumber",
                    "displayName",
                    "email",
                    "grade",
                    "fte",
                    "siteCode",
                    "teamCode",
                    "lineManagerStaffNumber",
                    "regionCode",
                    "startDate",
                    "experienceMonths",
                    "vettingStatus",
                    "homePostcodeDistrict",
                    "absence",
                    "absenceUntil");
            var people = new People(csv, new Chance(SEED), today);
            people.team(
                    "PSCL",
                    "PSC_LIVERPOOL_ADMIN",
                    "CA",
                    55,
                    0,
                    "NW",
                    Region.NW.postcodeDistricts,
                    List.of("LIVERPOOL_VIRTUAL"));
            people.team(
                    "PSCM",
                    "PSC_LIVERPOOL_UPW",
                    "PSO",
                    30,
                    0,
                    "NW",
                    Region.NW.postcodeDistricts,
                    List.of("LIVERPOOL_VIRTUAL"));
            people.team(
                    "PSCW",
                    "PSC_WAKEFIELD_ADMIN",
                    "CA",
                    38,
                    0,
                    "YATH",
                    Region.YATH.postcodeDistricts,
                    List.of("WAKEFIELD_PSC"));
            people.team(
                    "PSCX",
                    "PSC_WAKEFIELD_UPW",
                    "PSO",
                    17,
                    0,
                    "YATH",
                    Region.YATH.postcodeDistricts,
                    List.of("WAKEFIELD_PSC"));
            people.team("LSCN", "LSC_NORWICH_ADMIN", "CA", 6, 0, "EOE", List.of("NR1", "NR3"), List.of("NORWICH_LSC"));
            people.team(
                    "LSCB", "LSC_BROMLEY_ADMIN", "CA", 4, 0, "LONDON", List.of("BR1", "BR2"), List.of("BROMLEY_LSC"));
            for (Region region : Region.values()) {
                List<String> offices = new ArrayList<>();
                for (int pdu = 0; pdu < region.pdus.size(); pdu++) offices.add(region.office(pdu));
                boolean recruiting = region == Region.EM || region == Region.GM || region == Region.SC;
                people.team(
                        region + "A",
                        "TEAM_" + region + "_ADMIN",
                        "CA",
                        receivers(count(region, false), 300, recruiting),
                        0,
                        region.name(),
                        region.postcodeDistricts,
                        offices);
                int officers = receivers(count(region, true), 60, region == Region.SC);
                people.team(
                        region + "U",
                        "TEAM_" + region + "_UPW",
                        "PSO",
                        officers,
                        region == Region.NW ? 0 : Math.min(6, Math.max(2, officers / 3)),
                        region.name(),
                        region.postcodeDistricts,
                        offices);
            }
        });
    }

    public void writeCases(Writer to) {
        write(to, csv -> {
            csv.writeRecord(
                    "crn",
                    "eventNumber",
                    "regionCode",
                    "pduName",
                    "teamCode",
                    "practitionerStaffNumber",
                    "orderTypeCode",
                    "startDate",
                    "expectedEndDate",
                    "legacyOrganisation",
                    "standaloneUpw",
                    "roshLevel",
                    "tier",
                    "mappaLevel",
                    "limitedAccess",
                    "version");
            for (SampleCase one : cases) {
                csv.writeRecord(
                        one.crn(),
                        "1",
                        one.region().name(),
                        one.region().pdus.get(one.pdu()),
                        "TEAM_" + one.region().office(one.pdu()),
                        one.practitioner(),
                        one.orderType(),
                        one.start().toString(),
                        one.expectedEnd().toString(),
                        one.legacyOrganisation(),
                        String.valueOf(one.standaloneUpw()),
                        one.rosh(),
                        one.tier(),
                        one.mappa(),
                        String.valueOf(one.limitedAccess()),
                        String.valueOf(one.version()));
            }
        });
    }

    public void writeCaseServices(Writer to) {
        write(to, csv -> {
            csv.writeRecord("crn", "eventNumber", "service", "unit", "workInProgress", "lastChanged");
            var chance = new Chance(SEED + 2);
            for (SampleCase one : cases) {
                for (Service service : Service.values()) {
                    if (!service.concerns.test(one) || !chance.percent(service.percent)) continue;
                    LocalDate day = LocalDate.of(FIRST_DAY.getYear(), chance.between(7, 9), chance.between(1, 30))
                            .plusDays(ChronoUnit.DAYS.between(FIRST_DAY, today));
                    String changed = "%sT%02d:%02d:00Z".formatted(day, chance.between(8, 17), chance.between(0, 59));
                    csv.writeRecord(
                            one.crn(),
                            "1",
                            service.name(),
                            unit(one, service),
                            String.valueOf(chance.percent(12)),
                            changed);
                }
            }
        });
    }

    public void writeVacancies(Writer to) {
        write(to, SamplePlaces::writeVacancies);
    }

    public void writeTeams(Writer to) {
        write(to, SampleTeams::writeTeams);
    }

    public void writeExperience(Writer to) {
        write(to, SampleTeams::writeExperience);
    }

    public void writeTravel(Writer to) {
        write(to, SamplePlaces::writeTravel);
    }

    public void writeProjects(Writer to) {
        write(to, unpaidWork()::writeProjects);
    }

    public void writeRequirements(Writer to) {
        write(to, unpaidWork()::writeRequirements);
    }

    public void writeSessions(Writer to) {
        write(to, unpaidWork()::writeSessions);
    }

    public void writeComponents(Writer to) {
        write(to, unpaidWork()::writeComponents);
    }

    private SampleUnpaidWork unpaidWork() {
        return new SampleUnpaidWork(cases, today);
    }

    /**
     * The unit that does the service on the day before the plan begins: M1 to M3 move work from Wakefield to Liverpool,
     * M4 all work for YATH from Liverpool to Wakefield.
     */
    private static String unit(SampleCase one, Service service) {
        if (!one.lsc().isEmpty() && AT_LSC.contains(service)) return one.lsc();
        if (one.region().doesItself.contains(service)) return "REGION_" + one.region();
        return one.region() != Region.YATH && AT_WAKEFIELD.contains(service) ? "PSC_WAKEFIELD" : "PSC_LIVERPOOL";
    }

    private List<SampleCase> cases(int count) {
        var chance = new Chance(SEED + 1);
        int[] ofRegion = new int[Region.values().length];
        List<SampleCase> cases = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            Region region = furthestBehind(ofRegion, number);
            int place = ofRegion[region.ordinal()]++;
            // 25,000 of 90,000 cases have an unpaid work order, evenly spread over each region
            boolean upw = (place + 1) * 5 / 18 > place * 5 / 18;
            SampleCase one = one(chance, "X%06d".formatted(number), region, upw);
            // those who see a limited-access case are members of staff and can sign in
            cases.add(
                    one.limitedAccess() && !one.practitioner().isEmpty()
                            ? one.managedBy("PSCM%03d".formatted(2 + number % 29))
                            : one);
        }
        return cases;
    }

    private static Region furthestBehind(int[] ofRegion, int number) {
        Region furthest = Region.NW;
        for (Region region : Region.values()) {
            if (behind(region, ofRegion, number) > behind(furthest, ofRegion, number)) furthest = region;
        }
        return furthest;
    }

    private static long behind(Region region, int[] ofRegion, int number) {
        return (long) region.share * number - (long) ofRegion[region.ordinal()] * SHARES;
    }

    private SampleCase one(Chance chance, String crn, Region region, boolean upw) {
        boolean standalone = upw && chance.percent(40);
        boolean formerCrc = chance.percent(upw ? 85 : 45);
        String rosh = formerCrc || standalone
                ? chance.oneOf("RLRH", "RMRH")
                : chance.oneOf("RLRH", "RMRH", "RMRH", "RHRH", "RHRH", chance.percent(10) ? "RVHR" : "RHRH");
        String protect = switch (rosh) {
            case "RVHR" -> "A";
            case "RHRH" -> chance.oneOf("A", "B");
            case "RMRH" -> chance.oneOf("B", "C");
            default -> chance.oneOf("C", "D");
        };
        boolean unallocated = chance.percent(3);
        boolean dangerous = rosh.equals("RVHR") || rosh.equals("RHRH");
        String orderType = upw || chance.percent(55) ? chance.oneOf(UPW_ORDER_TYPES) : "CUS";
        LocalDate start = today.minusDays(chance.between(1, 540));
        String practitioner = standalone
                ? "PSCM%03d".formatted(chance.between(2, 30))
                : "%sA%03d".formatted(region.providerCode, chance.between(1, 999));
        return new SampleCase(
                crn,
                region,
                chance.between(0, region.pdus.size() - 1),
                unallocated ? "" : practitioner,
                orderType,
                start,
                start.plusMonths(chance.oneOf(12, 12, 18, 24)),
                formerCrc ? "CRC" : "NPS",
                upw,
                standalone,
                rosh,
                unallocated ? "" : protect + (standalone ? 0 : chance.between(0, 3)),
                dangerous && chance.percent(30) ? chance.oneOf("M1", "M1", "M1", "M2", "M3") : "",
                chance.percent(1),
                chance.between(1, 9),
                region == Region.SC && chance.percent(10)
                        ? chance.oneOf("LSC_NORWICH", "LSC_NORWICH", "LSC_BROMLEY")
                        : "");
    }

    private long count(Region region, boolean upwOnly) {
        return cases.stream()
                .filter(one -> one.region() == region && (one.upw() || !upwOnly))
                .count();
    }

    /**
     * A team that can do the region's largest service, or lacks one colleague for it if recruitment is still under way.
     */
    private static int receivers(long cases, int casesPerMember, boolean recruiting) {
        int needed = (int) Math.ceilDiv(cases, casesPerMember);
        return Math.max(3, recruiting ? needed - 1 : needed + 1);
    }

    private static void write(Writer to, Rows rows) {
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
            rows.writeTo(csv);
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Rows {
        void writeTo(CsvWriter csv) throws IOException;
    }

    /** Writes people team by team; the first of each team leads it. */
    private static final class People {
        private static final List<String> FIRST_NAMES = List.of(
                "Aisha",
                "Alan",
                "Amelia",
                "Amir",
                "Andrew",
                "Anita",
                "Ben",
                "Beth",
                "Callum",
                "Carol",
                "Chloe",
                "Daniel",
                "David",
                "Deborah",
                "Elena",
                "Emma",
                "Ewan",
                "Farah",
                "Fiona",
                "Gareth",
                "Grace",
                "Hannah",
                "Harpreet",
                "Helen",
                "Ian",
                "Imran",
                "Isla",
                "Jack",
                "Jade",
                "Joanne",
                "Kate",
                "Kevin",
                "Laura",
                "Lee",
                "Liam",
                "Lucy",
                "Mark",
                "Maya",
                "Megan",
                "Michael",
                "Nadia",
                "Neil",
                "Nicola",
                "Olivia",
                "Omar",
                "Owen",
                "Paul",
                "Priya",
                "Rachel",
                "Ravi",
                "Rebecca",
                "Robert",
                "Ruth",
                "Samira",
                "Sean",
                "Siân",
                "Sophie",
                "Stephen",
                "Susan",
                "Thomas",
                "Tracey",
                "Usha",
                "Victoria",
                "William",
                "Yasmin",
                "Zoë");
        private static final List<String> SURNAMES = List.of(
                "Ahmed",
                "Ali",
                "Armstrong",
                "Atkinson",
                "Bailey",
                "Baker",
                "Barnes",
                "Begum",
                "Bell",
                "Bennett",
                "Booth",
                "Brennan",
                "Brooks",
                "Burke",
                "Butler",
                "Campbell",
                "Carter",
                "Chapman",
                "Clarke",
                "Collins",
                "Cooper",
                "Davies",
                "Dixon",
                "Edwards",
                "Ellis",
                "Evans",
                "Fletcher",
                "Foster",
                "Gibson",
                "Graham",
                "Green",
                "Griffiths",
                "Hall",
                "Harris",
                "Hughes",
                "Hussain",
                "Jackson",
                "James",
                "Kaur",
                "Kelly",
                "Khan",
                "Lewis",
                "Lloyd",
                "Marsh",
                "Mason",
                "Mitchell",
                "Morgan",
                "Murphy",
                "Nolan",
                "O'Neill",
                "Owen",
                "Palmer",
                "Parker",
                "Patel",
                "Pearson",
                "Price",
                "Reid",
                "Richards",
                "Roberts",
                "Robinson",
                "Shah",
                "Shaw",
                "Singh",
                "Stone",
                "Taylor",
                "Thompson",
                "Turner",
                "Walker",
                "Ward",
                "Watson",
                "White",
                "Wood",
                "Wright",
                "Young");

        private final CsvWriter csv;
        private final Chance chance;
        private final LocalDate today;

        People(CsvWriter csv, Chance chance, LocalDate today) {
            this.csv = csv;
            this.chance = chance;
            this.today = today;
        }

        void team(
                String prefix,
                String team,
                String grade,
                int size,
                int waitingForVetting,
                String region,
                List<String> districts,
                List<String> sites)
                throws IOException {
            String lead = number(prefix, 1);
            for (int i = 1; i <= size; i++) {
                String number = number(prefix, i);
                String name = name();
                int months = chance.between(1, 180);
                boolean waiting = i > 1 && i <= 1 + waitingForVetting;
                String absence = i > 1 && !waiting && chance.percent(4)
                        ? chance.oneOf("SICKNESS", "MATERNITY", "SECONDMENT")
                        : "";
                csv.writeRecord(
                        number,
                        name,
                        email(name, number),
                        i == 1 ? (grade.equals("PSO") ? "SPO" : "MANAGER") : grade,
                        chance.percent(15) ? chance.oneOf("0.6", "0.8") : "1",
                        chance.oneOf(sites),
                        team,
                        i == 1 ? "" : lead,
                        region,
                        today.minusMonths(waiting ? 0 : months).toString(),
                        String.valueOf(waiting ? 0 : months),
                        waiting ? "PENDING" : "CLEARED",
                        chance.oneOf(districts),
                        absence,
                        absence.isEmpty()
                                ? ""
                                : today.plusDays(chance.between(7, 240)).toString());
            }
        }

        private String name() {
            return chance.oneOf(FIRST_NAMES) + " " + chance.oneOf(SURNAMES);
        }

        private static String number(String prefix, int number) {
            return "%s%03d".formatted(prefix, number);
        }

        private static String email(String name, String number) {
            return "%s.%s@probation.example"
                    .formatted(
                            name.toLowerCase(Locale.ROOT).replace(' ', '.').replaceAll("[^a-z.]", ""),
                            number.toLowerCase(Locale.ROOT));
        }
    }
}
