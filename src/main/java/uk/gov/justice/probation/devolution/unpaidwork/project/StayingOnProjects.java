package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Filter;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;

/** Whether an order may stay on the project it works on, by the hard rules on the facts as they are now. */
@Service
public class StayingOnProjects {
    private final Projects projects;
    private final ProjectMatches matches;

    StayingOnProjects(Projects projects, ProjectMatches matches) {
        this.projects = projects;
        this.matches = matches;
    }

    /** Which of these rules keep the order from its project. */
    public Set<Filter> against(Order order, ProbationCase probationCase, Set<Filter> rules) {
        Set<Filter> broken = EnumSet.copyOf(rules);
        broken.retainAll(matches.of(projects.get(order.projectCode()), order, probationCase)
                .out());
        return broken;
    }
}
