package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Days;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Matching;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Person;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Suitability;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.workforce.PostcodeAreas;

/** How well projects suit the person of an order, given the places that others take up now. */
@Component
class ProjectMatches {
    private final ProjectsQuery projects;
    private final PostcodeAreas areas;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;
    private final Suitability suitability;

    ProjectMatches(
            ProjectsQuery projects,
            PostcodeAreas areas,
            Deadlines deadlines,
            UnpaidWorkSettings settings,
            Suitability suitability) {
        this.suitability = suitability;
        this.projects = projects;
        this.areas = areas;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** The best projects of the region. */
    List<Match> best(Order order, ProbationCase probationCase, int atMost) {
        return matching(projects.of(probationCase.regionCode(), order.id())).best(person(order, probationCase), atMost);
    }

    /** Every project of the region: in, with rank and score, or out, with every reason. */
    List<Match> all(Order order, ProbationCase probationCase) {
        return matching(projects.of(probationCase.regionCode(), order.id())).all(person(order, probationCase));
    }

    /** One existing project. */
    Match of(WorkProject project, Order order, ProbationCase probationCase) {
        return matching(List.of(projects.get(project.code(), order.id())))
                .all(person(order, probationCase))
                .getFirst();
    }

    /** Whether the person cannot be planned on that day of the project. */
    boolean isFull(WorkProject project, LocalDate on, ProbationCase probationCase) {
        return projects.isFull(project.code(), on, probationCase.crn());
    }

    /** The last day on which an order placed today can begin. */
    LocalDate latest() {
        return deadlines.today().plusDays(settings.planAhead());
    }

    private Matching matching(List<Project> among) {
        return new Matching(among, deadlines.today(), latest());
    }

    private Person person(Order order, ProbationCase probationCase) {
        Words exclusions = Words.of(order.exclusions());
        Suitability.Answer approvals = suitability.of(probationCase, true);
        return new Person(
                probationCase.crn(),
                probationCase.regionCode(),
                probationCase.limitedAccess(),
                probationCase.roshLevel(),
                approvals.spoApproval(),
                Boolean.TRUE.equals(order.spoApproved()),
                approvals.practitionerApproval(),
                Boolean.TRUE.equals(order.practitionerApproved()),
                Boolean.TRUE.equals(order.needsAccess()),
                available(order),
                exclusions.all(),
                exclusions.areas(),
                exclusions.people(),
                Words.of(order.skills()).all(),
                areas.townOf(order.homePostcodeDistrict()));
    }

    private static Days available(Order order) {
        Days days = Days.of(order.availableDays());
        return days.none() ? Days.EVERY : days;
    }
}
