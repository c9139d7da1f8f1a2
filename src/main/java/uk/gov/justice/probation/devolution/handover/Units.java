package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.Regions;

/** The units, and the names of regions. */
@Service
class Units {
    private final UnitQuery units;
    private final Regions regions;

    Units(UnitQuery units, Regions regions) {
        this.units = units;
        this.regions = regions;
    }

    Unit get(String code) {
        return units.find(code)
                .orElseThrow(() -> new CannotSucceedException(
                        "There is no unit '%s'. Correct the plan or add the unit, then retry".formatted(code)));
    }

    List<Unit> all(List<String> codes) {
        return codes.stream().map(this::get).toList();
    }

    /** Refuses anybody who is not responsible for one of these units. */
    void mustOwn(List<String> codes, TaskAnswer by, String action) {
        by.mustBeInOneOf(all(codes).stream().map(Unit::ownerGroup).toList(), action);
    }

    /** Who is informed of what happens to a handover: both owners, and the region's programme office. */
    List<String> concernedBy(Handover handover) {
        Stream<Unit> owners = Stream.concat(all(handover.fromUnits()).stream(), Stream.of(get(handover.toUnit())));
        return Stream.concat(
                        owners.map(Unit::ownerGroup),
                        Stream.of(TaskGroup.of(Role.PROGRAMME, handover.regionCode())
                                .name()))
                .distinct()
                .toList();
    }

    String regionName(String code) {
        return regions.get(code).name();
    }
}
