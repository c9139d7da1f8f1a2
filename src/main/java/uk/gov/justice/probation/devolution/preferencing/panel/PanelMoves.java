package uk.gov.justice.probation.devolution.preferencing.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and makes the panel's changes. */
@Service
public class PanelMoves {
    private final PanelMoveRepository moves;
    private final PanelPlaceRepository places;
    private final PanelBatch batch;
    private final Clock clock;

    PanelMoves(PanelMoveRepository moves, PanelPlaceRepository places, PanelBatch batch, Clock clock) {
        this.moves = moves;
        this.places = places;
        this.batch = batch;
        this.clock = clock;
    }

    /** Earliest first. */
    public List<PanelMove> of(long consultationId) {
        return moves.findByConsultationIdOrderById(consultationId);
    }

    /** The moves that gave this person another place, as the person moved or the one who changed places. */
    public List<PanelMove> concerning(long memberId) {
        return moves.concerning(memberId);
    }

    /** Whether the colleague, as a member of the panel, made a move that changed this person's place. */
    public boolean hasMoved(String userName, long memberId) {
        return moves.countConcerning(memberId, userName) > 0;
    }

    int count(long consultationId) {
        return moves.countByConsultationId(consultationId);
    }

    /**
     * Puts everybody affected by the move in their new place on the table.
     *
     * @param reasons the ids of the confidential records with the reasons, one for each who gets another place
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void make(long consultationId, Effect effect, List<Long> reasons, Why why, String by) {
        Instant now = clock.instant();
        List<Long> members = effect.changes().stream()
                .map(change -> change.person().member().id())
                .toList();
        Map<Long, PanelPlace> laid =
                places.lockAllById(members).stream().collect(Collectors.toMap(PanelPlace::getId, Function.identity()));
        for (Change change : effect.changes()) {
            long member = change.person().member().id();
            PanelPlace place = laid.getOrDefault(member, new PanelPlace(member, consultationId));
            place.take(change.to().id(), by, now);
            places.save(place);
        }
        moves.save(new PanelMove(consultationId, effect, reasons, why, by, now));
    }

    /**
     * Records that the panel has looked at these people and leaves them where they are.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int keep(long consultationId, Collection<Long> memberIds, String by) {
        return batch.keep(consultationId, memberIds, by);
    }
}
