package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Names a colleague who takes over, for some days, what somebody has claimed. It gives no rights: the deputy is in the
 * group that a task is for, and may see its case, or the task stays (ADR 110).
 */
@Service
public class NamingDeputies {
    static final EnteredDay FIRST_DAY = EnteredDay.required("the first day", DayRule.notPast());
    static final EnteredDay LAST_DAY = EnteredDay.required("the last day", DayRule.notPast());

    static final String SUBJECT = "work";

    /**
     * Somebody stands in for somebody.
     *
     * @param today whether today is one of the days
     */
    public record Deputy(long id, String away, String deputy, LocalDate firstDay, LocalDate lastDay, boolean today) {}

    private final DeputyshipRepository deputyships;
    private final Colleagues colleagues;
    private final Deadlines deadlines;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    NamingDeputies(
            DeputyshipRepository deputyships,
            Colleagues colleagues,
            Deadlines deadlines,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.deputyships = deputyships;
        this.colleagues = colleagues;
        this.deadlines = deadlines;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who stands in for the colleague, and for whom they do, today or later. */
    @Transactional(readOnly = true)
    public List<Deputy> of(Colleague colleague) {
        LocalDate today = deadlines.today();
        return deputyships.notOver(colleague.userName(), today).stream()
                .map(each -> new Deputy(
                        each.id(), each.away(), each.deputy(), each.firstDay(), each.lastDay(), each.isOn(today)))
                .toList();
    }

    /** The names of those for whom the colleague stands in today. */
    @Transactional(readOnly = true)
    public Set<String> awayFor(Colleague colleague) {
        return of(colleague).stream()
                .filter(each -> each.today() && each.deputy().equals(colleague.userName()))
                .map(Deputy::away)
                .collect(Collectors.toSet());
    }

    /**
     * @param name the user name of the deputy
     * @throws BreaksRules if nobody is called so, or could do nothing of what the colleague has, or the days are not
     *     possible
     */
    @Transactional
    public void name(String name, LocalDate from, LocalDate to, Colleague by) {
        List<BrokenRule> broken = new ArrayList<>();
        whyNot(name, by).ifPresent(why -> broken.add(new BrokenRule("deputy", why)));
        FIRST_DAY.problem(from, deadlines).ifPresent(why -> broken.add(new BrokenRule("from", why)));
        (from == null ? LAST_DAY : LAST_DAY.and(DayRule.notBefore(from, "the first day")))
                .problem(to, deadlines)
                .ifPresent(why -> broken.add(new BrokenRule("to", why)));
        if (broken.isEmpty()
                && deputyships.notOver(by.userName(), deadlines.today()).stream()
                        .anyMatch(each -> each.deputy().equals(name) && each.overlaps(from, to)))
            broken.add(new BrokenRule(
                    "from", "%s is your deputy on some of these days already. Choose other days".formatted(name)));
        if (!broken.isEmpty()) throw new BreaksRules(broken);
        Instant now = clock.instant();
        Deputyship named = deputyships.save(new Deputyship(by.userName(), name, from, to, now));
        notifications.send(
                "deputy-%d".formatted(named.id()),
                name,
                "You stand in for %s".formatted(by.userName()),
                "From %s to %s you can take over the tasks that %s has claimed, if you are in the same group. The page 'Your work' shows them."
                        .formatted(Deadlines.inWords(from), Deadlines.inWords(to), by.userName()),
                SUBJECT);
        record("DEPUTY_NAMED", named, by);
    }

    /**
     * @throws NotFound if the colleague is neither of the two
     * @throws NotPossibleNow if it is over
     */
    @Transactional
    public void end(long id, Colleague by) {
        Deputyship deputyship = deputyships
                .findById(id)
                .filter(each -> each.concerns(by.userName()))
                .orElseThrow(() -> new NotFound(
                        "This deputyship is not yours: you did not name this deputy, and you are not the deputy."));
        deputyship.end(by.userName(), deadlines.today(), clock.instant());
        deputyships.save(deputyship);
        notifications.send(
                "deputy-ended-%d".formatted(id),
                deputyship.otherThan(by.userName()),
                "%s no longer stands in for %s".formatted(deputyship.deputy(), deputyship.away()),
                "%s has ended it. Tasks that were taken over stay with the people who have them."
                        .formatted(by.userName()),
                SUBJECT);
        record("DEPUTY_ENDED", deputyship, by);
    }

    private Optional<String> whyNot(String name, Colleague by) {
        if (name.isEmpty()) return Optional.of("Enter the name your deputy signs in with");
        if (name.equals(by.userName())) return Optional.of("Enter somebody else: you cannot stand in for yourself");
        Optional<Colleague> deputy = colleagues.named(name);
        if (deputy.isEmpty())
            return Optional.of(
                    colleagues.knows(name)
                            ? "%s has not signed in for some days, so it is not known which tasks they can do. Ask them to sign in to the console, then name them again"
                                    .formatted(name)
                            : "Nobody signs in with this name. Enter it as it is shown at the top of their pages");
        return Collections.disjoint(deputy.get().groups(), by.groups())
                ? Optional.of("%s is in none of your groups, so they cannot do any of your tasks".formatted(name))
                : Optional.empty();
    }

    /** Of the region for which all groups of the colleague are; null if there are others. */
    private String regionOf(Colleague by) {
        Set<String> slugs = by.taskGroups().map(TaskGroup::slug).collect(Collectors.toSet());
        return slugs.size() == 1
                ? deputyships.regionCalled(slugs.iterator().next()).orElse(null)
                : null;
    }

    private void record(String action, Deputyship deputyship, Colleague by) {
        audit.record(
                by.userName(),
                action,
                SUBJECT,
                regionOf(by),
                Map.of(
                        "away",
                        deputyship.away(),
                        "deputy",
                        deputyship.deputy(),
                        "from",
                        deputyship.firstDay(),
                        "to",
                        deputyship.lastDay()));
    }
}
