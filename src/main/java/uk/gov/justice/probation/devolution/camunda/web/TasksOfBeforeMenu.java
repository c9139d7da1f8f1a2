package uk.gov.justice.probation.devolution.camunda.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.camunda.TasksOfBefore;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The menu entry for tasks from an earlier release, shown while one is waiting for the colleague. */
@Configuration(proxyBeanMethods = false)
class TasksOfBeforeMenu {

    @Bean
    @Order(20)
    MenuEntry tasksOfBeforeEntry(TasksOfBefore tasks) {
        return new MenuEntry(
                MenuSection.YOUR_WORK,
                "tasks-of-before",
                "/tasks-of-before",
                "Older tasks",
                colleague -> !tasks.of(colleague).isEmpty());
    }
}
