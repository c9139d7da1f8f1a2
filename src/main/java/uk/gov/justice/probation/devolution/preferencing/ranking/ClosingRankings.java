package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer.Kind;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.RoundClosed;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;

/** Closes a round when nobody can answer any more. Extensions, and people who join, postpone that time. */
@Service
public class ClosingRankings {
    private final Consultations consultations;
    private final Rounds rounds;
    private final Answers answers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingRankings(
            Consultations consultations,
            Rounds rounds,
            Answers answers,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consultations = consultations;
        this.rounds = rounds;
        this.answers = answers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** When the last person's time ends, or now if that has passed. */
    @Transactional(readOnly = true)
    public Instant plan(long consultationId) {
        Instant last = rounds.lastClosing(consultationId);
        Instant now = clock.instant();
        return last.isAfter(now) ? last : now;
    }

    /** @return false if somebody has been given more time since, in which case nothing is closed */
    @Transactional
    public boolean close(long consultationId) {
        Round round = rounds.lock(consultationId);
        if (round.closedAt() != null) return true;
        if (rounds.lastClosing(consultationId).isAfter(clock.instant())) return false;
        round.close(clock.instant());
        Consultations.Facts consultation = consultations.get(consultationId);
        audit.record(
                "system",
                "PREFERENCES_CLOSED",
                consultation.subject(),
                consultation.regionCode(),
                counts(consultationId));
        events.publishEvent(new RoundClosed(round));
        return true;
    }

    private Map<String, Long> counts(long consultationId) {
        Map<String, Long> counts = new TreeMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> counts.put(kind.name(), 0L));
        answers.latest(consultationId)
                .values()
                .forEach(answer -> counts.merge(answer.kind().name(), 1L, Long::sum));
        return counts;
    }
}
