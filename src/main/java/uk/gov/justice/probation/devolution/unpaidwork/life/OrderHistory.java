package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcement;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** What has happened in an order so far. */
@Component
class OrderHistory {

    record Records(
            Sessions.Progress progress,
            List<Session> sessions,
            List<Enforcement> enforcements,
            List<CaseLetters.Listed> letters) {}

    private final Sessions sessions;
    private final Enforcements enforcements;
    private final CaseLetters letters;

    OrderHistory(Sessions sessions, Enforcements enforcements, CaseLetters letters) {
        this.sessions = sessions;
        this.enforcements = enforcements;
        this.letters = letters;
    }

    Records of(Order order) {
        return new Records(
                sessions.progress(order.id()),
                sessions.ofOrder(order.id()),
                enforcements.ofOrder(order.id()),
                letters.ofCase(order.caseId()));
    }
}
