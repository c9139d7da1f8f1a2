package uk.gov.justice.probation.devolution.preferencing.start;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** Informs HR of starts that are not settled in time. */
@Service
public class OverdueStarts {
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final Notifications notifications;

    OverdueStarts(Cohorts cohorts, Consultations consultations, Notifications notifications) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.notifications = notifications;
    }

    /** Informs HR of the region that a start has not been settled yet. Sent once, naming nobody. */
    @Transactional
    public void escalate(long memberId) {
        Facts consultation = consultations.get(cohorts.get(memberId).consultationId());
        notifications.send(
                "start-overdue-" + memberId,
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                "%s: a start in a new place is not planned".formatted(consultation.title()),
                "A line manager has not yet planned a person's start, tools and learning plan. Check in Tasklist whose task is overdue, and help.",
                consultation.subject());
    }
}
