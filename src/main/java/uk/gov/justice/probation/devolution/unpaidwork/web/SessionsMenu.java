package uk.gov.justice.probation.devolution.unpaidwork.web;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The sessions' entry in the console's menu. */
@Configuration(proxyBeanMethods = false)
class SessionsMenu {

    @Bean
    @Order(30)
    MenuEntry sessionsEntry() {
        return new MenuEntry(
                MenuSection.UNPAID_WORK, "sessions", "/upw/sessions", "Sessions", SessionsMenu::recordsOutcomes);
    }

    private static boolean recordsOutcomes(Colleague colleague) {
        return Stream.of(Role.UPW_SUPERVISOR, Role.CASE_ADMIN, Role.PLACEMENT_COORDINATOR)
                .anyMatch(colleague::holdsSomewhere);
    }
}
