package uk.gov.justice.probation.devolution.preferencing.allocating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Reasons;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run.Kind;

/** Computed allocations with everything that went into them and came out of them. None is ever changed. */
@Service
public class Runs {

    /**
     * An allocation to be saved.
     *
     * @param forbiddenSince whose place the rules forbid since the rows were fixed at closing
     */
    record Computed(
            long consultationId,
            Kind kind,
            String name,
            int mobilityLimitMinutes,
            String extraPlaces,
            AllocationRequest request,
            Allocation allocation,
            Set<String> forbiddenSince,
            Reasons reasons,
            long computedInMs,
            String runBy) {}

    private final RunRepository runs;
    private final ResultBatch batch;
    private final ResultsQuery results;
    private final ObjectMapper json;
    private final Clock clock;

    Runs(RunRepository runs, ResultBatch batch, ResultsQuery results, ObjectMapper json, Clock clock) {
        this.runs = runs;
        this.batch = batch;
        this.results = results;
        this.json = json;
        this.clock = clock;
    }

    /** The run that the panel works on; empty before the allocation. */
    public Optional<Run> official(long consultationId) {
        return runs.official(consultationId);
    }

    /** The what-if runs, earliest first. */
    public List<Run> whatIfs(long consultationId) {
        return runs.findByConsultationIdAndKindOrderById(consultationId, Kind.WHAT_IF);
    }

    /**
     * How many people each what-if run would give a different place (or none), compared with the official run. By run
     * id; runs that change nothing are left out.
     */
    public Map<Long, Integer> changesTo(Run official) {
        return results.changesTo(official);
    }

    /** Ordered by lottery position. */
    public List<Result> results(long runId) {
        return results.of(runId);
    }

    /** Everything that went into a run, as JSON of today, however it was recorded. */
    public String requestJson(long runId) {
        return written(recorded(runId));
    }

    /** Everything that went into a run, so that it can be computed again. */
    public AllocationRequest request(long runId) {
        return recorded(runId).request();
    }

    private RecordedRequest recorded(long runId) {
        try {
            return json.readValue(runs.request(runId), RecordedRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The request of run %d cannot be read".formatted(runId), e);
        }
    }

    /** Saves a run with everybody's result. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Run keep(Computed computed) {
        Run run = runs.save(new Run(computed, written(RecordedRequest.of(computed.request())), clock.instant()));
        batch.keep(
                run.id(),
                computed.allocation().placed(),
                computed.forbiddenSince(),
                placed -> computed.kind() == Kind.OFFICIAL
                        ? written(computed.reasons().paragraphs(placed))
                        : null);
        return run;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A run cannot be written as JSON", e);
        }
    }
}
