package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Allocator;
import uk.gov.justice.probation.devolution.allocation.Reasons;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run.Kind;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs.Computed;
import uk.gov.justice.probation.devolution.preferencing.drawing.Draws;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Computes allocations: the official one once, and any number of what-if runs, which change nothing. */
@Service
public class Allocating {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LIMIT = 600;

    private final Consultations consultations;
    private final AllocationRequests requests;
    private final Options options;
    private final Rounds rounds;
    private final Runs runs;
    private final Draws draws;
    private final FixedRows rows;
    private final AuditTrail audit;

    Allocating(
            Consultations consultations,
            AllocationRequests requests,
            Options options,
            Rounds rounds,
            Runs runs,
            Draws draws,
            FixedRows rows,
            AuditTrail audit) {
        this.consultations = consultations;
        this.requests = requests;
        this.options = options;
        this.rounds = rounds;
        this.runs = runs;
        this.draws = draws;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * Computes the official allocation and saves it with everybody's result and reasons in one transaction. Called
     * again, it returns the run of the first call.
     */
    @Transactional
    public Run allocate(long consultationId) {
        Round round = rounds.lock(consultationId);
        return runs.official(consultationId).orElseGet(() -> {
            Consultations.Facts consultation = consultations.get(consultationId);
            draws.draw(round, consultation);
            AllocationRequest today = requests.of(consultationId);
            AllocationRequest request = rows.kept(round, today);
            draws.fix(round, request);
            Run run = compute(
                    consultation, Kind.OFFICIAL, "Official allocation", request, today, Assumptions.NONE, "", "system");
            audit.record(
                    "system",
                    "ALLOCATED",
                    consultation.subject(),
                    consultation.regionCode(),
                    Map.of(
                            "run",
                            run.id(),
                            "objective",
                            run.objective(),
                            "seed",
                            Long.toString(run.seed()),
                            round.hasSecret() ? "secretSha256" : "seedSha256",
                            round.commitment(),
                            "rowsRoot",
                            round.rowsRoot() == null ? "" : round.rowsRoot(),
                            "people",
                            run.people(),
                            "places",
                            run.places()));
            return run;
        });
    }

    /**
     * Computes an allocation under different assumptions. The run is saved beside the official one, and nobody's place
     * changes.
     *
     * @param name the run's name; if blank, the assumptions in words
     * @throws NotPossibleNow before the official allocation, or if an assumption is impossible
     */
    @Transactional
    public Run whatIf(long consultationId, String name, Assumptions assumptions, Colleague by) {
        Consultations.Facts consultation = consultations.get(consultationId);
        if (runs.official(consultationId).isEmpty()) {
            throw new NotPossibleNow(
                    "You can try other assumptions once the preferences of '%s' are closed and the official allocation is made."
                            .formatted(consultation.title()));
        }
        String extraPlaces = extraPlacesInWords(consultationId, assumptions);
        if (assumptions.mobilityLimitMinutes() != null
                && (assumptions.mobilityLimitMinutes() < 1 || assumptions.mobilityLimitMinutes() > LONGEST_LIMIT)) {
            throw new NotPossibleNow("The mobility limit is minutes each way, from 1 to %d.".formatted(LONGEST_LIMIT));
        }
        String named = name == null || name.isBlank() ? inWords(assumptions, extraPlaces) : name.strip();
        if (named.length() > LONGEST_NAME) named = named.substring(0, LONGEST_NAME - 1) + "…";
        AllocationRequest request = requests.of(consultationId, assumptions);
        Run run = compute(consultation, Kind.WHAT_IF, named, request, request, assumptions, extraPlaces, by.userName());
        audit.record(
                by.userName(),
                "WHAT_IF_TRIED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("run", run.id(), "name", named));
        return run;
    }

    private Run compute(
            Consultations.Facts consultation,
            Kind kind,
            String name,
            AllocationRequest request,
            AllocationRequest today,
            Assumptions assumptions,
            String extraPlaces,
            String by) {
        Map<String, String> names = options.all(consultation.id()).stream()
                .collect(Collectors.toMap(option -> Long.toString(option.id()), Option::name));
        long begun = System.nanoTime();
        Allocation allocation = Allocator.allocate(request);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        int limit = assumptions.mobilityLimitMinutes() == null
                ? consultation.mobilityLimitMinutes()
                : assumptions.mobilityLimitMinutes();
        return runs.keep(new Computed(
                consultation.id(),
                kind,
                name,
                limit,
                extraPlaces,
                request,
                allocation,
                SinceClosing.forbidden(allocation.placed(), today),
                new Reasons(allocation, names),
                millis,
                by));
    }

    private String extraPlacesInWords(long consultationId, Assumptions assumptions) {
        Map<Long, Option> offered =
                options.all(consultationId).stream().collect(Collectors.toMap(Option::id, option -> option));
        return new TreeMap<>(assumptions.extraPlaces())
                .entrySet().stream()
                        .filter(extra -> extra.getValue() != 0)
                        .map(extra -> {
                            Option option = offered.get(extra.getKey());
                            if (option == null)
                                throw new NotPossibleNow(
                                        "This place is not offered in this consultation. Choose one of the published options.");
                            if (option.places() + extra.getValue() < 0) {
                                throw new NotPossibleNow("%s has %d places: it cannot have %d fewer."
                                        .formatted(option.name(), option.places(), -extra.getValue()));
                            }
                            return "%s: %+d".formatted(option.name(), extra.getValue());
                        })
                        .collect(Collectors.joining("; "));
    }

    private static String inWords(Assumptions assumptions, String extraPlaces) {
        String limit = assumptions.mobilityLimitMinutes() == null
                ? ""
                : "limit %d minutes".formatted(assumptions.mobilityLimitMinutes());
        String objective =
                assumptions.objective() == null ? "" : assumptions.objective().title();
        String words = List.of(extraPlaces, limit, objective).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "With today's facts" : words;
    }
}
