package uk.gov.justice.probation.devolution.facts;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets every family of processes look again at what changed, some changes at a time: those that follow are announced in
 * the transaction in which the former are done, so that a large file neither holds others up nor is forgotten half-way.
 */
@Component
class FollowingFacts {
    private final ChangedFactBatch kept;
    private final ObjectProvider<LooksAgain> families;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    FollowingFacts(
            ChangedFactBatch kept,
            ObjectProvider<LooksAgain> families,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.kept = kept;
        this.families = families;
        this.transactions = new TransactionTemplate(transactions);
        this.events = events;
    }

    @Async(OneAfterAnother.NAME)
    @TransactionalEventListener
    void follow(FactsChanged changed) {
        transactions.executeWithoutResult(transaction -> {
            List<ChangedFact> next = kept.next(changed.occasion());
            if (next.isEmpty()) return;
            families.orderedStream()
                    .map(family -> family.to(next.getFirst().fact()))
                    .forEach(reaction -> reaction.does().accept(next));
            kept.followed(next);
            events.publishEvent(changed);
        });
    }
}
