package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * A site move feeds a handover of the same launch if its to-unit is one of the other's from-units and they share a
 * service. It must then have ended before the other takes its inventory.
 */
@Service
class SiteMoves {

    private final HandoverRepository handovers;
    private final ScopeQuery scopes;
    private final ApplicationEventPublisher events;

    SiteMoves(HandoverRepository handovers, ScopeQuery scopes, ApplicationEventPublisher events) {
        this.handovers = handovers;
        this.scopes = scopes;
        this.events = events;
    }

    List<Handover> feeding(Handover fed) {
        if (fed.kind() != HandoverKind.HANDOVER) return List.of();
        return handovers.findByRegionalProgrammeIdOrderById(fed.regionalProgrammeId()).stream()
                .filter(move -> feeds(move, fed))
                .toList();
    }

    /** Informs every handover that may be waiting for this move. One that is not waiting ignores the message. */
    void ended(Handover move) {
        handovers.findByRegionalProgrammeIdOrderById(move.regionalProgrammeId()).stream()
                .filter(fed -> feeds(move, fed))
                .forEach(fed -> events.publishEvent(HandoverMessages.siteMoveEnded(move.id(), fed.id())));
    }

    private boolean feeds(Handover move, Handover fed) {
        return move.kind() == HandoverKind.SITE_MOVE
                && fed.kind() == HandoverKind.HANDOVER
                && fed.fromUnits().contains(move.toUnit())
                && services(move).stream().anyMatch(services(fed)::contains);
    }

    private Set<String> services(Handover handover) {
        return scopes.parts(handover.service()).stream()
                .map(ScopeQuery.Part::serviceCode)
                .collect(Collectors.toSet());
    }
}
