package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.round.PlanningPosts;
import uk.gov.justice.probation.devolution.preferencing.round.Posts;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.preferencing.round.TypedPost;
import uk.gov.justice.probation.devolution.preferencing.round.VacantPosts;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.FormOfRows;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/** HR of the region turns vacant full-time equivalents into whole posts with their hours. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/{id}/posts")
class PostsPage implements FormOfRows {
    private static final int ROWS = 5;
    private static final int MOST_ROWS = 20;
    private static final String FIRST_FIELD = "hours-0";

    private final Posts posts;
    private final PlanningPosts planning;
    private final Rounds rounds;
    private final Consultations consultations;
    private final SignedIn signedIn;

    PostsPage(Posts posts, PlanningPosts planning, Rounds rounds, Consultations consultations, SignedIn signedIn) {
        this.posts = posts;
        this.planning = planning;
        this.rounds = rounds;
        this.consultations = consultations;
        this.signedIn = signedIn;
    }

    /**
     * Rows as they were typed, a list for each column.
     *
     * @param version of the posts that were shown; null if none were planned
     * @param none whether no posts are to be planned
     */
    record PostsForm(List<String> hours, List<String> places, Integer version, String none) {

        private List<TypedPost> rows() {
            return IntStream.range(0, Math.min(Math.max(FormOfRows.size(hours), FormOfRows.size(places)), MOST_ROWS))
                    .mapToObj(row -> new TypedPost(FormOfRows.at(hours, row), FormOfRows.at(places, row)))
                    .toList();
        }
    }

    @GetMapping
    String list(@PathVariable long id, Model model) {
        Facts consultation = forHr(id);
        List<VacantPosts> vacant = posts.of(consultation);
        model.addAttribute("consultation", consultation);
        model.addAttribute("vacant", vacant);
        model.addAttribute("published", rounds.find(id).isPresent());
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("posts", vacant)
                        .column("Site", VacantPosts::siteName)
                        .column("Role", VacantPosts::roleName)
                        .column("Full-time equivalents", VacantPosts::thereIsInWords)
                        .column("Offered as", VacantPosts::postsInWords)
                        .column("Left over", VacantPosts::leftOverInWords));
        return "preferencing/posts";
    }

    @GetMapping("/{siteCode}/{role}")
    String form(@PathVariable long id, @PathVariable String siteCode, @PathVariable String role, Model model) {
        Facts consultation = forHr(id);
        if (rounds.find(id).isPresent()) return "redirect:/consultations/%d/posts".formatted(id);
        VacantPosts vacant = vacant(consultation, siteCode, role);
        return show(consultation, vacant, rows(vacant), vacant.version(), Map.of(), model);
    }

    @TakenBack("You can change the posts on the same page until the places are published.")
    @PostMapping("/{siteCode}/{role}")
    String plan(
            @PathVariable long id,
            @PathVariable String siteCode,
            @PathVariable String role,
            @ModelAttribute PostsForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Facts consultation = forHr(id);
        VacantPosts vacant = vacant(consultation, siteCode, role);
        List<TypedPost> rows = form.rows();
        Integer version = form.version();
        Map<String, String> problems;
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            if (form.none() == null) planning.plan(id, siteCode, role, rows, version, signedIn.colleague());
            else planning.planNothing(id, siteCode, role, version, signedIn.colleague());
            redirect.addFlashAttribute(
                    "notice", "The posts of %s, %s are saved.".formatted(vacant.siteName(), vacant.roleName()));
            return "redirect:/consultations/%d/posts".formatted(id);
        } catch (BreaksRules refused) {
            problems = refused.problems(FIRST_FIELD);
        } catch (NotPossibleNow refused) {
            problems = refused.problems(FIRST_FIELD);
        } catch (Taken refused) {
            status = HttpStatus.CONFLICT;
            problems = refused.problems(FIRST_FIELD);
            vacant = vacant(consultation, siteCode, role);
            version = vacant.version();
        }
        response.setStatus(status.value());
        return show(consultation, vacant, rows, version, problems, model);
    }

    private VacantPosts vacant(Facts consultation, String siteCode, String role) {
        return posts.of(consultation, siteCode, role)
                .orElseThrow(() -> Problem.notFound("Nothing is vacant there. Start again from the list of posts."));
    }

    private static List<TypedPost> rows(VacantPosts vacant) {
        return vacant.arePlanned()
                ? vacant.posts().stream()
                        .map(post -> new TypedPost(post.hours().number(), Integer.toString(post.places())))
                        .toList()
                : List.of(new TypedPost(Integer.toString(vacant.fullTimeHours()), ""));
    }

    private Facts forHr(long id) {
        Facts consultation = consultations
                .find(id)
                .orElseThrow(() -> Problem.notFound("There is no consultation with the number %d.".formatted(id)));
        signedIn.colleague().mustHold(HR, consultation.regionCode(), "plan its posts");
        return consultation;
    }

    private static String show(
            Facts consultation,
            VacantPosts vacant,
            List<TypedPost> typed,
            Integer version,
            Map<String, String> problems,
            Model model) {
        List<TypedPost> rows = new ArrayList<>(typed);
        int filled =
                (int) typed.stream().filter(row -> !row.equals(TypedPost.NONE)).count();
        while (rows.size() < Math.min(MOST_ROWS, Math.max(ROWS, filled + 2))) rows.add(TypedPost.NONE);
        model.addAttribute("consultation", consultation);
        model.addAttribute("vacant", vacant);
        model.addAttribute("rows", rows);
        model.addAttribute("version", version);
        model.addAttribute("problems", problems);
        return "preferencing/posts-of-role";
    }
}
