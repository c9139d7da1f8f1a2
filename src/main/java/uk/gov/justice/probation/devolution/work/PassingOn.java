package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskPassedOn;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;

/**
 * Passes tasks on, many at a time: to a colleague who may do them, or back to their group. Nothing is taken from
 * somebody who has claimed it, but by the deputy who stands in for them, who may take it over too.
 */
@Service
public class PassingOn {

    /** A task that stays where it is, and why. */
    public record Kept(WaitingTask task, String why) {}

    public record Passed(List<WaitingTask> passed, List<Kept> kept) {}

    private final TickedTasksQuery ticked;
    private final Colleagues colleagues;
    private final NamingDeputies deputies;
    private final ApplicationEventPublisher events;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    PassingOn(
            TickedTasksQuery ticked,
            Colleagues colleagues,
            NamingDeputies deputies,
            ApplicationEventPublisher events,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.ticked = ticked;
        this.colleagues = colleagues;
        this.deputies = deputies;
        this.events = events;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of the tasks that are open and the colleague's or their groups'. */
    @Transactional(readOnly = true)
    public List<WaitingTask> choose(Collection<Long> keys, Colleague by) {
        return ticked.of(keys, by).stream().map(TickedTasksQuery.Ticked::task).toList();
    }

    /**
     * @param to the user name of a colleague, or of the deputy who takes them over; empty for back to the group
     * @throws BreaksRules if nobody is called so, or there is no such task
     */
    @Transactional
    public Passed passOn(Collection<Long> keys, String to, Colleague by) {
        Set<String> away = deputies.awayFor(by);
        Colleague other = to.isEmpty() ? null : other(to, by, away);
        List<TickedTasksQuery.Ticked> all = ticked.of(keys, by);
        if (all.isEmpty()) throw new BreaksRules("to", "None of these tasks is both open and yours now.");
        Set<Long> seen = other == null ? Set.of() : ticked.readableBy(other, keys);
        Set<Long> mine = ticked.readableBy(by, keys);
        List<WaitingTask> passed = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (TickedTasksQuery.Ticked one : all) {
            Optional<String> why = whyNot(one, other, seen, by, mine, away);
            if (why.isPresent()) {
                kept.add(new Kept(one.task(), why.get()));
                continue;
            }
            passed.add(one.task());
            String from = away.contains(one.task().claimedBy()) ? one.task().claimedBy() : null;
            events.publishEvent(new TaskPassedOn(
                    one.task().key(), one.task().name(), by.userName(), other == null ? null : other.userName(), from));
            audit.record(
                    by.userName(),
                    "TASK_PASSED_ON",
                    one.about() == null ? "task/" + one.task().key() : one.about(),
                    one.regionCode(),
                    Map.of(
                            "task",
                            one.task().name(),
                            "to",
                            other == null ? "its group" : other.userName(),
                            "standingInFor",
                            from == null ? "nobody" : from));
        }
        if (other != null && !passed.isEmpty() && !isSame(other, by)) tell(other, passed, by);
        for (String name : away) tellAway(name, passed, by);
        return new Passed(passed, kept);
    }

    private Colleague other(String to, Colleague by, Set<String> away) {
        if (to.equals(by.userName()) && !away.isEmpty()) return by;
        if (to.equals(by.userName()))
            throw new BreaksRules("to", "Enter somebody else: these tasks are already yours.");
        return colleagues
                .named(to)
                .orElseThrow(
                        () -> new BreaksRules(
                                "to",
                                colleagues.knows(to)
                                        ? "%s has not signed in for some days, so it is not known which tasks they can do. Ask them to sign in to the console, then pass them on again."
                                                .formatted(to)
                                        : "Nobody signs in with this name. Enter it as it is shown at the top of their pages."));
    }

    private static Optional<String> whyNot(
            TickedTasksQuery.Ticked one,
            Colleague other,
            Set<Long> seen,
            Colleague by,
            Set<Long> mine,
            Set<String> away) {
        String claimed = one.task().claimedBy();
        if (claimed != null && !claimed.equals(by.userName()) && !away.contains(claimed))
            return Optional.of(claimed + " has claimed it");
        if (away.contains(claimed) && !mine.contains(one.task().key())) return Optional.of(mayNotSee(by));
        if (other != null && isSame(other, by) && (claimed == null || claimed.equals(by.userName())))
            return Optional.of(
                    claimed == null ? "nobody has claimed it, so you can claim it in Tasklist" : "it is already yours");
        if (other == null)
            return claimed == null
                    ? Optional.of("nobody has claimed it, so it is already with its group")
                    : one.isOfAGroup() ? Optional.empty() : Optional.of("it is offered to no group");
        if (Collections.disjoint(one.holders(), Holder.allOf(other)))
            return Optional.of(other.userName() + " is not in any of its groups");
        return seen.contains(one.task().key()) ? Optional.empty() : Optional.of(mayNotSee(other));
    }

    private static String mayNotSee(Colleague colleague) {
        return colleague.userName() + " cannot see the case";
    }

    private static boolean isSame(Colleague one, Colleague other) {
        return one.userName().equals(other.userName());
    }

    private void tellAway(String name, List<WaitingTask> passed, Colleague by) {
        List<WaitingTask> theirs =
                passed.stream().filter(task -> name.equals(task.claimedBy())).toList();
        if (theirs.isEmpty()) return;
        notifications.send(
                "seen-to-%d-%s".formatted(theirs.getFirst().key(), clock.instant()),
                name,
                theirs.size() == 1
                        ? "Your deputy saw to a task"
                        : "Your deputy saw to %d tasks".formatted(theirs.size()),
                "%s, who stands in for you, took over or passed on what you had claimed.".formatted(by.userName()),
                "work");
    }

    private void tell(Colleague other, List<WaitingTask> passed, Colleague by) {
        notifications.send(
                "passed-on-%d-%s".formatted(passed.getFirst().key(), clock.instant()),
                other.userName(),
                passed.size() == 1
                        ? "A task was passed on to you"
                        : "%d tasks were passed on to you".formatted(passed.size()),
                "By %s. Your tasks are on the page 'Your work'.".formatted(by.userName()),
                "work");
    }
}
