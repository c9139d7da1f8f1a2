package uk.gov.justice.probation.devolution.example;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.engine.DeployedModels;
import uk.gov.justice.probation.devolution.engine.EngineTime;
import uk.gov.justice.probation.devolution.engine.ProcessTest;
import uk.gov.justice.probation.devolution.engine.Tasklist;

/** What every process test needs. Each test starts with the models deployed, with reference data and without cases. */
@ProcessTest
@Import({
    Given.class,
    ExampleCases.class,
    ExampleProgramme.class,
    ExampleConsultation.class,
    ExampleOrders.class,
    Records.class,
    CallersOfBefore.class,
    QuietDatabase.class,
    AnswersOfOthers.class
})
public abstract class ProcessScenario {

    @Autowired
    protected CamundaClient camunda;

    @Autowired
    protected EngineTime time;

    @Autowired
    protected Tasklist tasklist;

    @Autowired
    protected AnswersOfOthers others;

    @Autowired
    protected Given given;

    @Autowired
    protected ExampleCases cases;

    @Autowired
    protected ExampleProgramme programme;

    @Autowired
    protected ExampleConsultation consultation;

    @Autowired
    protected ExampleOrders orders;

    @Autowired
    protected Records records;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private DeployedModels models;

    @Autowired
    private WorkingDays workingDays;

    @BeforeEach
    void deploy() {
        CamundaAssert.setAssertionInterval(Duration.ofMillis(20));
        CamundaAssert.setAssertionTimeout(Duration.ofSeconds(60));
        models.deploy();
    }

    protected static ProcessInstanceAssert process(long key) {
        return assertThat(ProcessInstanceSelectors.byKey(key));
    }

    /** The n-th working day from now. */
    protected LocalDate workingDay(int n) {
        return workingDays.calendar().plus(LocalDate.now(time), n);
    }

    /** Lets time pass until this morning: work has begun, and every timer for the start of that day has fired. */
    protected void untilMorningOf(LocalDate day) {
        until(day, LocalTime.of(8, 0));
    }

    /** Lets time pass until this evening: every timer of that day has fired. */
    protected void untilEveningOf(LocalDate day) {
        until(day, LocalTime.of(18, 0));
    }

    private void until(LocalDate day, LocalTime hour) {
        tasklist.awaitAnswersRecorded();
        time.passUntil(day.atTime(hour).atZone(time.getZone()).toInstant());
    }
}
