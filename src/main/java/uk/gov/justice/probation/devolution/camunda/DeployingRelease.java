package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.DeploymentEvent;
import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Deploys the models of this release unless a newer one has begun to deploy its own. The engine compares with its
 * latest version only, so an older application that restarts would put its models on top of newer ones.
 */
@Component
class DeployingRelease {

    /** What came of it: the newer release that was there, or the deployment. */
    record Outcome(OptionalInt newer, DeploymentEvent deployment) {}

    private final DeployedReleaseRepository releases;
    private final ProcessModels models;
    private final TransactionOperations transactions;
    private final Clock clock;

    DeployingRelease(
            DeployedReleaseRepository releases, ProcessModels models, TransactionOperations transactions, Clock clock) {
        this.releases = releases;
        this.models = models;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Notes the release in a transaction of its own, so that an older one stands aside even if this deployment fails.
     */
    Outcome deploy(int number) {
        transactions.executeWithoutResult(tx -> releases.note(number, Utc.of(clock.instant())));
        return transactions.execute(tx -> {
            int highest = releases.lockAll().getFirst().number();
            if (highest == number) return new Outcome(OptionalInt.empty(), models.deploy());
            models.leaveToNewer();
            return new Outcome(OptionalInt.of(highest), null);
        });
    }

    /**
     * Deploys the forms whose lists have changed, unless a newer release deploys its own.
     *
     * @return how many
     */
    int refill(int number) {
        if (!models.areFormsToRefill()) return 0;
        return transactions.execute(
                tx -> releases.lockAll().stream().anyMatch(release -> release.number() > number) ? 0 : models.refill());
    }
}
