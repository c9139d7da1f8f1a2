package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.consultation.CohortMember;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationMessages;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Names somebody to hold one-to-ones in the line manager's place: another line manager of the region, for one person
 * alone, until that one-to-one is recorded. The line manager may still hold it. The person and the colleague are told.
 */
@Service
public class NamingStandIns {
    private static final EnteredDay FIRST_DAY = EnteredDay.optional("the first day", DayRule.notPast());
    private static final EnteredDay LAST_DAY = EnteredDay.optional("the last day", DayRule.notPast());
    private static final String OVER =
            "You cannot name a stand-in: the one-to-one is recorded, or the person no longer takes part.";

    /**
     * Who is to stand in, and when.
     *
     * @param staffNumber empty if nobody is to stand in any more
     * @param from null for at once
     * @param until null until the one-to-one is recorded
     */
    public record StandIn(String staffNumber, LocalDate from, LocalDate until) {
        public static final StandIn NOBODY = new StandIn("", null, null);

        public StandIn {
            if (staffNumber.isEmpty()) {
                from = null;
                until = null;
            }
        }

        boolean isNobody() {
            return staffNumber.isEmpty();
        }

        /** To follow other words; empty for any day. */
        String daysInWords() {
            return (from == null ? "" : " from " + Deadlines.inWords(from))
                    + (until == null ? "" : " until " + Deadlines.inWords(until));
        }
    }

    private final Consultations consultations;
    private final CohortMemberRepository members;
    private final LineManagers lineManagers;
    private final StaffDirectory staff;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Deadlines deadlines;

    NamingStandIns(
            Consultations consultations,
            CohortMemberRepository members,
            LineManagers lineManagers,
            StaffDirectory staff,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Deadlines deadlines) {
        this.consultations = consultations;
        this.members = members;
        this.lineManagers = lineManagers;
        this.staff = staff;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.deadlines = deadlines;
    }

    /** Who can be named for this person, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> candidates(StaffMember person) {
        return staff.lineManagers(person.regionCode()).stream()
                .filter(manager -> !manager.staffNumber().equals(person.staffNumber())
                        && !manager.staffNumber().equals(person.lineManagerStaffNumber())
                        && !lineManagers.absent(manager))
                .toList();
    }

    /**
     * @throws NotAllowedException if the colleague is not the line manager of each, or HR of their region; whoever
     *     stands in may end it
     * @throws NotPossibleNow if a one-to-one is not to be held any more
     * @throws BreaksRules if the colleague cannot be named for one of them
     */
    @Transactional
    public void name(Collection<Long> memberIds, StandIn named, Colleague by) {
        if (memberIds.isEmpty()) throw new NotPossibleNow(OVER);
        mustBePossible(named);
        for (long memberId : new TreeSet<>(memberIds)) name(memberId, named, by);
    }

    private void mustBePossible(StandIn named) {
        List<BrokenRule> broken = new ArrayList<>();
        FIRST_DAY.problem(named.from(), deadlines).ifPresent(why -> broken.add(new BrokenRule("from", why)));
        (named.from() == null ? LAST_DAY : LAST_DAY.and(DayRule.notBefore(named.from(), "the first day")))
                .problem(named.until(), deadlines)
                .ifPresent(why -> broken.add(new BrokenRule("until", why)));
        if (!broken.isEmpty()) throw new BreaksRules(broken);
    }

    /** The days of those who stand in begin and end: the tasks are offered to whoever holds the one-to-ones now. */
    @Transactional
    public void followDays() {
        LocalDate today = deadlines.today();
        for (long memberId : members.standInsToFollow(today)) {
            CohortMember member = members.lock(memberId);
            if (member.isStandInOver(today)) {
                change(member, StandIn.NOBODY, consultations.get(member.consultationId()), Colleague.system());
            } else {
                member.standInBegins();
                events.publishEvent(ConsultationMessages.oneToOneChanged(memberId));
            }
        }
    }

    private void name(long memberId, StandIn named, Colleague by) {
        CohortMember member = members.lock(memberId);
        Facts consultation = consultations.get(member.consultationId());
        StaffMember person = staff.find(member.staffNumber()).orElseThrow();
        boolean ends = named.isNobody() && by.userName().equals(member.standIn());
        if (!ends) lineManagers.mustBeOneOf(person, by, "name somebody to hold a one-to-one");
        if (!member.isToBeMet() || consultation.state().ended()) throw new NotPossibleNow(OVER);
        if (!named.isNobody()
                && candidates(person).stream()
                        .noneMatch(candidate -> candidate.staffNumber().equals(named.staffNumber())))
            throw new BreaksRules("standIn", "Choose a line manager of the region who is not away");
        change(member, named, consultation, by);
    }

    private void change(CohortMember member, StandIn named, Facts consultation, Colleague by) {
        String before = member.standIn();
        if (!member.standsIn(named.isNobody() ? null : named.staffNumber(), named.from(), named.until())) return;
        tell(member, consultation, before, named, by);
        events.publishEvent(ConsultationMessages.oneToOneChanged(member.id()));
        audit.record(
                by.userName(),
                named.isNobody() ? "ONE_TO_ONE_STAND_IN_ENDED" : "ONE_TO_ONE_STAND_IN_NAMED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("member", member.id(), "standIn", named.staffNumber(), "days", named.daysInWords()));
    }

    private void tell(CohortMember member, Facts consultation, String before, StandIn named, Colleague by) {
        String manager = staff.find(member.staffNumber()).orElseThrow().lineManagerStaffNumber();
        if (manager != null && !manager.equals(by.userName()))
            tell(
                    member,
                    manager,
                    consultation,
                    "who holds one of your one-to-ones has changed",
                    "The page My team says who stands in for you.");
        if (before != null && !before.equals(member.standIn()))
            tell(
                    member,
                    before,
                    consultation,
                    "you no longer stand in for a one-to-one",
                    "Somebody else will hold it. The page My team lists those you still have to hold.");
        if (member.standIn() != null)
            tell(
                    member,
                    member.standIn(),
                    consultation,
                    "you stand in for a one-to-one",
                    "You are asked to hold a one-to-one in the line manager's place%s. It is on the page My team."
                            .formatted(named.daysInWords()));
        tell(
                member,
                member.staffNumber(),
                consultation,
                "who holds your one-to-one has changed",
                "The page My consultation says who will hold it.");
    }

    private void tell(CohortMember member, String to, Facts consultation, String what, String body) {
        notifications.send(
                "stand-in-%d-%s-%s".formatted(member.id(), to, UUID.randomUUID()),
                to,
                "%s: %s".formatted(consultation.title(), what),
                body,
                consultation.subject());
    }
}
