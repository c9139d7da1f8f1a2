package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;

/**
 * The days on which a session can be added: the project has a place, and the person is not at another session, of
 * whichever order, at those hours. Concurrent requirements share the hours of one project, where the person has one
 * place for them. Plans that are made one after the other see those before them.
 */
final class FreeDays {

    /**
     * When the person of an order is at a session of another order.
     *
     * @param concurrent whether one of the two is
     */
    record Busy(long orderId, String projectCode, LocalDate on, LocalTime start, LocalTime end, boolean concurrent) {

        boolean at(LocalDate day, ProjectHours project) {
            if (concurrent && projectCode.equals(project.code())) return false;
            return new TimeWorked(on, start, end).meets(project.on(day));
        }
    }

    /** An order that is planned together with another of the same person. */
    record OfPerson(long orderId, boolean concurrent) {}

    private record Place(String project, LocalDate on) {}

    private final Map<String, Integer> places;
    private final Set<Place> cancelled = new HashSet<>();
    private final Map<Place, Integer> taken = new HashMap<>();
    private final Collection<List<OfPerson>> people;
    private final Map<Long, List<Busy>> busy = new HashMap<>();

    /**
     * @param places by project
     * @param people for each person, the orders that are planned together
     */
    FreeDays(Map<String, Integer> places, Collection<List<OfPerson>> people) {
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
                && (taken.getOrDefault(new Place(project.code(), day), 0) < places.get(project.code())
                        || hasPlace(orderId, project.code(), day))
                && busy.getOrDefault(orderId, List.of()).stream().noneMatch(session -> session.at(day, project));
    }

    /** Whether the person is there that day already, for another of their orders. */
    private boolean hasPlace(long orderId, String project, LocalDate day) {
        return busy.getOrDefault(orderId, List.of()).stream()
                .anyMatch(session ->
                        session.projectCode().equals(project) && session.on().equals(day));
    }

    private void takeFor(long orderId, String project, LocalDate on, int people) {
        if (!hasPlace(orderId, project, on)) take(project, on, people);
    }

    /** The places of sessions that a plan cancels are free for it, and for those that follow. */
    void giveBack(long orderId, List<Appointment> sessions) {
        List<OfPerson> others = others(orderId);
        for (Appointment session : sessions) {
            takeFor(orderId, session.projectCode(), session.on(), -1);
            others.forEach(order -> busy.getOrDefault(order.orderId(), new ArrayList<>())
                    .remove(new Busy(
                            order.orderId(),
                            session.projectCode(),
                            session.on(),
                            session.start(),
                            session.end(),
                            order.concurrent())));
        }
    }

    /** What a plan adds or revives is taken for those that follow. */
    void book(SessionPlan plan) {
        ProjectHours project = plan.project();
        List<OfPerson> others = others(plan.orderId());
        for (LocalDate day : plan.days()) {
            takeFor(plan.orderId(), project.code(), day, 1);
            others.forEach(order -> add(new Busy(
                    order.orderId(), project.code(), day, project.start(), project.end(), order.concurrent())));
        }
    }

    /** The orders of the same person that are planned together with it, and whether they share hours with it. */
    private List<OfPerson> others(long orderId) {
        for (List<OfPerson> orders : people) {
            for (OfPerson mine : orders) {
                if (mine.orderId() != orderId) continue;
                return orders.stream()
                        .filter(order -> order.orderId() != orderId)
                        .map(order -> new OfPerson(order.orderId(), order.concurrent() || mine.concurrent()))
                        .toList();
            }
        }
        return List.of();
    }
}
