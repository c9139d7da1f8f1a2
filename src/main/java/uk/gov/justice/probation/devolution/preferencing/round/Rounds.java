package uk.gov.justice.probation.devolution.preferencing.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

/** The rounds of preferencing, and until when each person can answer. */
@Service
public class Rounds {
    private final RoundRepository rounds;
    private final ClosingQuery closing;
    private final DrawNumbers numbers;
    private final Deadlines deadlines;
    private final PreferencingSettings settings;

    Rounds(
            RoundRepository rounds,
            ClosingQuery closing,
            DrawNumbers numbers,
            Deadlines deadlines,
            PreferencingSettings settings) {
        this.rounds = rounds;
        this.closing = closing;
        this.numbers = numbers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** Empty before the options are published. */
    public Optional<Round> find(long consultationId) {
        return rounds.findById(consultationId);
    }

    /** @throws CannotSucceedException before the options are published */
    public Round get(long consultationId) {
        return rounds.get(consultationId);
    }

    /**
     * The round, locked until the transaction ends, so that answers, the allocation, the panel and appeals change
     * places one at a time.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round lock(long consultationId) {
        return rounds.lock(consultationId);
    }

    /** Takes a shared lock on the round until the transaction ends; any number of transactions can hold one at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Round share(long consultationId) {
        return rounds.share(consultationId);
    }

    /** Gives whoever joined after the options were published their number in the lottery. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveNumber(Round round, Instant joined) {
        if (round.hasSecret() && joined.isAfter(round.publishedAt())) numbers.draw(round.consultationId());
    }

    /** Whether the places have been allocated. From then on no answer changes anything. */
    public boolean allocated(long consultationId) {
        return rounds.isAllocated(consultationId);
    }

    /**
     * Until when this person can answer: the round's closing, or later if their time was extended or they joined later.
     */
    public Instant closesFor(long memberId) {
        return latest(closing.of(memberId));
    }

    /** Until when an answer of theirs may still arrive that was sent before their closing. */
    public Instant takenUntil(long memberId) {
        return closesFor(memberId).plus(settings.stillTaken());
    }

    /** Like {@link #closesFor(long)}, by member id; those for whom no options are published are left out. */
    public Map<Long, Instant> closesFor(Collection<Long> memberIds) {
        Map<Long, Instant> closes = new HashMap<>();
        closing.of(memberIds).forEach((member, dates) -> closes.put(member, latest(dates)));
        return closes;
    }

    /** When the last participant's time to answer ends. */
    public Instant lastClosing(long consultationId) {
        return closing.all(consultationId).stream()
                .map(this::latest)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> get(consultationId).closesAt());
    }

    /** The end of the working day. */
    public Instant endOf(LocalDate date) {
        return OffsetDateTime.parse(deadlines.endOf(date)).toInstant();
    }

    private Instant latest(ClosingQuery.Dates dates) {
        return Stream.of(
                        Optional.of(dates.closesAt()),
                        Optional.ofNullable(dates.askedUntil()),
                        Optional.ofNullable(dates.extendedTo()).map(this::endOf))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
