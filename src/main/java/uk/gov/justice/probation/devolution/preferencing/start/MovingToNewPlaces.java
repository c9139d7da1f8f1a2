package uk.gov.justice.probation.devolution.preferencing.start;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.MovingStaff;

/** Gives people the base and role of their new place when they start there. Anybody who has left stays as they are. */
@Service
public class MovingToNewPlaces {
    private final NewPlaces places;
    private final Placements placements;
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final MovingStaff moving;
    private final Notifications notifications;

    MovingToNewPlaces(
            NewPlaces places,
            Placements placements,
            Cohorts cohorts,
            Consultations consultations,
            MovingStaff moving,
            Notifications notifications) {
        this.places = places;
        this.placements = placements;
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.moving = moving;
        this.notifications = notifications;
    }

    /** Updates the person's base and role, once. */
    @Transactional
    public void move(long memberId) {
        Member member = cohorts.get(memberId);
        if (!member.active()) return;
        Option place = places.of(memberId);
        if (placements.moved(memberId)) moving.move(member.staffNumber(), place.siteCode(), place.roleCode(), "system");
    }

    /**
     * Moves a person who had already moved and has since been given another place by a late appeal. HR is informed that
     * the start there must be settled personally.
     */
    @Transactional
    public void moveAgain(long memberId) {
        Member member = cohorts.get(memberId);
        boolean hasMoved = placements.of(memberId).map(Placement::movedAt).isPresent();
        if (!member.active() || !hasMoved) return;
        Option place = places.of(memberId);
        moving.move(member.staffNumber(), place.siteCode(), place.roleCode(), "system");
        Facts consultation = consultations.get(member.consultationId());
        notifications.send(
                "moved-again-%d-%d".formatted(memberId, place.id()),
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                "%s: somebody who had started has a new place".formatted(consultation.title()),
                "A late appeal gave a person another place after they had started. Their base and role are updated. Agree with their line manager when they start at %s."
                        .formatted(place.name()),
                consultation.subject());
    }
}
