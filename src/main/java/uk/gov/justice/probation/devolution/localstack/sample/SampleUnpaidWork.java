package uk.gov.justice.probation.devolution.localstack.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The sample's invented unpaid work: sixty projects, the requirement of every case that has one, for some cases a few
 * sessions before and after the sample's day, and further components of some cases. North West does unpaid work itself
 * from the beginning, so its orders start as soon as they are imported; the sample has few of them, to keep the first
 * start quick.
 */
final class SampleUnpaidWork {
    private static final long SEED = 20_210_628;
    private static final int PROJECTS = 12;
    private static final int ONE_IN_NORTH_WEST = 16;
    private static final int MINUTES_AN_HOUR = 60;
    private static final String[] SKILLS = {"painting", "gardening", "carpentry", "retail", "cooking", "recycling"};
    private static final String[] PLACES = {
        "Parks and verges",
        "Cemetery paths",
        "Canal towpath",
        "Community allotments",
        "Food bank",
        "Church hall redecoration",
        "Beach and river clean",
        "Furniture reuse shop",
        "Charity shop",
        "Community kitchen",
        "Animal shelter",
        "Skills for work"
    };
    private static final String[] DAYS = {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};

    /** Centres of the regions, roughly; projects lie around them. */
    private enum Centre {
        NW(53.62, -2.68),
        YATH(53.73, -1.45),
        EM(52.88, -1.12),
        GM(53.49, -2.25),
        SC(51.42, -1.20);

        final double latitude;
        final double longitude;

        Centre(double latitude, double longitude) {
            this.latitude = latitude;
            this.longitude = longitude;
        }
    }

    private record Project(
            String code,
            String name,
            String type,
            Region region,
            int pdu,
            String latitude,
            String longitude,
            List<DayOfWeek> days,
            int capacity,
            String skill,
            String rosh,
            boolean accessible) {

        String dayWords() {
            return String.join(
                    " ", days.stream().map(day -> DAYS[day.ordinal()]).toList());
        }
    }

    private record Order(
            SampleCase of,
            int ordered,
            int credited,
            int education,
            String status,
            int warnings,
            String district,
            String days,
            String exclusions,
            String skill) {}

    private final LocalDate today;
    private final List<SampleCase> cases;
    private final List<Project> projects = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    SampleUnpaidWork(List<SampleCase> cases, LocalDate today) {
        this.cases = cases;
        this.today = today;
        var chance = new Chance(SEED);
        for (Region region : Region.values()) {
            for (int number = 0; number < PROJECTS; number++) projects.add(project(chance, region, number));
        }
        int inNorthWest = 0;
        for (SampleCase one : cases) {
            if (one.upw() && (one.region() != Region.NW || inNorthWest++ % ONE_IN_NORTH_WEST == 0))
                orders.add(order(chance, one));
        }
    }

    void writeProjects(CsvWriter csv) throws IOException {
        csv.writeRecord(
                "projectCode",
                "name",
                "projectTypeCode",
                "regionCode",
                "pduName",
                "latitude",
                "longitude",
                "days",
                "startTime",
                "endTime",
                "capacity",
                "startDate",
                "endDate",
                "skills",
                "roshAllowed",
                "accessible");
        for (Project project : projects) {
            csv.writeRecord(
                    project.code(),
                    project.name(),
                    project.type(),
                    project.region().name(),
                    project.region().pdus.get(project.pdu()),
                    project.latitude(),
                    project.longitude(),
                    project.dayWords(),
                    "09:00",
                    "16:00",
                    String.valueOf(project.capacity()),
                    today.minusYears(2).toString(),
                    "",
                    project.skill(),
                    project.rosh(),
                    String.valueOf(project.accessible()));
        }
    }

    void writeRequirements(CsvWriter csv) throws IOException {
        csv.writeRecord(
                "crn",
                "eventNumber",
                "requirementId",
                "subTypeCode",
                "minutesOrdered",
                "minutesCredited",
                "eteMinutesCredited",
                "sentenceDate",
                "status",
                "warningsLast12Months",
                "homePostcodeDistrict",
                "availableDays",
                "exclusions",
                "skills");
        for (Order order : orders) {
            csv.writeRecord(
                    order.of().crn(),
                    "1",
                    "UPW-1",
                    "W01",
                    String.valueOf(order.ordered()),
                    String.valueOf(order.credited()),
                    String.valueOf(order.education()),
                    order.of().start().toString(),
                    order.status(),
                    String.valueOf(order.warnings()),
                    order.district(),
                    order.days(),
                    order.exclusions(),
                    order.skill());
        }
    }

