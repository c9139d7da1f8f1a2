package uk.gov.justice.probation.devolution.persistence;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import uk.gov.justice.probation.devolution.DevolutionApplication;

/** Makes every repository of the application able to lock. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackageClasses = DevolutionApplication.class,
        repositoryBaseClass = LockingJpaRepository.class)
class Repositories {}
