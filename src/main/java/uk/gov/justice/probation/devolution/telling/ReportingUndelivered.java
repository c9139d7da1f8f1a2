package uk.gov.justice.probation.devolution.telling;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.work.Holder;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * Gives somebody the task to tell those whom no email reaches: HR of the region for a member of staff, its manager for
 * a group. While that task waits, no second one is begun for the same recipient.
 */
@Service
class ReportingUndelivered {
    private final UndeliveredRepository undelivered;
    private final StaffDirectory staff;
    private final ManagedGroups managed;
    private final ExpectedCalls calls;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportingUndelivered(
            UndeliveredRepository undelivered,
            StaffDirectory staff,
            ManagedGroups managed,
            ExpectedCalls calls,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undelivered = undelivered;
        this.staff = staff;
        this.managed = managed;
        this.calls = calls;
        this.events = events;
        this.clock = clock;
    }

    /** @param email the address that failed; null if there is none */
    @Transactional(propagation = Propagation.MANDATORY)
    void report(Holder recipient, String email, String reason) {
        if (undelivered.isOpenFor(recipient.name())) return;
        TaskGroup help = recipient.isGroup() ? managed.managersOf(recipient.called()) : hrOf(recipient);
        String region = help.slug().isEmpty() ? null : help.slug().toUpperCase(Locale.ROOT);
        long id = undelivered
                .save(new Undelivered(recipient, region, help, email, reason, clock.instant()))
                .id();
        calls.expect("undelivered-email", id, id);
        events.publishEvent(TellingMessages.emailUndelivered(id));
    }

    private TaskGroup hrOf(Holder recipient) {
        return staff.find(recipient.called())
                .map(member -> TaskGroup.of(Role.HR, member.regionCode()))
                .orElse(TaskGroup.of(Role.PSC_SERVICE_OWNER));
    }
}
