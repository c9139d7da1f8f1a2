package uk.gov.justice.probation.devolution.caseload.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.caseload.ChangingKeys;
import uk.gov.justice.probation.devolution.caseload.ChangingKeys.Person;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.RefusedAs;

@Allows(
        value = {PSC_SERVICE_OWNER, DATA_LEAD},
        of = Of.CASE)
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseKeysApi {

    /** Two CRNs that are one person. */
    record Merge(
            @Schema(description = "The CRN that is given up", example = "X000002")
            String crn,

            @Schema(description = "The CRN that the person keeps", example = "X000001")
            String into) {}

    /** The event that a sentence belongs to from now on. */
    record Event(
            @Schema(example = "X000001") String crn,
            @Schema(example = "2") Integer eventNumber) {}

    private final ChangingKeys keys;
    private final SignedIn signedIn;

    CaseKeysApi(ChangingKeys keys, SignedIn signedIn) {
        this.keys = keys;
        this.signedIn = signedIn;
    }

    @PostMapping(path = "/merges", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RefusedAs(value = "The CRNs were not merged", taken = "It was merged before")
    @Operation(
            summary = "Merges two CRNs of one person",
            description =
                    "For the data lead of the regions of all their cases. Everything known goes on under the CRN that is kept; files with the other one still find it. Access is limited if it was to either.")
    Person merge(@RequestBody Merge merge) {
        return keys.merge(text(merge.crn()), text(merge.into()), signedIn.colleague());
    }

    @PostMapping("/merges/{crn}/undo")
    @RefusedAs("The merge was not taken back")
    @Operation(
            summary = "Takes a merge back",
            description =
                    "The CRN that was given up has its events again. Events that came since under the other one stay there.")
    Person undo(@PathVariable String crn) {
        return keys.takeBack(crn, signedIn.colleague());
    }

    @PostMapping(path = "/{crn}/{eventNumber}/move", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RefusedAs("The event was not moved")
    @Operation(
            summary = "Moves a sentence to another event",
            description =
                    "To another number, or to another CRN that is known. Files with the former number still find it. Moving it back undoes it.")
    Person move(@PathVariable String crn, @PathVariable int eventNumber, @RequestBody Event to) {
        return keys.move(crn, eventNumber, text(to.crn()), number(to.eventNumber()), signedIn.colleague());
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static int number(Integer given) {
        return given == null ? 0 : given;
    }
}
