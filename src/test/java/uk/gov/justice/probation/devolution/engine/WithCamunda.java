package uk.gov.justice.probation.devolution.engine;

import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs a Spring test with Camunda Process Test on the engine inside this JVM, or with
 * {@code -Dcamunda.process-test.docker=true} on Camunda Process Test's own container, whose time is the machine's: say
 * so by {@code -Dtest.today}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@CamundaSpringProcessTest
@Tag("engine")
public @interface WithCamunda {}
