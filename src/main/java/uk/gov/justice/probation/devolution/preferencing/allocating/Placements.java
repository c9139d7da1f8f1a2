package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.Taken;

/**
 * The place each person has, from the panel's confirmation on. Places left over form the vacancy list that appeals draw
 * on.
 */
@Service
public class Placements {
    private final HeldPlaceRepository places;
    private final PlacementsQuery query;
    private final PlacementBatch batch;
    private final Rounds rounds;
    private final Options options;
    private final Clock clock;

    Placements(
            HeldPlaceRepository places,
            PlacementsQuery query,
            PlacementBatch batch,
            Rounds rounds,
            Options options,
            Clock clock) {
        this.places = places;
        this.query = query;
        this.batch = batch;
        this.rounds = rounds;
        this.options = options;
        this.clock = clock;
    }

    /** Empty until the panel has confirmed. */
    public Optional<Placement> of(long memberId) {
        return places.findById(memberId).map(HeldPlace::placement);
    }

    /** The places of everybody who still takes part, ordered by member id. */
    public List<Placement> ofConsultation(long consultationId) {
        return query.of(consultationId);
    }

    /** How many places each option has left, by option id. People who have left occupy none. */
    public Map<Long, Integer> freePlaces(long consultationId) {
        return query.free(consultationId);
    }

    /** Locks the consultation's places until the transaction ends, so that places are given out one at a time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long consultationId) {
        rounds.lock(consultationId);
    }

    /**
     * Gives a person a place, replacing the one they have. Others who give out places of the same consultation wait
     * until the transaction ends.
     *
     * @throws Taken if the option is full
     */
    @Transactional
    public void place(long memberId, long optionId, Source source) {
        Option option = options.get(optionId);
        lock(option.consultationId());
        if (query.others(optionId, memberId) >= option.places()) throw full(option);
        HeldPlace place = places.lockById(memberId).orElseGet(() -> new HeldPlace(memberId));
        place.become(optionId, source, clock.instant());
        places.save(place);
    }

    /**
     * Like {@link #place}, for several people at once, who may exchange places with each other.
     *
     * @throws Taken if an option would have more people than places; then nobody is moved
     */
    @Transactional
    public void rearrange(long consultationId, Map<Long, Long> optionByMember, Source source) {
        lock(consultationId);
        batch.give(optionByMember, source, clock.instant());
        freePlaces(consultationId).forEach((optionId, free) -> {
            if (free < 0) throw full(options.get(optionId));
        });
    }

    /** Records which process prepares the person's start. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void startPrepared(long memberId, long processInstanceKey) {
        places.findById(memberId).ifPresent(place -> place.startPreparedBy(processInstanceKey));
    }

    /** Whether the person's first day is settled. Concurrent callers wait for each other's transactions. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isStartSettled(long memberId) {
        return places.lockById(memberId).map(HeldPlace::isStartSettled).orElse(false);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void startsOn(long memberId, LocalDate day) {
        places.findById(memberId).ifPresent(place -> place.startsOn(day));
    }

    /**
     * Records that the person now works in their place.
     *
     * @return false if that was already recorded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean moved(long memberId) {
        return places.findById(memberId)
                .map(place -> place.moved(clock.instant()))
                .orElse(false);
    }

    private static Taken full(Option option) {
        return new Taken("%s has no place left".formatted(option.name()));
    }
}
