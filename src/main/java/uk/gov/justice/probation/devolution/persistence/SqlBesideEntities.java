package uk.gov.justice.probation.devolution.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps SQL and entities of one transaction consistent: changes to entities are written before a statement runs, so
 * that it sees them; and what a statement changed is read again into the entities already known.
 */
class SqlBesideEntities implements BeanPostProcessor, MethodInterceptor {
    private static final Pattern WORD = Pattern.compile("\\W+");
    private static final Pattern CHANGES_ROWS = Pattern.compile("\\b(update|delete|replace|call)\\b");
    private static final Pattern ONLY_READS = Pattern.compile("^\\s*\\(?\\s*select\\b.*", Pattern.DOTALL);

    private static final NameMatchMethodPointcut STATEMENTS = new NameMatchMethodPointcut();

    static {
        STATEMENTS.setMappedNames("query*", "update", "batchUpdate", "execute", "call");
    }

    private final PersistenceExceptionTranslator dialect = new HibernateJpaDialect();
    private final SingletonSupplier<EntityManagerFactory> factory;

    SqlBesideEntities(ObjectProvider<EntityManagerFactory> factory) {
        this.factory = SingletonSupplier.ofNullable(factory::getIfAvailable);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof JdbcTemplate)) return bean;
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvisor(new DefaultPointcutAdvisor(STATEMENTS, this));
        return proxy.getProxy();
    }

    @Override
    public Object invoke(MethodInvocation statement) throws Throwable {
        SessionImplementor session = session();
        if (session == null) return statement.proceed();
        write(session);
        Object result = statement.proceed();
        if (!session.getPersistenceContextInternal().getEntitiesByKey().isEmpty())
            readAgain(session, statement.getArguments());
        return result;
    }

    /** Null if no entities can have been changed. */
    private SessionImplementor session() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) return null;
        EntityManagerFactory entities = factory.get();
        return entities != null
                        && TransactionSynchronizationManager.getResource(entities) instanceof EntityManagerHolder holder
                ? holder.getEntityManager().unwrap(SessionImplementor.class)
                : null;
    }

    private void write(SessionImplementor session) {
        try {
            session.flush();
        } catch (RuntimeException e) {
            throw DataAccessUtils.translateIfNecessary(e, dialect);
        }
    }

    private static void readAgain(SessionImplementor session, Object[] arguments) {
        List<String> statements = Arrays.stream(arguments)
                .flatMap(SqlBesideEntities::sql)
                .map(sql -> sql.toLowerCase(Locale.ROOT))
                .toList();
        Set<String> words = statements.stream()
                .filter(sql -> !ONLY_READS.matcher(sql).matches()
                        && CHANGES_ROWS.matcher(sql).find())
                .flatMap(WORD::splitAsStream)
                .collect(Collectors.toSet());
        if (words.isEmpty() && !statements.isEmpty()) return;
        PersistenceContext known = session.getPersistenceContextInternal();
        for (Object entity : new ArrayList<>(known.getEntitiesByKey().values())) {
            EntityEntry entry = known.getEntry(entity);
            if (!statements.isEmpty() && tables(session, entry.getPersister()).noneMatch(words::contains)) continue;
            boolean deleted = (statements.isEmpty() || words.contains("delete"))
                    && entry.getPersister().getCurrentVersion(entry.getId(), session) == null;
            if (deleted) session.detach(entity);
            else session.refresh(entity);
        }
    }

    private static Stream<String> sql(Object argument) {
        return switch (argument) {
            case String sql -> Stream.of(sql);
            case String[] several -> Arrays.stream(several);
            case SqlProvider known when known.getSql() != null -> Stream.of(known.getSql());
            case null, default -> Stream.empty();
        };
    }

    private static Stream<String> tables(SessionImplementor session, EntityPersister entity) {
        var metamodel = session.getFactory().getMappingMetamodel();
        Stream<String> ofCollections = metamodel
                .streamCollectionDescriptors() // those kept in a table of their own
                .filter(collection -> collection.getOwnerEntityPersister() == entity)
                .flatMap(collection ->
                        Arrays.stream(collection.getCollectionSpaces()).map(String.class::cast));
        return Stream.concat(Arrays.stream(entity.getQuerySpaces()).map(String.class::cast), ofCollections)
                .map(table -> table.toLowerCase(Locale.ROOT));
    }
}
