package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.ranking.AskingPeople;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingRankings;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;

/** The automated steps of {@code location-preferencing} up to the allocation. */
@Component
public class LocationPreferencingWorkers {
    private final PreferencingInstances instances;
    private final ExpectedCalls calls;
    private final PublishingOptions publishing;
    private final AskingPeople asking;
    private final ClosingRankings closing;
    private final Allocating allocating;
    private final PreferencingLinks links;
    private final Moments moments;

    LocationPreferencingWorkers(
            PreferencingInstances instances,
            ExpectedCalls calls,
            PublishingOptions publishing,
            AskingPeople asking,
            ClosingRankings closing,
            Allocating allocating,
            PreferencingLinks links,
            Moments moments) {
        this.instances = instances;
        this.calls = calls;
        this.publishing = publishing;
        this.asking = asking;
        this.closing = closing;
        this.allocating = allocating;
        this.links = links;
        this.moments = moments;
    }

    record OptionsPublished(int optionCount, int placeCount, String closesAt, String closesText, String optionsUrl) {}

    @JobWorker(type = "preferencing.publishOptions")
    public OptionsPublished publishOptions(@Variable long consultationId, ActivatedJob job) {
        instances.begin(consultationId, job);
        PublishingOptions.Published published = publishing.publish(consultationId);
        return new OptionsPublished(
                published.options(),
                published.places(),
                moments.at(published.closesAt()),
                moments.dayOf(published.closesAt()),
                links.options(consultationId));
    }

    @JobWorker(type = "preferencing.listPeople")
    public Map<String, List<Long>> listPeople(@Variable long consultationId, ActivatedJob job) {
        List<Long> people = asking.people(consultationId);
        calls.expect("rank-locations", people, job.getElementInstanceKey());
        return Map.of("people", people);
    }

    @JobWorker(type = "preferencing.planClosing")
    public Map<String, String> planClosing(@Variable long consultationId) {
        return Map.of("closesAt", moments.at(closing.plan(consultationId)));
    }

    @JobWorker(type = "preferencing.closeRankings")
    public Map<String, Boolean> closeRankings(@Variable long consultationId) {
        return Map.of("closed", closing.close(consultationId));
    }

    @JobWorker(type = "preferencing.allocate")
    public void allocate(@Variable long consultationId) {
        allocating.allocate(consultationId);
    }
}
