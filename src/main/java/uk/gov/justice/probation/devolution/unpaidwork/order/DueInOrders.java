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
 * Informs the process of an order of what has fallen due: a review, the forecasts of months nine and eleven, the end of
 * the twelve months. The dates follow from the sentence and stay in the database: the engine has no timer for them and
 * learns of each by a message, on its day (ADR 0057).
 */
@Component
public class DueInOrders {
    static final int NINE = 9;
    private static final int ELEVEN = 11;

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

    /** Orders that run and have something due by today. */
    public List<Long> withSomethingDue() {
        return orders.inProcess().stream()
                .filter(order -> !due(order).isEmpty())
                .map(Order::id)
                .toList();
    }

    /**
     * Publishes what is due by today if the order is running; the order is locked.
     *
     * @param occasion what prompts it; for the same occasion it is sent only once
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
        if (isOver(forecast(order, months.lastDayOf(NINE), order.forecastNineAt()))) due.add(Due.MONTH_NINE);
        if (isOver(forecast(order, months.lastDayOf(ELEVEN), order.forecastElevenAt()))) due.add(Due.MONTH_ELEVEN);
        if (!nextReview(order).isAfter(deadlines.today())) due.add(Due.REVIEW);
        if (order.courtAskedAt() == null && isOver(court(order, months.lastDay()))) due.add(Due.MONTH_TWELVE);
        return due;
    }

    /** Null if it was made, or if its day was over when the order came here. */
    private LocalDate forecast(Order order, LocalDate day, Instant made) {
        return made != null || day.isBefore(deadlines.day(order.receivedAt())) ? null : day;
    }

    /**
     * The end of the twelve months, or of what the court extended them to; hours left after it go back to the court,
     * however long ago it was.
     */
    private static LocalDate court(Order order, LocalDate lastDay) {
        if (order.courtAppliedOn() == null) return order.extendedTo() == null ? lastDay : order.extendedTo();
        return order.extendedTo() != null && order.extendedTo().isAfter(order.courtAppliedOn())
                ? order.extendedTo()
                : null;
    }

    /** The next one after the last, counted from the sentence. */
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
