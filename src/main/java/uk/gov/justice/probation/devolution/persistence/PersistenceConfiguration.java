package uk.gov.justice.probation.devolution.persistence;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures what applies to every entity and every statement. */
@Configuration(proxyBeanMethods = false)
public class PersistenceConfiguration {

    @Bean
    static SqlBesideEntities sqlBesideEntities(ObjectProvider<EntityManagerFactory> factory) {
        return new SqlBesideEntities(factory);
    }

    @Bean
    UnpublishedEvents unpublishedEvents(ObjectProvider<EntityManagerFactory> factory) {
        return new UnpublishedEvents(factory);
    }
}
