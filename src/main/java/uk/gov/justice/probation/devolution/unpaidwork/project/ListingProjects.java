package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectsOverview.Moment;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectsOverview.Whose;

/**
 * Lists the projects of a colleague's regions: first those where they recorded an outcome within {@value #LATELY} days,
 * which are theirs, then those where outcomes are missing.
 */
@Service
public class ListingProjects {
    static final int LATELY = 28;

    private static final Set<Role> ROLES = EnumSet.of(
            Role.CASE_ADMIN,
            Role.PSO,
            Role.SPO,
            Role.PRACTITIONER,
            Role.PLACEMENT_COORDINATOR,
            Role.UPW_SUPERVISOR,
            Role.DATA_LEAD);

    /**
     * A project in a list. Its numbers include people of limited-access cases, of whom they say nothing else.
     *
     * @param days of the week on which it works, in words
     * @param pickUp when and where people are picked up; null if they come by themselves
     * @param lastDay null if it goes on
     * @param theirs whether the colleague recorded an outcome there of late
     * @param waiting how many of its sessions have no outcome
     * @param oldest the day of the first of them; null if there is none
     * @param placed how many running orders are placed there
     */
    public record Line(
            String code,
            String name,
            String pduName,
            String days,
            LocalTime start,
            LocalTime end,
            String pickUp,
            int capacity,
            LocalDate lastDay,
            boolean theirs,
            int waiting,
            LocalDate oldest,
            int today,
            int tomorrow,
            int placed) {

        /** From when until when, in words. */
        public String hours() {
            return TimeWorked.inWords(start, end);
        }
    }

    /** A page of the list. */
    public record Listed(List<Line> lines, int total) {}

    private final ProjectsOverview overview;
    private final Clock clock;

    ListingProjects(ProjectsOverview overview, Clock clock) {
        this.overview = overview;
        this.clock = clock;
    }

    /** @param pdu the name of a delivery unit; all if it is empty */
    @Transactional(readOnly = true)
    public Listed list(Colleague by, String pdu, int atMost, int from) {
        Whose whose = whose(by);
        return new Listed(overview.list(whose, pdu, moment(), atMost, from), overview.count(whose, pdu, moment()));
    }

    /**
     * @throws NotFound with a sentence if there is no such project
     * @throws NotAllowedException if it is of another region
     */
    @Transactional(readOnly = true)
    public Line one(String code, Colleague by) {
        if (!overview.exists(code))
            throw new NotFound("There is no unpaid work project with the code %s.".formatted(code));
        return overview.one(whose(by), code, moment())
                .orElseThrow(() -> new NotAllowedException(
                        "The project %s is in a region in which you do not work with unpaid work. You are signed in as %s."
                                .formatted(code, by.userName())));
    }

    /** The delivery units whose projects the colleague can see, by name. */
    public List<String> pdus(Colleague by) {
        return overview.pdus(whose(by));
    }

    private static Whose whose(Colleague by) {
        return new Whose(CaseScope.of(by, ROLES), by.userName());
    }

    private Moment moment() {
        return new Moment(LocalDateTime.now(clock), Utc.of(clock.instant()).minusDays(LATELY));
    }
}
