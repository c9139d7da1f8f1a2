package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PREFERENCE_PANEL;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Assumptions;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.panel.Panel;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelTable;
import uk.gov.justice.probation.devolution.preferencing.panel.Person;
import uk.gov.justice.probation.devolution.preferencing.panel.TeamExperience;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.RefusedAs;

@Allows(
        value = {PSC_SERVICE_OWNER, HR, PREFERENCE_PANEL, RPD},
        of = Of.REGION)
@RestController
@RequestMapping(path = "/api/consultations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Consultations")
class AllocationApi {

    /** A run in figures. {@code byRank} counts people by the rank of their place, first choices first. */
    record Figures(
            long id,
            String name,
            Objective objective,
            int mobilityLimitMinutes,
            String extraPlaces,
            int people,
            int places,
            int placed,
            int unplaced,
            int firstChoices,

            @Schema(description = "The lowest choice that anybody got; 0 if nobody got a choice")
            int worstRank,

            List<Integer> byRank,
            int notAskedFor,

            @Schema(description = "People who would have a different place from the official allocation")
            Integer elsewhere,

            long computedInMs,
            String runBy,
            Instant runAt) {

        static Figures of(Run run, Integer elsewhere) {
            return new Figures(
                    run.id(),
                    run.name(),
                    run.objective(),
                    run.mobilityLimitMinutes(),
                    run.extraPlaces(),
                    run.people(),
                    run.places(),
                    run.placed(),
                    run.unplaced(),
                    run.firstChoices(),
                    run.worstAskedFor(),
                    run.byRank(),
                    run.unranked(),
                    elsewhere,
                    run.computedInMs(),
                    run.runBy(),
                    run.runAt());
        }
    }

    /** One person's place as the panel has it now. {@code reasons} are those of the official allocation. */
    record PersonResult(
            long memberId,
            String staffNumber,
            String name,
            String siteCode,
            String siteName,
            String role,

            @Schema(description = "Of a post with hours of its own; otherwise null")
            BigDecimal weeklyHours,

            int rank,
            boolean askedFor,
            Integer lottery,
            boolean movedByPanel,
            String toLookAt,
            List<String> reasons) {

        static PersonResult of(Person person) {
            Option option = person.option();
            return new PersonResult(
                    person.member().id(),
                    person.staff().staffNumber(),
                    person.staff().displayName(),
                    option == null ? null : option.siteCode(),
                    option == null ? null : option.siteName(),
                    option == null ? null : option.roleCode(),
                    option == null ? null : option.hours().decimal(),
                    person.rank(),
                    person.ranked(),
                    person.result() == null ? null : person.result().lottery(),
                    person.movedByPanel(),
                    person.open() ? person.toLookAt().label() : null,
                    person.result() == null ? List.of() : person.result().reasons());
        }
    }

    record AllocationReport(
            long consultationId,
            String title,
            String objectiveInWords,

            @Schema(description = "A 64-bit number, as text: JavaScript would round it")
            String seed,

            @Schema(description = "Shown when the places were published; null for an earlier round")
            String secretSha256,

            @Schema(description = "In a round whose seed was drawn when the places were published; otherwise null")
            String seedSha256,

            Figures official,
            List<String> warnings,
            List<PersonResult> results,
            List<Figures> whatIfs) {}

    record ExtraPlaces(
            @NotBlank(message = "Name the site's code.") @Schema(example = "NW_10")
            String siteCode,

            @NotBlank(message = "Name the role's code.") @Schema(example = "CA_GENERAL")
            String role,

            @Digits(integer = 3, fraction = 2, message = "Give hours a week, such as 18.5.")
            @Schema(example = "18.5", description = "Needed where the role has posts of several hours at the site")
            BigDecimal weeklyHours,

            @NotNull(message = "Give how many places more, or fewer.") @Schema(example = "1")
            Integer places) {

        private boolean are(Option option) {
            return option.siteCode().equals(siteCode)
                    && option.roleCode().equals(role)
                    && (weeklyHours == null || option.hours().are(weeklyHours));
        }
    }

    record WhatIfRequest(
            @Valid List<ExtraPlaces> places,
            @Schema(example = "60") Integer mobilityLimitMinutes,
            Objective objective,
            @Schema(example = "One more at Sefton") String name) {}

    private final Consultations consultations;
    private final AllocationReaders readers;
    private final Panel panel;
    private final Allocating allocating;
    private final Options options;
    private final Runs runs;
    private final SignedIn signedIn;

