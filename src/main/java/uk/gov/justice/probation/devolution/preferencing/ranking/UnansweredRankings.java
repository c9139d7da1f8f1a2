package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.RankingPlaces;
import uk.gov.justice.probation.devolution.consultation.Reminder;
import uk.gov.justice.probation.devolution.consultation.Reminder.Whom;
import uk.gov.justice.probation.devolution.preferencing.ranking.UnansweredQuery.Unanswered;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Who has not answered: until their closing the people themselves are reminded, afterwards the line managers who are to
 * contact them.
 */
@Service
class UnansweredRankings implements RankingPlaces {
    private final UnansweredQuery query;
    private final Rounds rounds;
    private final PreferencingSettings settings;
    private final Clock clock;

    UnansweredRankings(UnansweredQuery query, Rounds rounds, PreferencingSettings settings, Clock clock) {
        this.query = query;
        this.rounds = rounds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Periods periods() {
        return new Periods(settings.closeAfter(), settings.panelDue(), settings.appealWindow());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reminder> reminders(Facts consultation) {
        LocalDate today = LocalDate.now(clock);
        String hr = TaskGroup.of(Role.HR, consultation.regionCode()).name();
        List<Reminder> reminders = new ArrayList<>();
        Map<String, Integer> toContact = new TreeMap<>();
        for (Unanswered one : query.of(consultation.id(), hr, today)) {
            Instant closing = closing(one);
            if (clock.instant().isAfter(closing)) toContact.merge(one.contact(), 1, Integer::sum);
            else
                reminders.add(RemindingPeople.reminder(
                        consultation,
                        one.memberId(),
                        one.staffNumber(),
                        LocalDate.ofInstant(closing, clock.getZone()),
                        today));
        }
        toContact.forEach((who, people) -> reminders.add(new Reminder(
                "contact-reminder-%d-%s-%s".formatted(consultation.id(), who, today),
                who,
                who.equals(hr) ? Whom.GROUP : Whom.LINE_MANAGER,
                "%s: people to contact".formatted(consultation.title()),
                "%s not ranked the places by closing. Contact them, and record what they want or that they cannot be reached. The tasks are in Tasklist."
                        .formatted(people == 1 ? "1 person has" : "%d people have".formatted(people)))));
        return reminders;
    }

    private Instant closing(Unanswered one) {
        Instant own = one.extendedTo() == null ? one.closesAt() : rounds.endOf(one.extendedTo());
        return own.isAfter(one.closesAt()) ? own : one.closesAt();
    }
}
