package uk.gov.justice.probation.devolution.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionImplementor;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A locking query returns an entity that was read before in its old state. Therefore entities already known are read
 * again when they are locked.
 */
public class LockingJpaRepository<T, ID> extends SimpleJpaRepository<T, ID>
        implements LockingRepository<T, ID>, AppendingRepository<T, ID> {
    private static final int AT_ONCE = 1000;

    private final JpaEntityInformation<T, ?> entities;
    private final EntityManager entityManager;

    public LockingJpaRepository(JpaEntityInformation<T, ?> entities, EntityManager entityManager) {
        super(entities, entityManager);
        this.entities = entities;
        this.entityManager = entityManager;
    }

    /**
     * What is known here is not merged into itself: that would put an empty copy in the place of each part of the
     * aggregate that is not written yet.
     */
    @Override
    @Transactional
    public <S extends T> S save(S entity) {
        return entityManager.contains(entity) ? entity : super.save(entity);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<T> lockById(ID id) {
        SessionImplementor session = entityManager.unwrap(SessionImplementor.class);
        T known = known(session, id);
        if (known == null)
            return Optional.ofNullable(entityManager.find(getDomainClass(), id, LockModeType.PESSIMISTIC_WRITE));
        session.flush();
        if (isHeld(session, known)) return Optional.of(known);
        try {
            session.refresh(known, LockModeType.PESSIMISTIC_WRITE);
            return Optional.of(known);
        } catch (EntityNotFoundException deletedMeanwhile) {
            throw new ObjectOptimisticLockingFailureException(getDomainClass(), id, deletedMeanwhile);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<T> lockAllById(Collection<ID> ids) {
        List<ID> inOrder = ids.stream().distinct().sorted().toList();
        SessionImplementor session = entityManager.unwrap(SessionImplementor.class);
        if (inOrder.size() > AT_ONCE || inOrder.stream().anyMatch(id -> known(session, id) != null))
            return inOrder.stream()
                    .map(this::lockById)
                    .flatMap(Optional::stream)
                    .toList();
        return inOrder.isEmpty() ? List.of() : lockUnknown(inOrder);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(ID id) {
        SessionImplementor session = entityManager.unwrap(SessionImplementor.class);
        T known = known(session, id);
        if (known == null) return;
        if (known instanceof Aggregate aggregate) aggregate.mustHaveBeenSaved();
        session.flush();
        session.detach(known);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(T row) {
        entityManager.persist(row);
        entityManager.detach(row);
    }

    private List<T> lockUnknown(List<ID> ids) {
        var builder = entityManager.getCriteriaBuilder();
        var query = builder.createQuery(getDomainClass());
        var root = query.from(getDomainClass());
        var id = root.get(entities.getIdAttribute().getName());
        query.select(root).where(id.in(ids)).orderBy(builder.asc(id));
        return entityManager
                .createQuery(query)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private T known(SessionImplementor session, ID id) {
        var descriptor = session.getFactory().getMappingMetamodel().getEntityDescriptor(getDomainClass());
        return getDomainClass()
                .cast(session.getPersistenceContextInternal().getEntity(session.generateEntityKey(id, descriptor)));
    }

    /** What this transaction has locked or written cannot have been changed by anybody else since. */
    private static boolean isHeld(SessionImplementor session, Object entity) {
        LockMode mode = session.getCurrentLockMode(entity);
        return mode == LockMode.WRITE || mode == LockMode.PESSIMISTIC_WRITE;
    }
}
