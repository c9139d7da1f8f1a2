package uk.gov.justice.probation.devolution.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** Runs a Spring test on the embedded MariaDB with profile {@code test}; each test starts with reference data and nothing else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("test")
@TestExecutionListeners(listeners = CleanDatabase.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface WithDatabase {
}
