package uk.gov.justice.probation.devolution.camunda;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The queue of messages to the engine. They are in the outbox too, in case the application stops. */
@Configuration(proxyBeanMethods = false)
class Deliveries {
    static final String NAME = "engineMessageDeliveries";

    /** A larger number would not make the engine faster. */
    private static final int AT_ONCE = 32;

    @Bean(name = NAME, defaultCandidate = false)
    ThreadPoolTaskExecutor engineMessageDeliveries() {
        ThreadPoolTaskExecutor deliveries = new ThreadPoolTaskExecutor();
        deliveries.setCorePoolSize(AT_ONCE);
        deliveries.setMaxPoolSize(AT_ONCE);
        deliveries.setAllowCoreThreadTimeOut(true);
        deliveries.setThreadNamePrefix("to-engine-");
        deliveries.setDaemon(true);
        deliveries.setAcceptTasksAfterContextClose(true);
        return deliveries;
    }
}