    AllocationApi(
            Consultations consultations,
            AllocationReaders readers,
            Panel panel,
            Allocating allocating,
            Options options,
            Runs runs,
            SignedIn signedIn) {
        this.consultations = consultations;
        this.readers = readers;
        this.panel = panel;
        this.allocating = allocating;
        this.options = options;
        this.runs = runs;
        this.signedIn = signedIn;
    }

    @GetMapping("/allocation")
    @Operation(summary = "Everybody's place, with the reasons in plain words, and what-if runs side by side")
    AllocationReport allocation(@PathVariable long id) {
        Consultations.Facts consultation = consultation(id);
        official(consultation);
        PanelTable table = panel.table(id);
        Map<Long, Integer> elsewhere = runs.changesTo(table.run());
        return new AllocationReport(
                id,
                consultation.title(),
                table.run().objective().label(),
                Long.toString(table.run().seed()),
                table.round().hasSecret() ? table.round().commitment() : null,
                table.round().hasSecret() ? null : table.round().commitment(),
                Figures.of(table.run(), null),
                table.warnings().stream().map(TeamExperience::inWords).toList(),
                table.people().stream().map(PersonResult::of).toList(),
                runs.whatIfs(id).stream()
                        .map(run -> Figures.of(run, elsewhere.getOrDefault(run.id(), 0)))
                        .toList());
    }

    @GetMapping("/allocation/request")
    @Operation(
            summary = "Everything that went into the official allocation, so that anybody can compute it again",
            description =
                    "Options and people by their numbers, places, choices, what the hard rules say, objective and seed. The seed is a 64-bit number, as text: JavaScript would round it.")
    ResponseEntity<String> request(@PathVariable long id) {
        Run official = official(consultation(id));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(runs.requestJson(official.id()));
    }

    @PostMapping(path = "/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RefusedAs("It cannot be tried")
    @Operation(
            summary = "Tries other assumptions",
            description = "Changes nobody's place. The run is saved and shown beside the official allocation.")
    ResponseEntity<Figures> whatIf(@PathVariable long id, @Valid @RequestBody WhatIfRequest request) {
        Consultations.Facts consultation = consultation(id);
        Run run = allocating.whatIf(
                id,
                request.name(),
                new Assumptions(extra(id, request), request.mobilityLimitMinutes(), request.objective()),
                signedIn.colleague());
        return ResponseEntity.created(URI.create("/api/consultations/%d/allocation".formatted(id)))
                .body(Figures.of(run, runs.changesTo(official(consultation)).getOrDefault(run.id(), 0)));
    }

    private Map<Long, Integer> extra(long id, WhatIfRequest request) {
        List<Option> offered = options.all(id);
        Map<Long, Integer> extra = new HashMap<>();
        for (ExtraPlaces places : request.places() == null ? List.<ExtraPlaces>of() : request.places()) {
            List<Option> meant = offered.stream().filter(places::are).toList();
            if (meant.isEmpty())
                throw new NotPossibleNow(
                        "%s is not offered at %s in this consultation%s. GET /api/consultations/%d/allocation shows site, role and hours of what is."
                                .formatted(
                                        places.role(),
                                        places.siteCode(),
                                        places.weeklyHours() == null
                                                ? ""
                                                : " with %s hours a week"
                                                        .formatted(places.weeklyHours()
                                                                .toPlainString()),
                                        id));
            if (meant.size() > 1)
                throw new NotPossibleNow("%s is offered at %s with several hours. Say which in weeklyHours: %s."
                        .formatted(
                                places.role(),
                                places.siteCode(),
                                meant.stream()
                                        .map(option -> option.hours().number())
                                        .collect(Collectors.joining(", "))));
            extra.merge(meant.getFirst().id(), places.places(), Integer::sum);
        }
        return extra;
    }

    private Consultations.Facts consultation(long id) {
        Consultations.Facts consultation = consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound(
                        "There is no consultation %d. POST /api/consultations answers with the number of the one it launched."
                                .formatted(id)));
        readers.mustInclude(signedIn.colleague(), consultation);
        return consultation;
    }

    private Run official(Consultations.Facts consultation) {
        return runs.official(consultation.id())
                .orElseThrow(() -> Problem.notFound(
                        "There is no allocation in '%s' yet: it is made when the preferences are closed. Its state: %s."
                                .formatted(
                                        consultation.title(),
                                        consultation.state().label())));
    }
}
