package uk.gov.justice.probation.devolution.consultation.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.PersonalStep;
import uk.gov.justice.probation.devolution.consultation.PersonalStep.Part;
import uk.gov.justice.probation.devolution.consultation.PersonalStep.Status;
import uk.gov.justice.probation.devolution.consultation.PersonalSteps;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * The home of a member of staff: their steps in the consultations they take part in, as a task list, the receipts for
 * what they have answered, and the letters and messages to them.
 */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
class MyPage {
    private static final int MESSAGES = 20;

    /** A consultation the colleague takes part in, with their steps in it. */
    record Mine(Member member, Facts consultation, Map<Part, List<PersonalStep>> steps) {

        public long toDo() {
            return steps.values().stream()
                    .flatMap(List::stream)
                    .filter(step -> step.status() == Status.TO_DO)
                    .count();
        }

        /** What follows when the present steps are done. */
        public String next() {
            return switch (consultation.state()) {
                case LAUNCHED, UNION, RESPONSE ->
                    "The unions are heard first. You do not need to do anything yet. You will be told when it is your turn.";
                case INDIVIDUAL ->
                    "When everybody has had their one-to-one, the places are published. You will be told, and can then rank those you would take.";
                case PREFERENCES ->
                    "When the time to answer has ended, the places are shared out, and a panel looks at the result before the director decides. You get a letter with your place and the reasons.";
                case PANEL, DECISION ->
                    "A panel looks at who goes where, and the director decides. You get a letter with your place and the reasons, and can then appeal.";
                case OUTCOME ->
                    "When the appeals are decided, your line manager plans your start in the new place with you. You get a letter before you start.";
                default -> "This consultation has ended. Your records stay here until they are erased.";
            };
        }
    }

    private final Cohorts cohorts;
    private final Consultations consultations;
    private final ObjectProvider<PersonalSteps> steps;
    private final OwnReceipts receipts;
    private final Letters letters;
    private final Notifications notifications;
    private final StaffDirectory staff;
    private final SignedIn signedIn;

    MyPage(
            Cohorts cohorts,
            Consultations consultations,
            ObjectProvider<PersonalSteps> steps,
            OwnReceipts receipts,
            Letters letters,
            Notifications notifications,
            StaffDirectory staff,
            SignedIn signedIn) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.steps = steps;
        this.receipts = receipts;
        this.letters = letters;
        this.notifications = notifications;
        this.staff = staff;
        this.signedIn = signedIn;
    }

    @GetMapping("/my")
    String my(Model model) {
        Colleague colleague = signedIn.colleague();
        model.addAttribute("me", staff.find(colleague).orElse(null));
        model.addAttribute("mine", mine(cohorts.of(colleague.userName())));
        model.addAttribute("receipts", receipts.of(colleague));
        model.addAttribute("letters", letters.to(colleague.userName()));
        model.addAttribute("messages", notifications.to(List.of(colleague.userName()), MESSAGES));
        return "consultation/my";
    }

    private List<Mine> mine(List<Member> members) {
        Map<Long, Facts> about = consultations
                .all(members.stream().map(Member::consultationId).toList())
                .stream()
                .collect(Collectors.toMap(Facts::id, Function.identity()));
        Map<Member, Facts> takingPart = new LinkedHashMap<>();
        members.forEach(member -> takingPart.put(member, about.get(member.consultationId())));
        List<Map<Long, List<PersonalStep>>> told =
                steps.orderedStream().map(some -> some.of(takingPart)).toList();
        return members.stream()
                .sorted(Comparator.comparing(
                        member -> takingPart.get(member).state().ended()))
                .map(member -> new Mine(
                        member,
                        takingPart.get(member),
                        told.stream()
                                .flatMap(some -> some.get(member.id()).stream())
                                .collect(Collectors.groupingBy(PersonalStep::part, TreeMap::new, Collectors.toList()))))
                .toList();
    }
}
