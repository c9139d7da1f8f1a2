package uk.gov.justice.probation.devolution.preferencing.start;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;

/** The places in which people start. */
@Component
class NewPlaces {
    private final Placements placements;
    private final Options options;

    NewPlaces(Placements placements, Options options) {
        this.placements = placements;
        this.options = options;
    }

    /** The members who have a place and have not moved yet. */
    List<Long> starters(long consultationId) {
        return placements.ofConsultation(consultationId).stream()
                .filter(NewPlaces::isToBegin)
                .map(Placement::memberId)
                .toList();
    }

    /** Empty if the person has no place, or has moved already. */
    Optional<Option> toPrepare(long memberId) {
        return placements
                .of(memberId)
                .filter(NewPlaces::isToBegin)
                .map(Placement::optionId)
                .map(options::get);
    }

    /** Records which process prepares the start. */
    void prepared(long memberId, long processInstanceKey) {
        placements.startPrepared(memberId, processInstanceKey);
    }

    /** @throws CannotSucceedException if they no longer have a place */
    Option of(long memberId) {
        return placements
                .of(memberId)
                .map(Placement::optionId)
                .map(options::get)
                .orElseThrow(() -> new CannotSucceedException(
                        "The person whose start is prepared (member %d) has no place any more. Cancel this step in Operate and speak with HR of the region"
                                .formatted(memberId)));
    }

    LocalDate startedOn(long memberId) {
        return placements.of(memberId).orElseThrow().startedOn();
    }

    private static boolean isToBegin(Placement placement) {
        return placement.optionId() != null && placement.movedAt() == null;
    }
}
