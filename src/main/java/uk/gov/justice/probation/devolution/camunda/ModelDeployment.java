package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.annotation.Deployment;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;

/** Deploys every process, decision and form together, so that a process uses the forms it was deployed with. Unchanged models make no new version. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "devolution.deploy-models", matchIfMissing = true)
@Deployment(resources = {"classpath*:/processes/**/*.bpmn", "classpath*:/processes/**/*.dmn", "classpath*:/forms/**/*.form"})
class ModelDeployment {}
