package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A handover's process starts: who is concerned, and whether a site move must end first. */
@Service
public class OpeningHandovers {

  /** What the process and its forms need to know of the handover. */
  public record Opened(
      Handover handover, String serviceName, String regionName, List<Unit> from, Unit to, List<String> siteMovesToWaitFor) {

    public List<String> fromOwners() {
      return from.stream().map(Unit::ownerGroup).toList();
    }

    public String fromNames() {
      return String.join(" and ", from.stream().map(Unit::name).toList());
    }
  }

  private final HandoverRepository handovers;
  private final SiteMoves siteMoves;
  private final Units units;
  private final Scopes scopes;

  OpeningHandovers(HandoverRepository handovers, SiteMoves siteMoves, Units units, Scopes scopes) {
    this.handovers = handovers;
    this.siteMoves = siteMoves;
    this.units = units;
    this.scopes = scopes;
  }

  @Transactional
  public Opened open(long handoverId, long processInstanceKey) {
    Handover handover = handovers.lock(handoverId);
    List<String> waitFor = siteMoves.feeding(handover).stream().filter(move -> !move.state().ended()).map(Handover::planRowId).toList();
    handover.opened(processInstanceKey, !waitFor.isEmpty());
    return new Opened(
        handover, scopes.serviceName(handover.service()).orElse(handover.service()), units.regionName(handover.regionCode()),
        units.all(handover.fromUnits()), units.get(handover.toUnit()), waitFor);
  }
}
