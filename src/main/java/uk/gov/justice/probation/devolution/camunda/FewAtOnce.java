package uk.gov.justice.probation.devolution.camunda;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The queue of processes that look again. A file that moves thousands of cases fills it for minutes, while what is
 * delivered to the engine for others goes on beside it. What waits in it is in the outbox too.
 */
@Configuration(proxyBeanMethods = false)
class FewAtOnce {
    static final String NAME = "processesLookAgain";

    private static final int AT_ONCE = 4;

    @Bean(name = NAME, defaultCandidate = false)
    ThreadPoolTaskExecutor processesLookAgain() {
        ThreadPoolTaskExecutor queue = new ThreadPoolTaskExecutor();
        queue.setCorePoolSize(AT_ONCE);
        queue.setMaxPoolSize(AT_ONCE);
        queue.setAllowCoreThreadTimeOut(true);
        queue.setThreadNamePrefix("looks-again-");
        queue.setDaemon(true);
        queue.setAcceptTasksAfterContextClose(true);
        return queue;
    }
}
