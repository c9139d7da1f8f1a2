package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.AdjustmentsChanged;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.RuledOutPlaces;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.allocating.AllocationRequests;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Tells those who can act when an adjustment that is agreed after the panel has confirmed rules out the place a person
 * was given: HR; the director while they can give the outcome back; and the person, who may appeal, once they have
 * their letter. Why it is ruled out is told to nobody.
 */
@Service
class TellingOfRuledOutPlaces implements RuledOutPlaces {
    private final Cohorts cohorts;
    private final Consultations consultations;
    private final Placements placements;
    private final AllocationRequests requests;
    private final OutcomeLetters letters;
    private final Notifications notifications;

    TellingOfRuledOutPlaces(
            Cohorts cohorts,
            Consultations consultations,
            Placements placements,
            AllocationRequests requests,
            OutcomeLetters letters,
            Notifications notifications) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.placements = placements;
        this.requests = requests;
        this.letters = letters;
        this.notifications = notifications;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(AdjustmentsChanged event) {
        Facts consultation = consultations.get(event.consultationId());
        Member member = cohorts.get(event.memberId());
        boolean given =
                consultation.state() == ConsultationState.DECISION || consultation.state() == ConsultationState.OUTCOME;
        if (!given || !member.active()) return;
        placements
                .of(member.id())
                .filter(TellingOfRuledOutPlaces::isToCome)
                .filter(placement -> isRuledOut(consultation, placement))
                .ifPresent(placement -> tell(consultation, member, placement));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Holder> holders(long consultationId) {
        Map<String, Placement> keys = placements.ofConsultation(consultationId).stream()
                .filter(TellingOfRuledOutPlaces::isToCome)
                .collect(Collectors.toMap(TellingOfRuledOutPlaces::toHr, Function.identity()));
        Set<String> told = notifications.sent(keys.keySet());
        return keys.entrySet().stream()
                .filter(one -> told.contains(one.getKey()))
                .map(one -> one.getValue().memberId())
                .map(member -> new Holder(member, cohorts.nameOf(member)))
                .toList();
    }

    private boolean isRuledOut(Facts consultation, Placement placement) {
        return requests.of(consultation.id(), List.of(placement.memberId())).applicants().stream()
                .noneMatch(person -> person.mayHave(Long.toString(placement.optionId())));
    }

    private void tell(Facts consultation, Member member, Placement placement) {
        boolean decided = consultation.state() == ConsultationState.OUTCOME;
        send(
                toHr(placement),
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                consultation,
                "The place of %s is no longer possible for them. %s"
                        .formatted(
                                cohorts.nameOf(member.id()),
                                decided
                                        ? "Speak to them about another place. They may appeal, and are told so with their letter."
                                        : "The Regional Probation Director can still give the outcome back to the panel."));
        if (!decided)
            send(
                    toHr(placement) + "-rpd",
                    TaskGroup.of(Role.RPD, consultation.regionSlug()).name(),
                    consultation,
                    "A place that the panel has confirmed is no longer possible for the person. HR knows whose. You can give the outcome back to the panel.");
        else if (letters.written(member.id()))
            send(
                    toHr(placement) + "-person",
                    member.staffNumber(),
                    consultation,
                    "By the rules, the place you were given is no longer possible for you. Speak to your line manager or HR. You may appeal on the page of your outcome.");
    }

    private void send(String key, String to, Facts consultation, String body) {
        notifications.send(
                key,
                to,
                "%s: a place is no longer possible".formatted(consultation.title()),
                body,
                consultation.subject());
    }

    private static boolean isToCome(Placement placement) {
        return placement.optionId() != null && placement.movedAt() == null;
    }

    private static String toHr(Placement placement) {
        return "ruled-out-%d-%d".formatted(placement.memberId(), placement.optionId());
    }
}
