package uk.gov.justice.probation.devolution.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.ComponentKind;
import uk.gov.justice.probation.devolution.termination.Blocker.Kind;
import uk.gov.justice.probation.devolution.unpaidwork.life.UnsettledWork;
import uk.gov.justice.probation.devolution.unpaidwork.life.UnsettledWork.Unsettled;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;

class BlockerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 3);

    @ParameterizedTest
    @CsvSource({
        "BREACH, 'Breach B12, open since 3 May 2026'",
        "WARRANT, 'Warrant B12, open since 3 May 2026'",
        "APPOINTMENT, 'Appointment B12 on 3 May 2026 without an outcome'"
    })
    void whatIsOpenIsInTheWay(ComponentKind kind, String text) {
        assertThat(Blocker.of(component(kind, TODAY, null), TODAY))
                .hasValueSatisfying(blocker -> assertThat(blocker.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @EnumSource(
            value = ComponentKind.class,
            names = {"REQUIREMENT", "LICENCE_CONDITION", "REGISTRATION"})
    void whatEndsWithAnOutcomeIsNot(ComponentKind kind) {
        assertThat(Blocker.of(component(kind, TODAY.minusYears(1), null), TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ComponentKind.class)
    void whatHasItsOutcomeIsNot(ComponentKind kind) {
        assertThat(Blocker.of(component(kind, TODAY.minusYears(1), "DONE"), TODAY))
                .isEmpty();
    }

    @Test
    void anAppointmentIsFromItsDayOn() {
        assertThat(Blocker.of(component(ComponentKind.APPOINTMENT, TODAY.plusDays(1), null), TODAY))
                .isEmpty();
        assertThat(Blocker.of(component(ComponentKind.BREACH, TODAY.plusDays(1), null), TODAY))
                .as("a breach at once")
                .isPresent();
    }

    @Test
    void unpaidWorkIsAsAnAppointmentOrAnEnforcement() {
        assertThat(Blocker.of(new Unsettled(UnsettledWork.Kind.SESSION, "S1", TODAY)))
                .isEqualTo(new Blocker(Kind.APPOINTMENT, "S1", TODAY));
        assertThat(Blocker.of(new Unsettled(UnsettledWork.Kind.ENFORCEMENT, "9", TODAY))
                        .text())
                .isEqualTo("Enforcement of the failure on 3 May 2026, not closed");
    }

    @Test
    void theEarliestComesFirstThenByKindAndReference() {
        Blocker early = new Blocker(Kind.WARRANT, "Z", TODAY.minusDays(1));
        Blocker appointment = new Blocker(Kind.APPOINTMENT, "Z", TODAY);
        Blocker lower = new Blocker(Kind.BREACH, "a", TODAY);
        Blocker upper = new Blocker(Kind.BREACH, "B", TODAY);

        assertThat(Stream.of(upper, lower, appointment, early).sorted(Blocker.EARLIEST_FIRST))
                .containsExactly(early, appointment, lower, upper);
    }

    @Test
    void theDecisionIsAskedWhatIsOpen() {
        assertThat(open(List.of()).flags())
                .containsOnlyKeys(
                        "endedByEvent",
                        "breachOpen",
                        "warrantOpen",
                        "enforcementOpen",
                        "appointmentOpen",
                        "hoursLeft",
                        "otherRequirementsActive")
                .containsEntry("endedByEvent", true)
                .containsEntry("hoursLeft", false)
                .containsEntry("otherRequirementsActive", true);
        for (Kind kind : Kind.values()) {
            OpenWork open = open(List.of(new Blocker(kind, "X", TODAY)));
            assertThat(open.flags().entrySet())
                    .filteredOn(flag -> flag.getKey().endsWith("Open"))
                    .allSatisfy(flag -> assertThat(flag.getValue())
                            .as("%s with %s", flag.getKey(), kind)
                            .isEqualTo(flag.getKey().equals(kind.name().toLowerCase() + "Open")));
        }
    }

    @ParameterizedTest
    @EnumSource(CasePart.Kind.class)
    void theSentenceGoesOnWithRequirementsAndConditionsAndTheRestEndsWithIt(CasePart.Kind kind) {
        assertThat(kind.runsOn())
                .isEqualTo(kind == CasePart.Kind.REQUIREMENT || kind == CasePart.Kind.LICENCE_CONDITION);
        assertThat(kind.endsWithTheEvent())
                .isEqualTo(kind == CasePart.Kind.REGISTRATION || kind == CasePart.Kind.EVENT);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUIREMENT, 'Requirement B12: Drugs', true",
        "LICENCE_CONDITION, 'Licence condition B12: Drugs', true",
        "REGISTRATION, 'Registration B12: Drugs', true"
    })
    void aComponentIsAPartOfItsCase(ComponentKind kind, String title, boolean hasOutcome) {
        CaseComponent component = component(kind, TODAY, null);
        when(component.id()).thenReturn(5L);
        CasePart part = CasePart.of(component, true);

        assertThat(part.title()).isEqualTo(title);
        assertThat(part.key()).isEqualTo(kind + "-B12");
        assertThat(part.item()).isEqualTo(5);
        assertThat(part.mustEnd()).isTrue();
        assertThat(CasePart.of(component, false).mustEnd()).isFalse();
        assertThat(CasePart.hasOutcome(component)).isEqualTo(hasOutcome);
    }

    @Test
    void anOrderMustEndOnceItsHoursAreCompleteOrItsTimeIsOver() {
        Order order = mock(Order.class);
        when(order.requirementId()).thenReturn("R1");
        when(order.id()).thenReturn(6L);
        assertThat(CasePart.of(order, false).mustEnd()).isFalse();
        assertThat(CasePart.of(order, true).mustEnd()).isTrue();
        when(order.hoursComplete()).thenReturn(true);
        assertThat(CasePart.of(order, false).mustEnd()).isTrue();
        assertThat(CasePart.of(order, false).title()).isEqualTo("Unpaid work requirement R1");
        assertThat(CasePart.of(order, false).item()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(
            value = ComponentKind.class,
            names = {"APPOINTMENT", "WARRANT", "BREACH"})
    void whatIsClosedHasNoOutcomeOfItsOwn(ComponentKind kind) {
        assertThat(CasePart.hasOutcome(component(kind, TODAY, null))).isFalse();
    }

    private static OpenWork open(List<Blocker> blockers) {
        return new OpenWork(true, blockers, false, true, List.of(), false);
    }

    private static CaseComponent component(ComponentKind kind, LocalDate startedOn, String outcome) {
        CaseComponent component = mock(CaseComponent.class);
        when(component.kind()).thenReturn(kind);
        when(component.reference()).thenReturn("B12");
        when(component.label()).thenReturn("Drugs");
        when(component.startedOn()).thenReturn(startedOn);
        when(component.outcomeCode()).thenReturn(outcome);
        return component;
    }
}
