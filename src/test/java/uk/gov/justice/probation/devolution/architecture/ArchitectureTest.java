package uk.gov.justice.probation.devolution.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.camunda.client.annotation.JobWorker;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.gov.justice.probation.devolution.calendar.BeyondCalendarException;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.confidential.CannotBeOpenedException;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.security.SignInRefusedException;
import uk.gov.justice.probation.devolution.web.Problem;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> rules() {
        return RulesOf.test(ArchitectureTest.class, ImportedClasses.ofTheProduct());
    }

    static final ArchRule ONLY_PROCESS_CODE_KNOWS_CAMUNDA = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..devolution.camunda..", "..localstack..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.camunda..");

    static final ArchRule ONLY_WEB_CODE_KNOWS_SPRING_MVC = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..localstack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

    static final ArchRule NOTHING_USES_THE_LOCAL_STACK = noClasses()
            .that()
            .resideOutsideOfPackage("..localstack..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..localstack..");

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("..localstack..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule DEPENDENCIES_COME_THROUGH_CONSTRUCTORS =
            noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Manager|Helper|Impl)$")
            .because("a name says what a class is for");

    static final ArchRule WORKERS_LIVE_IN_PROCESS_PACKAGES = methods()
            .that()
            .areAnnotatedWith(JobWorker.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("..process..");

    static final ArchRule WORKERS_ARE_NOBODY_ELSES_BUSINESS = classes()
            .that()
            .resideInAPackage("..process..")
            .should()
            .notBePublic()
            .orShould()
            .haveSimpleNameEndingWith("Workers");

    /** Other exceptions are internal failures and refuse nobody. */
    static final ArchRule WHAT_SOMEBODY_ASKED_FOR_IS_REFUSED_IN_ONE_OF_SIX_WAYS = classes()
            .that()
            .areAssignableTo(RuntimeException.class)
            .and()
            .resideOutsideOfPackage("..localstack..")
            .should()
            .beAssignableTo(Refusal.class)
            .orShould()
            .beAssignableTo(Problem.class)
            .orShould()
            .beAssignableTo(SignInRefusedException.class)
            .orShould()
            .beAssignableTo(BeyondCalendarException.class)
            .orShould()
            .beAssignableTo(CannotBeOpenedException.class)
            .orShould()
            .haveSimpleName("UndeliverableException")
            .orShould()
            .beAssignableTo(CannotSucceedException.class)
            .orShould()
            .resideInAPackage("..devolution.camunda..")
            .because("the API, pages and tasks say each kind in one place (ADR 76)");

    static final ArchRule A_BUG_IS_NOT_TAKEN_FOR_SOMETHING_THAT_IS_NOT_THERE = noClasses()
            .should(catchWhatAnyEmptyOptionalThrows())
            .because("what is not there is refused as NotFound (ADR 76)");

    static final ArchRule WHAT_THE_ENGINE_IS_TOLD_STANDS_IN_ONE_FILE_OF_ITS_FAMILY = noClasses()
            .that()
            .resideOutsideOfPackage("..devolution.camunda..")
            .and()
            .haveSimpleNameNotEndingWith("Messages")
            .should()
            .callConstructor(EngineMessage.class, String.class, String.class, String.class, Map.class, Duration.class)
            .because("name, key, id and lifetime of a fact belong together");

    static final ArchRule ROOMS_OF_UNPAID_WORK_FORM_NO_CIRCLE =
            slices().matching("..devolution.unpaidwork.(*)..").should().beFreeOfCycles();

    static final ArchRule ROOMS_OF_CONSULTATION_FORM_NO_CIRCLE =
            slices().matching("..devolution.consultation.(*)..").should().beFreeOfCycles();

    static final ArchRule ROOMS_OF_PREFERENCING_FORM_NO_CIRCLE =
            slices().matching("..devolution.preferencing.(*)..").should().beFreeOfCycles();

    static final ArchRule CONSULTATIONS_ARE_CHANGED_IN_THEIR_MODULE_ALONE = classes()
            .that()
            .resideInAPackage("..devolution.consultation..")
            .and(annotatedWith(Entity.class).or(assignableTo(Repository.class)))
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..devolution.consultation..");

    private static ArchCondition<JavaClass> catchWhatAnyEmptyOptionalThrows() {
        return new ArchCondition<>("catch NoSuchElementException") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getCodeUnits().stream()
                        .filter(unit -> unit.getTryCatchBlocks().stream()
                                .flatMap(block -> block.getCaughtThrowables().stream())
                                .anyMatch(caught -> caught.isEquivalentTo(NoSuchElementException.class)))
                        .forEach(unit -> events.add(SimpleConditionEvent.satisfied(
                                unit, unit.getDescription() + " catches NoSuchElementException")));
            }
        };
    }

    static final ArchRule MESSAGES_ABOUT_CASES_HAVE_ONE_SENDER = noClasses()
            .that()
            .resideInAnyPackage("..devolution.unpaidwork..", "..devolution.termination..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Notifications.class)
            .because("MessagesAboutCases knows what may be said of a limited-access case");

    /** Settings with a single value do not count. */
    static final ArchRule NOTHING_HAS_MORE_THAN_EIGHT_COLLABORATORS = classes()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .should(have(
                    "at most 8 collaborators",
                    8,
                    "collaborators",
                    bean -> bean.getConstructors().stream()
                            .mapToInt(constructor -> (int) constructor.getParameters().stream()
                                    .filter(one -> !one.isAnnotatedWith(Value.class))
                                    .count())
                            .max()
                            .orElse(0)));

    static final ArchRule NO_CONTROLLER_ANSWERS_MORE_THAN_FIVE_ROUTES = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should(have("at most 5 handlers", 5, "handlers", one -> (int) one.getMethods().stream()
                    .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                    .count()));

    private static ArchCondition<JavaClass> have(String what, int atMost, String of, ToIntFunction<JavaClass> counted) {
        return new ArchCondition<>("have " + what) {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                int count = counted.applyAsInt(one);
                events.add(new SimpleConditionEvent(
                        one, count <= atMost, "%s has %d %s".formatted(one.getName(), count, of)));
            }
        };
    }
}
