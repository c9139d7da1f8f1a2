package uk.gov.justice.probation.devolution.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.casesystem.CaseSystemSettings;
import uk.gov.justice.probation.devolution.confidential.ConfidentialSettings;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.example.ExampleDay;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.facts.ChangedFactBatch;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.WarningSettings;
import uk.gov.justice.probation.devolution.letters.LetterSettings;
import uk.gov.justice.probation.devolution.letters.NotifySettings;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.programme.ProgrammeSettings;
import uk.gov.justice.probation.devolution.security.SecuritySettings;
import uk.gov.justice.probation.devolution.termination.TerminationSettings;
import uk.gov.justice.probation.devolution.unpaidwork.order.GoodAttendanceSettings;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.work.RegionsQuery;

/**
 * Runs the use cases on a real database, each in its own transaction, without engine, pages or sign-in. Messages to the
 * engine are recorded as application events.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJpaTest(showSql = false)
@AutoConfigureJson
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RecordApplicationEvents
@Import({DomainTest.UseCases.class, ExampleDay.OfTheApplication.class, Given.class})
public @interface DomainTest {

    @TestConfiguration
    @EnableConfigurationProperties({
        CaseSystemSettings.class,
        HandoverSettings.class,
        WarningSettings.class,
        ProgrammeSettings.class,
        ConfidentialSettings.class,
        ConsultationSettings.class,
        PreferencingSettings.class,
        TerminationSettings.class,
        GoodAttendanceSettings.class,
        UnpaidWorkSettings.class,
        LetterSettings.class,
        NotifySettings.class,
        SecuritySettings.class
    })
    @ComponentScan(
            basePackages = {
                "uk.gov.justice.probation.devolution.persistence",
                "uk.gov.justice.probation.devolution.handover",
                "uk.gov.justice.probation.devolution.casesystem",
                "uk.gov.justice.probation.devolution.programme",
                "uk.gov.justice.probation.devolution.calendar",
                "uk.gov.justice.probation.devolution.audit",
                "uk.gov.justice.probation.devolution.notification",
                "uk.gov.justice.probation.devolution.imports",
                "uk.gov.justice.probation.devolution.caseload",
                "uk.gov.justice.probation.devolution.workforce",
                "uk.gov.justice.probation.devolution.confidential",
                "uk.gov.justice.probation.devolution.consultation",
                "uk.gov.justice.probation.devolution.preferencing",
                "uk.gov.justice.probation.devolution.unpaidwork",
                "uk.gov.justice.probation.devolution.termination",
                "uk.gov.justice.probation.devolution.letters",
                "uk.gov.justice.probation.devolution.security"
            },
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(process|web)\\..*|.*Test.*"))
    @ComponentScan(
            basePackageClasses = TaskSubjects.class,
            useDefaultFilters = false,
            includeFilters =
                    @Filter(type = FilterType.REGEX, pattern = ".*\\.(TaskSubjects|ExpectedCalls|ExpectedCallBatch)"))
    @ComponentScan(
            basePackageClasses = RegionsQuery.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = RegionsQuery.class))
    @ComponentScan(
            basePackageClasses = ChangedFactBatch.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ChangedFactBatch.class))
    class UseCases {}
}
