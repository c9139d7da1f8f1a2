package uk.gov.justice.probation.devolution.engine;

import io.camunda.process.test.api.CamundaProcessTestExecutionListener;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import uk.gov.justice.probation.devolution.database.CleanDatabase;
import uk.gov.justice.probation.devolution.database.EmptyQueues;
import uk.gov.justice.probation.devolution.database.ReadsAnew;
import uk.gov.justice.probation.devolution.database.WithDatabase;

/**
 * The whole application with its own workers on a real engine and a real database. All process tests share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
// small batches, so that a few cases make several of them; what waits for somebody is asked for again soon
@SpringBootTest(properties = {"devolution.handover.batch-size=2", "devolution.camunda.ask-again-after=500ms"})
@WithCamunda
@WithDatabase
@Import({EngineTime.class, Tasklist.class, DeployedModels.class})
@TestExecutionListeners(
        listeners = {EmptyQueues.class, CleanDatabase.class, ReadsAnew.class, CamundaProcessTestExecutionListener.class
        },
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface ProcessTest {}
