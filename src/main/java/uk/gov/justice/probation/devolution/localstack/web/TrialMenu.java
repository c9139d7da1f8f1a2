package uk.gov.justice.probation.devolution.localstack.web;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.localstack.TrialClock;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;
import uk.gov.justice.probation.devolution.web.SaidOnEveryPage;
import uk.gov.justice.probation.devolution.web.SaidOnEveryPage.Said;

/** The last entry of everybody's own work, and the trial's date on every page. In the local profile alone. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class TrialMenu {

    @Bean
    @Order(90)
    MenuEntry trialEntry() {
        return new MenuEntry(MenuSection.YOUR_WORK, "trial", TrialPage.PATH, "Trial date", colleague -> true);
    }

    /** So that nobody takes a date of the trial for today's. */
    @Bean
    SaidOnEveryPage trialDate(TrialClock clock, Dates dates) {
        return () -> Optional.of(clock)
                .filter(TrialClock::isAhead)
                .map(ahead -> new Said("Trial date", dates.weekday(ahead.instant()), TrialPage.PATH, "Move on"));
    }
}
