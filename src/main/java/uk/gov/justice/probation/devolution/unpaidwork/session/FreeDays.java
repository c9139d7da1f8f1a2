package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;

/**
 * The days on which a session can be added: the project has a place, and the person is not at another session, of
 * whichever order, at those hours. Plans that are made one after the other see those before them.
 */
final class FreeDays {

    /** When the person of an order is at a session of another order. */
    record Busy(long orderId, LocalDate on, LocalTime start, LocalTime end) {

        boolean at(LocalDate day, ProjectHours project) {
            return on.equals(day) && start.isBefore(project.end()) && end.isAfter(project.start());
        }
    }

    private record Place(String project, LocalDate on) {}

    private final Map<String, Integer> places;
    private final Set<Place> cancelled = new HashSet<>();
    private final Map<Place, Integer> taken = new HashMap<>();
    private final Map<String, List<Long>> people;
    private final Map<Long, List<Busy>> busy = new HashMap<>();

    /**
     * @param places by project
     * @param people by CRN, the orders that are planned together
     */
    FreeDays(Map<String, Integer> places, Map<String, List<Long>> people) {
        this.places = places;
        this.people = people;
    }

    void take(String project, LocalDate on, int people) {
        taken.merge(new Place(project, on), people, Integer::sum);
    }

    /** Nobody is planned on a day of the project that does not take place. */
    void cancel(String project, LocalDate on) {
        cancelled.add(new Place(project, on));
    }

    void add(Busy elsewhere) {
        busy.computeIfAbsent(elsewhere.orderId(), order -> new ArrayList<>()).add(elsewhere);
    }

    Predicate<LocalDate> of(long orderId, ProjectHours project) {
        return day -> !cancelled.contains(new Place(project.code(), day))
                && taken.getOrDefault(new Place(project.code(), day), 0) < places.get(project.code())
                && busy.getOrDefault(orderId, List.of()).stream().noneMatch(session -> session.at(day, project));
    }

    /** The places of sessions that a plan cancels are free for it, and for those that follow. */
    void giveBack(long orderId, List<Appointment> sessions) {
        List<Long> others = others(orderId);
        for (Appointment session : sessions) {
            take(session.projectCode(), session.on(), -1);
            others.forEach(order -> busy.getOrDefault(order, new ArrayList<>())
                    .remove(new Busy(order, session.on(), session.start(), session.end())));
        }
    }

    /** What a plan adds or revives is taken for those that follow. */
    void book(SessionPlan plan) {
        ProjectHours project = plan.project();
        List<Long> others = others(plan.orderId());
        for (LocalDate day : plan.days()) {
            take(project.code(), day, 1);
            others.forEach(order -> add(new Busy(order, day, project.start(), project.end())));
        }
    }

    /** The orders of the same person that are planned together with it. */
    private List<Long> others(long orderId) {
        return people.values().stream()
                .filter(orders -> orders.contains(orderId))
                .flatMap(List::stream)
                .filter(order -> order != orderId)
                .toList();
    }
}
