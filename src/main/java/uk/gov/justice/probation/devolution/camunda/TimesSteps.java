package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.annotation.JobWorker;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** How long each automated step takes here, by its type and whether it could be done: {@code psc.steps}. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TimesSteps {
    static final String METRIC = "psc.steps";

    /** Of Spring's own kind, because only those are asked which beans need a proxy. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor timesEachStep() {
        MethodInterceptor timed = step -> {
            Timer.Sample took = Timer.start();
            String result = "failed";
            try {
                Object done = step.proceed();
                result = "done";
                return done;
            } finally {
                took.stop(Timer.builder(METRIC)
                        .description("Automated steps, and how long each took")
                        .tags(
                                "type",
                                step.getMethod().getAnnotation(JobWorker.class).type(),
                                "result",
                                result)
                        .register(Metrics.globalRegistry));
            }
        };
        return new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(null, JobWorker.class, true), timed);
    }
}
