package uk.gov.justice.probation.devolution.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.example.ExampleDay;
import uk.gov.justice.probation.devolution.security.TestIssuer;

/** Tests give the same result on every day and at every hour. */
class TestsAndTimeTest {

    /** End-to-end tests start the product as it is, in several processes, on the machine's time. */
    private static final String END_TO_END = "..devolution.endtoend..";

    /** Spring Security checks tokens against the machine's clock and takes no other. */
    private static final Class<?> ISSUES_TOKENS = TestIssuer.class;

    private static final ArchRule THE_DAY_COMES_FROM_THE_EXAMPLE = noClasses()
            .that()
            .resideOutsideOfPackage(END_TO_END)
            .and()
            .doNotBelongToAnyOf(ExampleDay.class, ISSUES_TOKENS)
            .should()
            .accessTargetWhere(readsTheMachinesTime())
            .because("ExampleDay says which day it is");

    @Test
    void theDayComesFromTheExample() {
        THE_DAY_COMES_FROM_THE_EXAMPLE.check(ImportedClasses.ofTests());
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheMachinesTime() {
        return describe(
                "reads the machine's time",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && readsTheMachinesTime(target));
    }

    private static boolean readsTheMachinesTime(CodeUnitAccessTarget target) {
        String name = target.getName();
        boolean withoutClock =
                target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        if (target.getOwner().getPackageName().startsWith("java.time") && name.equals("now")) return withoutClock;
        if (target.getOwner().isEquivalentTo(Clock.class))
            return withoutClock && (name.startsWith("system") || name.startsWith("tick"));
        if (target.getOwner().isEquivalentTo(System.class)) return name.equals("currentTimeMillis");
        if (target.getOwner().isEquivalentTo(Date.class))
            return name.equals("<init>") && target.getRawParameterTypes().isEmpty();
        return target.getOwner().isEquivalentTo(Calendar.class) && name.equals("getInstance");
    }
}
