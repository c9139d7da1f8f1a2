package uk.gov.justice.probation.devolution.unpaidwork.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project.Kind;
import uk.gov.justice.probation.devolution.unpaidwork.order.Suitability;
import uk.gov.justice.probation.devolution.workforce.Position;

/** A person and a project that match; a test changes only what it is about. */
final class SomeMatching {
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final Position HOME = new Position(53.4, -2.99);

    private static final Suitability SUITABILITY = new Suitability();

    private SomeMatching() {}

    static final class Someone {
        String crn = "X000001";
        String region = "NW";
        boolean limited;
        String rosh = "RMRH";
        boolean spo;
        String mappa;
        boolean practitioner;
        boolean access;
        Days days = Days.of("MON TUE");
        Set<String> projects = Set.of();
        Set<String> areas = Set.of();
        Set<String> noContact = Set.of();
        Set<String> skills = Set.of();
        Position home = HOME;

        Person person() {
            Suitability.Answer approvals = SUITABILITY.of(rosh, mappa, true);
            return new Person(
                    crn,
                    region,
                    limited,
                    rosh,
                    approvals.spoApproval(),
                    spo,
                    approvals.practitionerApproval(),
                    practitioner,
                    access,
                    days,
                    projects,
                    areas,
                    noContact,
                    skills,
                    home);
        }
    }

    static final class Something {
        String code = "P1";
        Kind kind = Kind.GROUP;
        String region = "NW";
        Days days = Days.of("MON WED");
        LocalDate opens = MONDAY.minusYears(1);
        LocalDate closes;
        int capacity = 10;
        Map<DayOfWeek, Integer> taken = Map.of();
        Set<String> skills = Set.of();
        Set<String> rosh = Set.of("RHRH", "RMRH", "RLRH");
        boolean accessible;
        Position position = HOME;
        Set<String> mayLieIn = Set.of("L");
        Set<String> people = Set.of();
        Set<String> avoidedBy = Set.of();

        Project project() {
            return new Project(
                    code,
                    "Project " + code,
                    kind,
                    region,
                    days,
                    opens,
                    closes,
                    capacity,
                    taken,
                    skills,
                    rosh,
                    accessible,
                    position,
                    mayLieIn,
                    people,
                    avoidedBy);
        }
    }
}
