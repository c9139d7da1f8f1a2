package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages.Due;

/**
 * Informs the process of an order of what has fallen due: a review, one of the two forecasts, or the end of the twelve
 * months. The dates follow from the sentence and stay in the database. The engine has no timers for them and receives a
 * message on the day instead (ADR 0057).
 */
@Component
public class DueInOrders {

    private final Orders orders;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DueInOrders(
            Orders orders,
            Deadlines deadlines,
            UnpaidWorkSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Running orders for which something is due today or earlier. */
    public List<Long> withSomethingDue() {
        return orders.inProcess().stream()
                .filter(order -> !due(order).isEmpty())
                .map(Order::id)
                .toList();
    }

    /**
     * Sends what is due today or earlier if the order is running. The order is locked.
     *
     * @param occasion why it is sent; for the same occasion it is sent only once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Order order, Object occasion) {
        List<Due> due = due(order);
        if (due.contains(Due.MONTH_TWELVE)) {
            order.askCourt(clock.instant());
            orders.save(order);
        }
        due.forEach(what -> events.publishEvent(UnpaidWorkMessages.due(what, order.id(), occasion)));
    }

    private List<Due> due(Order order) {
        if (!order.state().running() || order.waiting()) return List.of();
        TwelveMonths months = new TwelveMonths(order.sentenceDate());
        List<Due> due = new ArrayList<>();
        if (isOver(forecast(order, months.lastDayOf(Forecast.FIRST.month()), order.forecastNineAt())))
            due.add(Due.MONTH_NINE);
        if (isOver(forecast(order, months.lastDayOf(Forecast.LAST.month()), order.forecastElevenAt())))
            due.add(Due.MONTH_ELEVEN);
        if (!nextReview(order).isAfter(deadlines.today())) due.add(Due.REVIEW);
        if (order.courtAskedAt() == null && isOver(court(order, months.lastDay()))) due.add(Due.MONTH_TWELVE);
        return due;
    }

    /** Null if it has been made, or if its day had passed when the order came here. */
    private LocalDate forecast(Order order, LocalDate day, Instant made) {
        return made != null || day.isBefore(deadlines.day(order.receivedAt())) ? null : day;
    }

    /**
     * The end of the twelve months or of the court's extension. If hours are left, the order goes back to the court,
     * however long ago that was.
     */
    private static LocalDate court(Order order, LocalDate lastDay) {
        if (order.courtAppliedOn() == null) return order.extendedTo() == null ? lastDay : order.extendedTo();
        return order.extendedTo() != null && order.extendedTo().isAfter(order.courtAppliedOn())
                ? order.extendedTo()
                : null;
    }

    /** The review after the last one, counted from the sentence. */
    private LocalDate nextReview(Order order) {
        LocalDate since = deadlines.day(order.reviewedAt() == null ? order.receivedAt() : order.reviewedAt());
        LocalDate due = order.sentenceDate();
        for (int n = 1; !due.isAfter(since); n++)
            due = order.sentenceDate().plus(settings.reviewEvery().multipliedBy(n));
        return due;
    }

    private boolean isOver(LocalDate day) {
        return day != null && day.isBefore(deadlines.today());
    }
}
