package uk.gov.justice.probation.devolution.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import org.hibernate.engine.spi.SessionImplementor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes the commit fail if an aggregate was changed but not saved, because its events would be lost. */
class UnpublishedEvents implements TransactionExecutionListener {
    private final ObjectProvider<EntityManagerFactory> factory;

    UnpublishedEvents(ObjectProvider<EntityManagerFactory> factory) {
        this.factory = factory;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!transaction.isNewTransaction() || transaction.isReadOnly()) return;
        if (!(TransactionSynchronizationManager.getResource(factory.getObject()) instanceof EntityManagerHolder holder))
            return;
        Collection<Object> known = holder.getEntityManager()
                .unwrap(SessionImplementor.class)
                .getPersistenceContextInternal()
                .getEntitiesByKey()
                .values();
        for (Object entity : known) {
            if (entity instanceof Aggregate aggregate) aggregate.mustHaveBeenSaved();
        }
    }
}
