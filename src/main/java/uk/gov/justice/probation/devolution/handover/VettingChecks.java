package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.handover.OfficerQuery.Officer;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.workforce.VettingCleared;

/**
 * Officers of receiving teams who wait for vetting: an unvetted PSO carries no caseload (programme, gate VETTING). HR clears them here or by a staff import; every
 * handover that waits for the officer is told. Where vetting is refused no handover waits for ever: HR puts another officer in their place, or releases the post.
 */
@Service
public class VettingChecks {

  public record WaitingOfficer(String staffNumber, String name, String grade, boolean refused, List<String> handovers) {}

  /** Why a post cannot be released or filled so, in words for HR. */
  public static class PostNotChangedException extends RuntimeException {
    PostNotChangedException(String message) {
      super(message);
    }
  }

  private final HandoverRepository handovers;
  private final RefusedPostRepository posts;
  private final ReceivingTeamQuery teams;
  private final OfficerQuery officers;
  private final VettingBatch vetting;
  private final BriefingBatch briefings;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  VettingChecks(HandoverRepository handovers, RefusedPostRepository posts, ReceivingTeamQuery teams, OfficerQuery officers, VettingBatch vetting, BriefingBatch briefings,
      Notifications notifications, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.handovers = handovers;
    this.posts = posts;
    this.teams = teams;
    this.officers = officers;
    this.vetting = vetting;
    this.briefings = briefings;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The staff numbers of the officers this handover waits for, written down so that a clearance finds it. */
  @Transactional
  public List<String> outstanding(long handoverId) {
    Handover handover = handovers.lock(handoverId);
    List<String> waiting = teams.waitingForVetting(handover);
    vetting.waitFor(handoverId, waiting);
    return waiting;
  }

  /** Reminds regional HR; {@code occasion} names the chase, so that one delivered twice is sent once. */
  @Transactional
  public void chase(long handoverId, String staffNumber, long occasion) {
    Handover handover = handovers.get(handoverId);
    vetting.chased(handoverId, staffNumber);
    notifications.send("vetting-chase-" + occasion, "hr-" + handover.regionCode().toLowerCase(Locale.ROOT),
        "%s: vetting is still outstanding".formatted(handover.planRowId()),
        "The officer with staff number %s waits for vetting. Until it is cleared %s cannot go ahead. Chase it, then record the result on the vetting page. If it was refused, replace the officer or release the post there."
            .formatted(staffNumber, handover.planRowId()),
        handover.subject());
  }

  @Transactional(readOnly = true)
  public List<WaitingOfficer> waiting(String regionCode) {
    return officers.waiting(regionCode);
  }

  /** @throws AccessDeniedException where the colleague is not HR of the officer's region */
  @Transactional
  public void cleared(String staffNumber, Colleague by) {
    String region = officers.regionOf(staffNumber).orElseThrow(() -> new IllegalArgumentException("There is nobody with the staff number %s. Check the number".formatted(staffNumber)));
    if (!by.holds("hr", region)) throw new AccessDeniedException("Only HR of %s may record the vetting of its officers".formatted(region));
    if (!vetting.cleared(staffNumber)) return;
    audit.record(by.userName(), "VETTING_CLEARED", "staff/" + staffNumber, region, Map.of("staffNumber", staffNumber));
    events.publishEvent(new VettingCleared(staffNumber));
  }

  /**
   * Vetting was refused: the handovers wait on until the place is given to another officer or the post is released, anew where that was decided after an earlier refusal.
   *
   * @throws AccessDeniedException where the colleague is not HR of the officer's region
   * @throws PostNotChangedException where the officer does not wait for vetting
   */
  @Transactional
  public void refuse(String staffNumber, Colleague by) {
    Officer officer = ofOwnRegion(staffNumber, by);
    if (!officer.vetting().equals("PENDING")) throw new PostNotChangedException("%s does not wait for vetting. Load the page again.".formatted(staffNumber));
    vetting.refused(staffNumber);
    posts.deleteByStaffNumber(staffNumber);
    audit.record(by.userName(), "VETTING_REFUSED", "staff/" + staffNumber, officer.regionCode(), Map.of("staffNumber", staffNumber));
  }

  /**
   * The team does without the officer whose vetting was refused.
   *
   * @throws AccessDeniedException where the colleague is not HR of the officer's region
   * @throws PostNotChangedException where there is no refusal to act on
   */
  @Transactional
  public void release(String staffNumber, Colleague by) {
    decide(refused(staffNumber, by), null, by);
  }

  /**
   * Another officer, who is cleared, takes the place of the one whose vetting was refused; they are to be briefed as everybody else.
   *
   * @throws AccessDeniedException where the colleague is not HR of the officer's region
   * @throws PostNotChangedException where there is no refusal to act on, or the other officer cannot take the place
   */
  @Transactional
  public void replace(String staffNumber, String replacement, Colleague by) {
    Officer refused = refused(staffNumber, by);
    Officer other = officers.lock(replacement).orElseThrow(() -> new PostNotChangedException("There is nobody with the staff number '%s'. Check the number.".formatted(replacement)));
    if (!other.regionCode().equals(refused.regionCode())) throw new PostNotChangedException("The officer %s belongs to another region. Choose one of this region.".formatted(replacement));
    if (!other.grade().equals(refused.grade())) throw new PostNotChangedException("%s is not of the grade %s. Choose an officer of that grade.".formatted(replacement, refused.grade()));
    if (!other.mayCarryCases()) throw new PostNotChangedException("%s is not cleared by vetting either. Choose an officer who is.".formatted(replacement));
    if (other.teamCode().equals(refused.teamCode())) throw new PostNotChangedException("%s is in the team already. Choose somebody else, or release the post.".formatted(replacement));
    if (posts.existsByReplacedBy(replacement)) {
      throw new PostNotChangedException("%s takes somebody else's place already. Choose another officer.".formatted(replacement));
    }
    decide(refused, replacement, by);
  }

  private Officer refused(String staffNumber, Colleague by) {
    Officer officer = ofOwnRegion(staffNumber, by);
    if (!officer.vetting().equals("REFUSED")) throw new PostNotChangedException("The vetting of %s was not refused. Nothing was changed.".formatted(staffNumber));
    return officer;
  }

  private Officer ofOwnRegion(String staffNumber, Colleague by) {
    Officer officer = officers.lock(staffNumber).orElseThrow(() -> new PostNotChangedException("There is nobody with the staff number '%s'. Check the number.".formatted(staffNumber)));
    if (!by.holds("hr", officer.regionCode())) throw new AccessDeniedException("Only HR of %s may decide about the posts of its officers".formatted(officer.regionCode()));
    return officer;
  }

  private void decide(Officer refused, String replacement, Colleague by) {
    if (posts.existsById(refused.staffNumber())) throw new PostNotChangedException("Somebody has decided about the post of %s already.".formatted(refused.staffNumber()));
    posts.save(new RefusedPost(refused.staffNumber(), replacement, by.userName(), clock.instant()));
    audit.record(by.userName(), replacement == null ? "POST_RELEASED" : "POST_REPLACED", "staff/" + refused.staffNumber(), refused.regionCode(),
        replacement == null ? Map.of() : Map.of("replacedBy", replacement));
    handovers.lockAllById(briefings.handoversFor(refused.staffNumber())).forEach(briefings::rosterFor);
    tellHandovers(refused.staffNumber());
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
