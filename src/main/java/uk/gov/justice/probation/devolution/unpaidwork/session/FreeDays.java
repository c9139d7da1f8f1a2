package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    void add(Busy elsewhere) {
        busy.computeIfAbsent(elsewhere.orderId(), order -> new ArrayList<>()).add(elsewhere);
    }

    Predicate<LocalDate> of(long orderId, ProjectHours project) {
        return day -> taken.getOrDefault(new Place(project.code(), day), 0) < places.get(project.code())
                && busy.getOrDefault(orderId, List.of()).stream().noneMatch(session -> session.at(day, project));
    }

    /** What a plan adds is taken for those that follow. */
    void book(SessionPlan plan) {
        ProjectHours project = plan.project();
        List<Long> others = people.values().stream()
                .filter(orders -> orders.contains(plan.orderId()))
                .flatMap(List::stream)
                .filter(order -> order != plan.orderId())
                .toList();
        for (SessionPlan.Fresh session : plan.added()) {
            take(project.code(), session.on(), 1);
            others.forEach(order -> add(new Busy(order, session.on(), project.start(), project.end())));
        }
    }
}
