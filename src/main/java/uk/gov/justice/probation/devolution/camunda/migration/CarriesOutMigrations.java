package uk.gov.justice.probation.devolution.camunda.migration;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with what is under way, also after a restart. */
@Component
@Profile({"local", "cluster"})
class CarriesOutMigrations {
    private final CarryingOutMigrations carryingOut;

    CarriesOutMigrations(CarryingOutMigrations carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT5S")
    void carryOut() {
        carryingOut.carryOut();
    }
}
