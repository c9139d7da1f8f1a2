package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.CalendarFile;
import uk.gov.justice.probation.devolution.calendar.CalendarFile.Entry;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * When and where a one-to-one is: arranged, changed or called off by the line manager or HR, and the person is told
 * each time.
 */
@Service
public class ArrangingOneToOnes {
    private static final int LONGEST_PLACE = 200;
    private static final EnteredDay MEETS_ON = EnteredDay.required("the day on which you meet", DayRule.notPast());

    /** As arranged last. */
    public record Arranged(LocalDate on, Hours hours, String place, boolean calledOff) {}

    private final AppointmentRepository appointments;
    private final CohortMemberRepository members;
    private final Consultations consultations;
    private final OneToOneHolders holders;
    private final Deadlines deadlines;
    private final Notifications notifications;
    private final AuditTrail audit;

    ArrangingOneToOnes(
            AppointmentRepository appointments,
            CohortMemberRepository members,
            Consultations consultations,
            OneToOneHolders holders,
            Deadlines deadlines,
            Notifications notifications,
            AuditTrail audit) {
        this.appointments = appointments;
        this.members = members;
        this.consultations = consultations;
        this.holders = holders;
        this.deadlines = deadlines;
        this.notifications = notifications;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Arranged> of(long memberId) {
        return appointments
                .findById(memberId)
                .map(one -> new Arranged(one.meetsOn(), one.hours(), one.place(), one.isCalledOff()));
    }

    /**
     * Arranges the one-to-one, or changes when and where it is.
     *
     * @throws BreaksRules with each broken rule and its field
     * @throws NotPossibleNow if it was held, is declined or the person no longer takes part
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague is neither the line
     *     manager nor HR of the region, and does not stand in
     */
    @Transactional
    public void arrange(long memberId, LocalDate on, Hours hours, String place, Colleague by) {
        mustStand(on, hours, place);
        CohortMember member = toBeMet(memberId, by, "arrange a one-to-one");
        Appointment appointment = appointments.findById(memberId).orElseGet(() -> new Appointment(memberId));
        if (!appointment.arrange(on, hours, place)) return;
        appointments.save(appointment);
        tell(
                member,
                appointment,
                "ARRANGED",
                "Your one-to-one is arranged",
                "You meet on %s, %s: %s.".formatted(Deadlines.inWords(on), hours.inWords(), place),
                by);
    }

    /** Calls it off; it can be arranged again. Throws as {@link #arrange} does. */
    @Transactional
    public void callOff(long memberId, Colleague by) {
        CohortMember member = toBeMet(memberId, by, "call off a one-to-one");
        Appointment appointment =
                appointments.findById(memberId).orElseThrow(() -> new NotPossibleNow("There is nothing to call off."));
        if (!appointment.callOff()) return;
        appointments.save(appointment);
        tell(
                member,
                appointment,
                "CALLED_OFF",
                "Your one-to-one is called off",
                "It was arranged for %s. You will be told the new day."
                        .formatted(Deadlines.inWords(appointment.meetsOn())),
                by);
    }

    /**
     * As an entry for a calendar, without anybody's name.
     *
     * @throws NotFound if it was never arranged
     */
    @Transactional(readOnly = true)
    public CalendarFile calendarOf(long memberId) {
        Appointment appointment =
                appointments.findById(memberId).orElseThrow(() -> new NotFound("This one-to-one is not arranged yet"));
        Facts consultation = consultations.get(members.read(memberId)
                .orElseThrow(() -> new NotFound("Nobody with this number takes part"))
                .consultationId());
        return new CalendarFile(List.of(new Entry(
                "one-to-one-%d@psc-devolution".formatted(memberId),
                appointment.sequence(),
                "%s: one-to-one".formatted(consultation.title()),
                appointment.place(),
                appointment.meetsOn(),
                appointment.hours(),
                appointment.isCalledOff())));
    }

    private CohortMember toBeMet(long memberId, Colleague by, String action) {
        CohortMember member = members.lock(memberId);
        holders.mustBeOneOf(member, by, action);
        consultations.mustBeIndividual(member.consultationId());
        if (!member.isToBeMet()) throw new NotPossibleNow("This one-to-one no longer has to be held.");
        return member;
    }

    private void mustStand(LocalDate on, Hours hours, String place) {
        List<BrokenRule> broken = new ArrayList<>();
        MEETS_ON.problem(on, deadlines).ifPresent(problem -> broken.add(new BrokenRule("on", problem)));
        if (hours == null) broken.add(new BrokenRule("from", "Enter the start time, for example 10:00 or 2:30pm."));
        if (place.isEmpty()) broken.add(new BrokenRule("place", "Enter where you meet."));
        else if (place.length() > LONGEST_PLACE)
            broken.add(
                    new BrokenRule("place", "Where you meet must be %d characters or fewer.".formatted(LONGEST_PLACE)));
        if (!broken.isEmpty()) throw new BreaksRules(broken);
    }

    private void tell(
            CohortMember member, Appointment appointment, String what, String subject, String body, Colleague by) {
        Facts consultation = consultations.get(member.consultationId());
        notifications.send(
                "one-to-one-appointment-%d-%d".formatted(member.id(), appointment.sequence()),
                member.staffNumber(),
                "%s: %s".formatted(consultation.title(), subject),
                body,
                consultation.subject());
        audit.record(
                by.userName(),
                "ONE_TO_ONE_" + what,
                consultation.subject(),
                consultation.regionCode(),
                Map.of("member", member.id(), "on", appointment.meetsOn().toString()));
    }
}
