package uk.gov.justice.probation.devolution.handover.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.handover.HandoverOverview;
import uk.gov.justice.probation.devolution.handover.HandoverOverview.Filter;
import uk.gov.justice.probation.devolution.handover.HandoverReport;
import uk.gov.justice.probation.devolution.handover.HandoverState;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.web.Problem;

@Allows(of = Of.EVERYTHING, everyRole = true)
@RestController
@RequestMapping(path = "/api/handovers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handovers")
class HandoverApi {
    private final HandoverOverview overview;

    HandoverApi(HandoverOverview overview) {
        this.overview = overview;
    }

    @GetMapping
    @Operation(summary = "The handovers of each region's latest launch")
    List<HandoverReport> all(
            @Parameter(example = "NW") @RequestParam(required = false) String region,
            @Parameter(description = "The plan's word", example = "ALLOCATION") @RequestParam(required = false)
                    String service,
            @RequestParam(required = false) HandoverState state) {
        return overview.latest(new Filter(region, service, state, null));
    }

    @GetMapping("/{planRowId}")
    @Operation(
            summary = "One handover",
            description =
                    "A row of the plan that moves work of several regions is one handover for each: name the region.")
    HandoverReport one(
            @Parameter(example = "H-NW-1") @PathVariable String planRowId,
            @Parameter(example = "NW") @RequestParam(required = false) String region) {
        List<HandoverReport> found = overview.latest(new Filter(region, null, null, planRowId));
        if (found.isEmpty()) {
            throw Problem.notFound(
                    "There is no handover %s%s. Either the plan has no such row, or it was not launched: GET /api/handovers lists those that were."
                            .formatted(planRowId, region == null ? "" : " in the region " + region));
        }
        if (found.size() > 1) {
            String regions =
                    found.stream().map(handover -> handover.region().code()).collect(Collectors.joining(", "));
            throw Problem.badRequest(
                    "%s is one handover for each of the regions %s. Add the one you mean, for example ?region=%s."
                            .formatted(
                                    planRowId,
                                    regions,
                                    found.getFirst().region().code()));
        }
        return found.getFirst();
    }
}
