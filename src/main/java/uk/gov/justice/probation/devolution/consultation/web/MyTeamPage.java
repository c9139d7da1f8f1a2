package uk.gov.justice.probation.devolution.consultation.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Meeting;
import uk.gov.justice.probation.devolution.consultation.onetoone.TeamOverview.Progress;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * Whom a line manager meets, or somebody in a line manager's place: who is to be met, overdue and met, in each
 * consultation.
 */
@Allows(of = Of.OWN, everyRole = true, staff = true)
@Controller
class MyTeamPage {
    private static final int PAGE_SIZE = 50;
    private static final String PATH = "/my-team";

    private final TeamOverview team;
    private final SignedIn signedIn;

    MyTeamPage(TeamOverview team, SignedIn signedIn) {
        this.team = team;
        this.signedIn = signedIn;
    }

    @GetMapping(PATH)
    String team(
            @RequestParam(defaultValue = "") String progress, @RequestParam(defaultValue = "1") int page, Model model) {
        Colleague colleague = signedIn.colleague();
        Progress wanted = Progress.of(progress);
        Map<Progress, Integer> counts = team.count(colleague);
        PageAsked asked = new PageAsked(page, PAGE_SIZE);
        model.addAttribute("wanted", wanted);
        model.addAttribute("counts", counts);
        model.addAttribute("nobody", counts.get(Progress.ALL) == 0);
        model.addAttribute("meetings", team.list(colleague, wanted, PAGE_SIZE, asked.before()));
        model.addAttribute("address", wanted == Progress.ALL ? PATH : PATH + "?progress=" + wanted.word());
        model.addAttribute("number", asked.number());
        model.addAttribute("of", asked.of(counts.get(wanted)));
        model.addAttribute("preceding", asked.before());
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(colleague, wanted));
        return "consultation/my-team";
    }

    private WholeList<Meeting> wholeList(Colleague colleague, Progress wanted) {
        return WholeList.of("one-to-ones", (atMost, before) -> team.list(colleague, wanted, atMost, before))
                .column("Consultation", Meeting::consultation)
                .column("Person", Meeting::name)
                .column("One-to-one", meeting -> meeting.progress().title())
                .column("Due", Meeting::due)
                .column("Met on", Meeting::metOn)
                .column("Stands in", Meeting::standIn)
                .column("In the place of", Meeting::manager);
    }
}
