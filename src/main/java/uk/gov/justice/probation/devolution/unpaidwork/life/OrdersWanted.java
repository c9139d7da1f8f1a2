package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import uk.gov.justice.probation.devolution.caseload.RiskOfSeriousHarm;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/**
 * Which orders somebody wants to see. What is empty narrows nothing, and neither does a state or a risk that does not
 * exist.
 *
 * @param state {@link #RUNNING}, {@link #EVERY} or the name of a state; empty: running, or every state for a CRN
 * @param pdu the name of a delivery unit
 * @param risk a code of {@link RiskOfSeriousHarm}
 * @param project the code of a project
 */
public record OrdersWanted(Urgency urgency, String state, String pdu, String risk, String project, String crn) {
    public static final String RUNNING = "RUNNING";
    public static final String EVERY = "EVERY";
    public static final OrdersWanted ALL = new OrdersWanted(Urgency.ANY, "", "", "", "", "");

    private static final int LONGEST = 60;

    public OrdersWanted {
        pdu = bounded(pdu);
        project = bounded(project);
        crn = bounded(crn.replaceAll("\\s+", "")).toUpperCase(Locale.ROOT);
        risk = RiskOfSeriousHarm.CODES.contains(risk) ? risk : "";
        state = knows(state) ? state : "";
    }

    public OrdersWanted urgency(Urgency other) {
        return new OrdersWanted(other, state, pdu, risk, project, crn);
    }

    public OrdersWanted state(String other) {
        return new OrdersWanted(urgency, other, pdu, risk, project, crn);
    }

    /** Whether to be in this list says more of an order than that there is one. */
    public boolean isNarrowed() {
        return urgency != Urgency.ANY || isFiltered();
    }

    public boolean isFiltered() {
        return !state.isEmpty() || !pdu.isEmpty() || !risk.isEmpty() || !project.isEmpty();
    }

    List<String> states() {
        if (state.equals(EVERY) || state.isEmpty() && !crn.isEmpty()) return named(OrderState.values());
        return state.isEmpty() || state.equals(RUNNING)
                ? named(Arrays.stream(OrderState.values())
                        .filter(OrderState::running)
                        .toArray(OrderState[]::new))
                : List.of(state);
    }

    private static List<String> named(OrderState[] states) {
        return Arrays.stream(states).map(Enum::name).toList();
    }

    private static boolean knows(String state) {
        return state.equals(RUNNING)
                || state.equals(EVERY)
                || Arrays.stream(OrderState.values()).anyMatch(one -> one.name().equals(state));
    }

    private static String bounded(String typed) {
        String stripped = typed.strip();
        return stripped.codePointCount(0, stripped.length()) > LONGEST ? "" : stripped;
    }
}
