package uk.gov.justice.probation.devolution.camunda.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.camunda.TasksOfBefore;
import uk.gov.justice.probation.devolution.web.MenuEntry;

/** Tasks from an earlier release stand in the console's menu while one waits for the colleague. */
@Configuration(proxyBeanMethods = false)
class TasksOfBeforeMenu {

    @Bean
    @Order(75)
    MenuEntry tasksOfBeforeEntry(TasksOfBefore tasks) {
        return new MenuEntry(
                "tasks-of-before",
                "/tasks-of-before",
                "Tasks of before",
                colleague -> !tasks.of(colleague).isEmpty());
    }
}
