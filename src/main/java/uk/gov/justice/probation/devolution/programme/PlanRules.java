package uk.gov.justice.probation.devolution.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.handover.Scope;
import uk.gov.justice.probation.devolution.handover.ScopeQuery;
import uk.gov.justice.probation.devolution.handover.ScopeQuery.Part;

/** What a plan may name, and what its services and scopes consist of. */
@Service
class PlanRules {
    private final ScopeQuery scopes;
    private final PlaceQuery places;

    PlanRules(ScopeQuery scopes, PlaceQuery places) {
        this.scopes = scopes;
        this.places = places;
    }

    /** A unit of work; {@code region} is null if it does not belong to one region. */
    record Unit(String code, String region) {}

    Set<String> regions() {
        return places.regions();
    }

    Map<String, Unit> units() {
        return places.units();
    }

    boolean knowsService(String service) {
        return scopes.serviceName(service).isPresent();
    }

    boolean knowsScope(String scope) {
        return scopes.find(scope).isPresent();
    }

    List<Part> parts(String service) {
        return scopes.parts(service);
    }

    Scope scope(String code) {
        return scopes.get(code);
    }
}
