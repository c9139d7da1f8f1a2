package uk.gov.justice.probation.devolution.facts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The queue of changes to be followed. What waits in it is in the outbox too, in case the application stops. */
@Configuration(proxyBeanMethods = false)
class OneAfterAnother {
    static final String NAME = "changedFacts";

    @Bean(name = NAME, defaultCandidate = false)
    ThreadPoolTaskExecutor changedFacts() {
        ThreadPoolTaskExecutor queue = new ThreadPoolTaskExecutor();
        queue.setCorePoolSize(1);
        queue.setMaxPoolSize(1);
        queue.setAllowCoreThreadTimeOut(true);
        queue.setThreadNamePrefix("changed-facts-");
        queue.setDaemon(true);
        queue.setAcceptTasksAfterContextClose(true);
        return queue;
    }
}
