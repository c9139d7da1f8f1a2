package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.letters.CaseLetterRequest;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementRule;
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.order.TwelveMonths;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;
import uk.gov.justice.probation.devolution.unpaidwork.project.WorkProject;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;

/**
 * Informs the person when and where the work begins and how to reach the online learning, and plans the sessions. Later
 * checks whether the learning has been started.
 */
@Service
public class InstructingOrders {
    private static final EnteredDay HELPED_ON = EnteredDay.required("the day on which you helped", DayRule.happened());

    private final Orders orders;
    private final OrderSteps steps;
    private final Projects projects;
    private final PlanningSessions planning;
    private final CaseLetters letters;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;
    private final Clock clock;

    InstructingOrders(
            Orders orders,
            OrderSteps steps,
            Projects projects,
            PlanningSessions planning,
            CaseLetters letters,
            Deadlines deadlines,
            UnpaidWorkSettings settings,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.projects = projects;
        this.planning = planning;
        this.letters = letters;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the day on which to check whether the learning has been started */
    @Transactional
    public LocalDate instruct(long orderId) {
        steps.lockAt(orderId, OrderState.INSTRUCTIONS).ifPresent(this::instruct);
        return deadlines.workingDaysFrom(deadlines.today(), settings.learningCheck());
    }

    private void instruct(Locked locked) {
        Order order = locked.order();
        letters.write(new CaseLetterRequest(
                "instructions-%d-%d".formatted(order.id(), order.version()),
                CaseTemplate.INSTRUCTIONS,
                order.caseId(),
                model(order)));
        order.instruct(clock.instant());
        orders.save(order);
        planning.plan(order);
        steps.audit(locked, "system", "INSTRUCTIONS_SENT", Map.of("project", order.projectCode()));
    }

    private Map<String, String> model(Order order) {
        WorkProject place = projects.get(order.projectCode());
        int learning = EducationCap.counting(order.minutesLeft(), order.eteMinutesCredited(), order.minutesOrdered());
        Map<String, String> model = new HashMap<>(Map.of(
                "projectName",
                place.name(),
                "projectPlace",
                place.pduName(),
                "firstSessionOn",
                Deadlines.inWords(order.firstSessionOn()),
                "startTime",
                place.start().toString(),
                "endTime",
                TimeWorked.endInWords(place.start(), place.end()),
                "frequency",
                inWords(order.frequency()),
                "hoursLeft",
                HoursInWords.of(order.minutesLeft()),
                "learningHours",
                HoursInWords.of(learning),
                "again",
                EnforcementRule.yetToHappen(() -> 1),
                "within",
                TwelveMonths.IN_WORDS));
        place.pickUp().ifPresent(pickUp -> model.put("pickUp", pickUp));
        return model;
    }

    private static String inWords(Frequency frequency) {
        return switch (frequency) {
            case ONCE -> "once";
            case WEEKLY -> "every week";
            case FORTNIGHTLY -> "every second week";
        };
    }

    /** Whether any learning has been credited. */
    @Transactional
    public boolean checkLearning(long orderId) {
        Order order = steps.lock(orderId).order();
        boolean takenUp = order.checkLearning();
        orders.save(order);
        return takenUp;
    }

    /**
     * Records that case administration helped with the learning.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they do not belong to the unit that
     *     does unpaid work for the case, or may not see the case
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been on that day
     */
    @Transactional
    public void helped(long orderId, LocalDate on, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustBeOwner(locked, by);
        HELPED_ON
                .and(DayRule.notBefore(locked.order().sentenceDate(), "the day of the sentence"))
                .mustHold(on, deadlines);
        if (!locked.owner().frozen()) steps.audit(locked, by.by(), "LEARNING_HELPED", Map.of("on", on.toString()));
    }
}
