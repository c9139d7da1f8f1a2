package uk.gov.justice.probation.devolution.consultation.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.Events;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.Person;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;

/**
 * The home of a member of staff: the consultations they take part in, the people they manage who do, and the letters
 * and messages to them.
 */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
class MyPage {
    private static final int MESSAGES = 20;

    /** A consultation the colleague takes part in. */
    record Mine(Member member, Facts consultation, Events events, Person standing) {}

    /** A consultation in which people they manage take part. */
    record Managed(Facts consultation, List<Person> people) {}

    private final Cohorts cohorts;
    private final Consultations consultations;
    private final ConsultationOverview overview;
    private final Letters letters;
    private final Notifications notifications;
    private final StaffDirectory staff;
    private final SignedIn signedIn;

    MyPage(
            Cohorts cohorts,
            Consultations consultations,
            ConsultationOverview overview,
            Letters letters,
            Notifications notifications,
            StaffDirectory staff,
            SignedIn signedIn) {
        this.cohorts = cohorts;
        this.consultations = consultations;
        this.overview = overview;
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
        model.addAttribute("managed", managed(overview.managedBy(colleague.userName())));
        model.addAttribute("letters", letters.to(colleague.userName()));
        model.addAttribute("messages", notifications.to(List.of(colleague.userName()), MESSAGES));
        return "consultation/my";
    }

    private List<Mine> mine(List<Member> members) {
        Map<Long, Facts> about = consultations
                .all(members.stream().map(Member::consultationId).toList())
                .stream()
                .collect(Collectors.toMap(Facts::id, Function.identity()));
        Map<Long, Events> events = overview.events(about.keySet());
        Map<Long, Person> standing =
                overview.persons(members.stream().map(Member::id).toList());
        return members.stream()
                .map(member -> new Mine(
                        member,
                        about.get(member.consultationId()),
                        events.get(member.consultationId()),
                        standing.get(member.id())))
                .toList();
    }

    /** In running consultations only. */
    private List<Managed> managed(Map<Long, List<Person>> people) {
        return consultations.all(people.keySet()).stream()
                .filter(consultation -> !consultation.state().ended())
                .map(consultation -> new Managed(consultation, people.get(consultation.id())))
                .toList();
    }
}
