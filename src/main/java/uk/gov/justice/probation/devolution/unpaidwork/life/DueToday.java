package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.letters.OneAtATime;
import uk.gov.justice.probation.devolution.unpaidwork.order.DueInOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.KeepingRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsOver;

/**
 * Informs the processes of unpaid work of what falls due today: the dates of every order, the registers of projects
 * and, for limited-access cases, the sessions that are over, so that their times are not in the engine (ADR 0057). It
 * runs daily at {@code devolution.unpaidwork.due-today-at} (a cron expression in UK time, or {@code -} for never) and
 * once after each start, on one replica at a time. Nothing is sent twice.
 */
@Component
public class DueToday {
    private static final Logger log = LoggerFactory.getLogger(DueToday.class);

    private final Orders orders;
    private final DueInOrders due;
    private final SessionsOver over;
    private final KeepingRegisters registers;
    private final ReportingHours hours;
    private final OneAtATime oneAtATime;
    private final TransactionTemplate transactions;
    private final Deadlines deadlines;

    DueToday(
            Orders orders,
            DueInOrders due,
            SessionsOver over,
            KeepingRegisters registers,
            ReportingHours hours,
            OneAtATime oneAtATime,
            TransactionTemplate transactions,
            Deadlines deadlines) {
        this.orders = orders;
        this.due = due;
        this.over = over;
        this.registers = registers;
        this.hours = hours;
        this.oneAtATime = oneAtATime;
        this.transactions = transactions;
        this.deadlines = deadlines;
    }

    @Scheduled(cron = "${devolution.unpaidwork.due-today-at:0 30 5 * * *}", zone = "Europe/London")
    @Scheduled(initialDelayString = "${devolution.unpaidwork.due-today-after-start:PT3M}")
    void scheduled() {
        tell();
    }

    /**
     * @return for how many orders, sessions, registers and people something was due; 0 if another replica is doing it
     */
    public int tell() {
        return oneAtATime
                .tryAlone("unpaid work due today", () -> {
                    List<Long> withSomethingDue = due.withSomethingDue();
                    withSomethingDue.forEach(
                            id -> alone("order", id, () -> due.tell(orders.lock(id), deadlines.today())));
                    List<Long> sessionsOver = over.ofLimitedCases();
                    sessionsOver.forEach(id -> alone("session", id, () -> over.tell(id, deadlines.today())));
                    return withSomethingDue.size() + sessionsOver.size() + registers.begin() + hours.report();
                })
                .orElse(0);
    }

    private void alone(String what, long id, Runnable telling) {
        try {
            transactions.executeWithoutResult(transaction -> telling.run());
        } catch (RuntimeException failed) {
            log.warn(
                    "What is due in {} {} could not be sent to its process and will be tried again tomorrow",
                    what,
                    id,
                    failed);
        }
    }
}
