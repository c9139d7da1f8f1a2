package uk.gov.justice.probation.devolution.camunda;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The 8.8 client cannot delete process instances. The cluster's administrators have to do it in Operate, using the key
 * in the log.
 */
@Component
@Profile("!local")
class LoggedFinishedProcesses implements FinishedProcesses {
    private static final Logger log = LoggerFactory.getLogger(LoggedFinishedProcesses.class);

    @Override
    public void forget(long processInstanceKey, Set<Long> scopes) {
        if (scopes.contains(processInstanceKey)) {
            log.info(
                    "Process instance {} has ended and keeps its variables in the records of Operate and Tasklist: delete it there",
                    processInstanceKey);
        } else if (!scopes.isEmpty()) {
            log.info(
                    "Steps {} of process instance {} have ended and keep their variables in the records of Operate and Tasklist until the instance itself has ended: delete it there after that",
                    scopes,
                    processInstanceKey);
        }
    }
}
