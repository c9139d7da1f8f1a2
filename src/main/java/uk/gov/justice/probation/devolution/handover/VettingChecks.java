package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.VettingCleared;

/**
 * Which officers of its receiving team a handover is waiting for, because an unvetted PSO carries no caseload. Once an
 * officer is cleared, here or by a staff import, or the team does without them, every handover waiting for the officer
 * is informed.
 */
@Service
public class VettingChecks {
    private final HandoverRepository handovers;
    private final RefusedPostRepository posts;
    private final ReceivingTeamQuery teams;
    private final VettingBatch vetting;
    private final BriefingBatch briefings;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VettingChecks(
            HandoverRepository handovers,
            RefusedPostRepository posts,
            ReceivingTeamQuery teams,
            VettingBatch vetting,
            BriefingBatch briefings,
            Notifications notifications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handovers = handovers;
        this.posts = posts;
        this.teams = teams;
        this.vetting = vetting;
        this.briefings = briefings;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** The staff numbers of the officers this handover is waiting for, recorded so that a clearance finds it. */
    @Transactional
    public List<String> outstanding(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        List<String> waiting = teams.waitingForVetting(handover);
        vetting.waitFor(handoverId, waiting);
        return waiting;
    }

    /**
     * Reminds regional HR.
     *
     * @param occasion identifies the reminder, so that one delivered twice is sent once
     */
    @Transactional
    public void chase(long handoverId, String staffNumber, long occasion) {
        Handover handover = handovers.get(handoverId);
        vetting.chased(handoverId, staffNumber);
        notifications.send(
                "vetting-chase-" + occasion,
                TaskGroup.of(Role.HR, handover.regionCode()).name(),
                "%s: vetting is still outstanding".formatted(handover.planRowId()),
                "The officer with staff number %s is waiting for vetting. %s cannot go ahead until they are cleared. Chase the vetting, then record the result on the vetting page. If it was refused, replace the officer or release the post there."
                        .formatted(staffNumber, handover.planRowId()),
                handover.subject());
    }

    /**
     * The team does without the officer, or has another one in their place: who has to be briefed is recorded again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void teamChanged(String staffNumber) {
        handovers.lockAllById(briefings.handoversFor(staffNumber)).forEach(briefings::rosterFor);
        tellHandovers(staffNumber);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellHandovers(VettingCleared cleared) {
        posts.deleteByStaffNumber(cleared.staffNumber());
        tellHandovers(cleared.staffNumber());
    }

    private void tellHandovers(String staffNumber) {
        for (long handoverId : vetting.waitsNoLonger(staffNumber, Utc.of(clock.instant()))) {
            events.publishEvent(HandoverMessages.vettingCleared(handoverId, staffNumber, clock.millis()));
        }
    }
}
