package uk.gov.justice.probation.devolution.unpaidwork.web;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The projects' entry in the console's menu, before all others of unpaid work: supervisors begin there. */
@Configuration(proxyBeanMethods = false)
class ProjectMenu {

    @Bean
    @Order(10)
    MenuEntry projectsEntry() {
        return new MenuEntry(
                MenuSection.UNPAID_WORK, "upw-projects", "/upw/projects", "Projects", ProjectMenu::plansProjects);
    }

    private static boolean plansProjects(Colleague colleague) {
        return Stream.of(Role.UPW_SUPERVISOR, Role.CASE_ADMIN, Role.PLACEMENT_COORDINATOR)
                .anyMatch(colleague::holdsSomewhere);
    }
}
