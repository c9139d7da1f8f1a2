package uk.gov.justice.probation.devolution.consultation.cohort;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** HR of the region changes who takes part while a consultation runs, and gives individuals more time. The steps of that person follow at once. */
@Service
public class ChangingCohorts {
  private static final EnteredDay MORE_TIME_TO = EnteredDay.required("the day until which the person has time", DayRule.toCome());

  private final Consultations consultations;
  private final Cohorts cohorts;
  private final CohortMemberRepository members;
  private final CohortBatch batch;
  private final OwnDates ownDates;
  private final StaffDirectory staff;
  private final ConfidentialRecords records;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChangingCohorts(Consultations consultations, Cohorts cohorts, CohortMemberRepository members, CohortBatch batch, OwnDates ownDates, StaffDirectory staff,
      ConfidentialRecords records, Deadlines deadlines, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.consultations = consultations;
    this.cohorts = cohorts;
    this.members = members;
    this.batch = batch;
    this.ownDates = ownDates;
    this.staff = staff;
    this.records = records;
    this.deadlines = deadlines;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** @throws NotPossibleNow if the person cannot take part */
  @Transactional
  public long join(long consultationId, String staffNumber, Colleague by) {
    batch.waitForOthers(consultations.get(consultationId).regionCode());
    Facts consultation = lock(consultationId, by);
    StaffMember person = staff.find(staffNumber)
        .filter(one -> one.regionCode().equals(consultation.regionCode()))
        .orElseThrow(() -> new NotPossibleNow("Nobody in %s has this staff number. Import the person with a staff file first.".formatted(consultation.regionName())));
    if (ranked(consultation)) throw new NotPossibleNow("The places have been ranked already: nobody can join '%s' any more.".formatted(consultation.title()));
    List<String> running = batch.alreadyTakingPart(List.of(person));
    if (!running.isEmpty()) throw new NotPossibleNow("This person takes part in a running consultation already.");
    CohortMember member = members.save(new CohortMember(consultationId, person.staffNumber(), ownDates.of(person), clock.instant()));
    long memberId = member.id();
    audit(consultation, "COHORT_JOINED", memberId, by);
    member.announce();
    members.save(member);
    if (consultation.state() == ConsultationState.INDIVIDUAL) {
      events.publishEvent(ConsultationMessages.staffJoined(consultationId, memberId));
    }
    return memberId;
  }

  /** Leaving twice changes nothing. */
  @Transactional
  public void leave(long memberId, Colleague by) {
    Facts consultation = lock(cohorts.get(memberId).consultationId(), by);
    CohortMember member = members.lock(memberId);
    if (!member.leave(clock.instant())) return;
    audit(consultation, "COHORT_LEFT", memberId, by);
    members.save(member);
    if (member.isAwaited()) events.publishEvent(ConsultationMessages.staffLeft(memberId));
  }

  /**
   * Gives a person until this day for their own steps.
   *
   * @param reason kept sealed: it may say something about the person's health
   * @throws NotPossibleNow if the day cannot be
   */
  @Transactional
  public void extend(long memberId, LocalDate to, String reason, Colleague by) {
    Facts consultation = lock(cohorts.get(memberId).consultationId(), by);
    CohortMember member = members.lock(memberId);
    member.mustTakePart();
    MORE_TIME_TO.problem(to, deadlines).ifPresent(sentence -> {
      throw new NotPossibleNow(sentence);
    });
    long record = records.keep(member.staffNumber(), Kind.EXTENSION_REASON, consultation.subject(), reason, by);
    member.extend(to);
    audit.record(by.userName(), "DATES_EXTENDED", consultation.subject(), consultation.regionCode(), Map.of("member", memberId, "to", to));
    members.save(member);
    if (member.isAwaited()) events.publishEvent(ConsultationMessages.datesExtended(memberId, record));
  }

  private Facts lock(long consultationId, Colleague by) {
    Facts consultation = consultations.lock(consultationId);
    by.mustHold(Role.HR, consultation.regionCode(), "change who takes part in " + consultation.title());
    if (consultation.state().ended()) throw new NotPossibleNow("'%s' is closed.".formatted(consultation.title()));
    return consultation;
  }

  private boolean ranked(Facts consultation) {
    Instant closed = consultation.preferencesCloseAt();
    return switch (consultation.state()) {
      case LAUNCHED, UNION, RESPONSE, INDIVIDUAL -> false;
      case PREFERENCES -> closed != null && !clock.instant().isBefore(closed);
      default -> true;
    };
  }

  private void audit(Facts consultation, String action, long memberId, Colleague by) {
    audit.record(by.userName(), action, consultation.subject(), consultation.regionCode(), Map.of("member", memberId));
  }
}