    void writeSessions(CsvWriter csv) throws IOException {
        csv.writeRecord(
                "sessionReference",
                "crn",
                "eventNumber",
                "requirementId",
                "projectCode",
                "date",
                "startTime",
                "endTime",
                "outcomeCode",
                "penaltyMinutes",
                "quality",
                "behaviour",
                "notes",
                "sensitive",
                "version");
        var chance = new Chance(SEED + 1);
        for (Order order : orders) {
            if (!order.status().equals("WK")
                    || order.of().limitedAccess()
                    || order.of().region() != Region.NW && !chance.percent(10)) continue;
            Project project = chance.oneOf(projects.stream()
                    .filter(one -> one.region() == order.of().region() && takes(one, order.of()))
                    .toList());
            DayOfWeek day = chance.oneOf(project.days());
            for (int week = 2; week >= 1; week--) {
                LocalDate on = today.with(TemporalAdjusters.previous(day)).minusWeeks(week - 1L);
                boolean came = chance.percent(70);
                String outcome = came ? "ATTC" : chance.oneOf("UACP", "AAEM", "AAME");
                if (!on.isBefore(order.of().start()))
                    session(
                            csv,
                            order,
                            project,
                            on,
                            outcome,
                            came ? chance.oneOf("GOOD", "EXCELLENT", "SATISFACTORY") : "");
            }
            for (int week = 0; week < 2; week++)
                session(
                        csv,
                        order,
                        project,
                        today.with(TemporalAdjusters.next(day)).plusWeeks(week),
                        "",
                        "");
        }
    }

    void writeComponents(CsvWriter csv) throws IOException {
        csv.writeRecord(
                "crn", "eventNumber", "kind", "reference", "label", "startedOn", "closedOn", "outcome", "version");
        var chance = new Chance(SEED + 2);
        for (SampleCase one : cases) {
            if (!chance.percent(12)) continue;
            boolean custody = one.custody();
            component(
                    csv,
                    one,
                    custody ? "LICENCE_CONDITION" : "REQUIREMENT",
                    custody ? "Good behaviour" : chance.oneOf("Rehabilitation activity", "Curfew", "Programme"),
                    "");
            if (chance.percent(20)) component(csv, one, "APPOINTMENT", "Office appointment", "");
            if (chance.percent(4)) component(csv, one, "WARRANT", "Warrant of the court", "");
            if (chance.percent(4))
                component(
                        csv,
                        one,
                        "BREACH",
                        "Breach proceedings",
                        today.minusDays(1).toString());
            if (chance.percent(10)) component(csv, one, "REGISTRATION", "Registration", "");
        }
    }

    private static void session(
            CsvWriter csv, Order order, Project project, LocalDate on, String outcome, String rating)
            throws IOException {
        csv.writeRecord(
                "%s-%s".formatted(order.of().crn(), on),
                order.of().crn(),
                "1",
                "UPW-1",
                project.code(),
                on.toString(),
                "09:00",
                "16:00",
                outcome,
                "0",
                rating,
                rating,
                "",
                "false",
                "1");
    }

    private static void component(CsvWriter csv, SampleCase one, String kind, String label, String closedOn)
            throws IOException {
        csv.writeRecord(
                one.crn(),
                "1",
                kind,
                kind.charAt(0) + "-1",
                label,
                one.start().toString(),
                closedOn,
                closedOn.isEmpty() ? "" : "CLOSED",
                "1");
    }

    private static Project project(Chance chance, Region region, int number) {
        Centre centre = Centre.valueOf(region.name());
        boolean education = number == PROJECTS - 1;
        boolean individual = !education && number >= PROJECTS - 5;
        int pdu = number % region.pdus.size();
        int first = chance.between(0, 6);
        int second = (first + chance.between(1, 6)) % DAYS.length;
        List<DayOfWeek> days = education
                ? List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)
                : List.of(DayOfWeek.of(Math.min(first, second) + 1), DayOfWeek.of(Math.max(first, second) + 1));
        return new Project(
                "%s-%02d".formatted(region, number + 1),
                "%s, %s".formatted(PLACES[number], region.pdus.get(pdu)),
                education ? "ET1" : individual ? chance.oneOf("ICP", "ES") : "PL",
                region,
                pdu,
                around(chance, centre.latitude),
                around(chance, centre.longitude),
                days,
                individual ? chance.between(1, 3) : chance.between(10, 24),
                chance.oneOf(SKILLS),
                individual ? "RLRH RMRH RHRH RVHR" : chance.percent(40) ? "RLRH RMRH RHRH" : "RLRH RMRH",
                chance.percent(60));
    }

    private static String around(Chance chance, double centre) {
        return "%.4f".formatted(centre + chance.between(-3_000, 3_000) / 10_000.0);
    }

    private Order order(Chance chance, SampleCase one) {
        int ordered = chance.between(4, 30) * 10 * MINUTES_AN_HOUR;
        int done = chance.between(0, 99);
        boolean complete = done >= 92 && one.region() != Region.NW;
        int credited =
                complete ? ordered : done < 25 ? 0 : chance.between(1, ordered / MINUTES_AN_HOUR - 1) * MINUTES_AN_HOUR;
        int education = chance.percent(30) ? credited * chance.between(5, 25) / 100 : 0;
        String exclusion = chance.percent(3)
                ? chance.oneOf(one.region().postcodeDistricts)
                : chance.percent(1) ? "X%06d".formatted(chance.between(1, 999)) : "";
        return new Order(
                one,
                ordered,
                credited,
                education,
                complete ? "HC" : credited == 0 ? "UN" : "WK",
                chance.percent(12) ? 1 : 0,
                chance.oneOf(one.region().postcodeDistricts),
                chance.oneOf("", "", "MON TUE WED THU FRI", "SAT SUN", "MON WED FRI SAT", "TUE THU"),
                exclusion,
                chance.percent(30) ? chance.oneOf(SKILLS) : "");
    }

    private static boolean takes(Project project, SampleCase one) {
        return Set.of("PL", "ICP", "ES").contains(project.type())
                && project.rosh().contains(one.rosh());
    }
}
