package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.gov.justice.probation.devolution.consultation.launch.ChoicesQuery;
import uk.gov.justice.probation.devolution.consultation.launch.Draft;
import uk.gov.justice.probation.devolution.consultation.launch.DraftFiles;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchDrafts;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingDrafts;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingDrafts.Preview;
import uk.gov.justice.probation.devolution.consultation.launch.PeopleInScope;
import uk.gov.justice.probation.devolution.consultation.launch.PeopleInScope.Participant;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.RefusedFile;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.TakenBack;

/** HR says who takes part in a consultation that is prepared, and sees who that would be, before anybody is told. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/launch/{id}")
class LaunchScopePage {
    private static final int PER_PAGE = 100;

    private final LaunchDrafts drafts;
    private final DraftFiles files;
    private final LaunchingDrafts launching;
    private final ChoicesQuery choices;
    private final SignedIn signedIn;

    LaunchScopePage(
            LaunchDrafts drafts, DraftFiles files, LaunchingDrafts launching, ChoicesQuery choices, SignedIn signedIn) {
        this.drafts = drafts;
        this.files = files;
        this.launching = launching;
        this.choices = choices;
        this.signedIn = signedIn;
    }

    /** @param people KNOWN or FILE */
    record ScopeForm(String people, String unitCode, List<String> sites, List<String> grades) {

        ScopeForm {
            sites = sites == null ? List.of() : sites;
            grades = grades == null ? List.of() : grades;
        }

        private static ScopeForm of(Draft draft) {
            String people = draft.people() != null
                    ? draft.people().name()
                    : draft.peopleFile() != null ? Draft.People.FILE.name() : "";
            return new ScopeForm(
                    people, draft.unitCode() == null ? "ALL" : draft.unitCode(), draft.sites(), draft.grades());
        }
    }

    /** How many of one grade at one site. */
    record Group(String site, String grade, long people) {}

    @GetMapping("/scope")
    String form(@PathVariable long id, Model model) {
        Draft draft = drafts.get(id, signedIn.colleague());
        return show(draft, ScopeForm.of(draft), Map.of(), model);
    }

    @TakenBack("You can change who takes part on the same page until it is launched.")
    @PostMapping("/scope")
    String choose(
            @PathVariable long id,
            @ModelAttribute ScopeForm form,
            @RequestParam(required = false) MultipartFile csv,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Colleague colleague = signedIn.colleague();
        drafts.get(id, colleague);
        Map<String, String> problems;
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            if (Draft.People.KNOWN.name().equals(form.people()))
                drafts.scope(id, form.unitCode(), form.sites(), form.grades(), colleague);
            else if (Draft.People.FILE.name().equals(form.people()))
                files.people(id, csv == null ? null : csv.getOriginalFilename(), bytes(csv), colleague);
            else throw new BreaksRules("people-known", "Choose how to select the people who take part");
            return "redirect:/consultations/launch/%d/people".formatted(id);
        } catch (ImportRefusedException e) {
            RefusedFile refused = RefusedFile.of(e, files.layoutOfPeople(id, colleague));
            model.addAttribute("refused", refused);
            problems = Map.of("csv", refused.summary());
        } catch (BreaksRules e) {
            problems = e.problems("csv");
        } catch (NotPossibleNow e) {
            problems = listed(Draft.People.FILE.name().equals(form.people()) ? "csv" : "unit", e.reasons());
        } catch (Taken e) {
            status = HttpStatus.CONFLICT;
            problems = Map.of("csv", e.getMessage());
        }
        response.setStatus(status.value());
        return show(drafts.get(id, colleague), form, problems, model);
    }

    @GetMapping("/people")
    String people(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        if (draft.people() == null) return "redirect:/consultations/launch/%d/scope".formatted(id);
        Preview preview = launching.preview(id, colleague);
        Map<String, String> grades =
                choices.grades().stream().collect(Collectors.toMap(CodeAndName::code, CodeAndName::name));
        Map<String, String> sites = choices.siteNames(
                preview.people().stream().map(Participant::siteCode).collect(Collectors.toSet()));
        List<Participant> people = preview.people().stream()
                .map(person -> new Participant(
                        person.staffNumber(),
                        person.name(),
                        grades.getOrDefault(person.grade(), person.grade()),
                        sites.getOrDefault(person.siteCode(), person.siteCode())))
                .toList();
        PageAsked asked = new PageAsked(page, PER_PAGE);
        model.addAttribute("draft", draft);
        model.addAttribute("region", choices.regionName(draft.regionCode()));
        model.addAttribute("takingPart", preview.takingPart());
        model.addAttribute("count", people.size());
        model.addAttribute("groups", groups(people));
        model.addAttribute(
                "people",
                people.stream().skip(asked.before()).limit(asked.size()).toList());
        model.addAttribute("number", asked.number());
        model.addAttribute("pages", asked.of(people.size()));
        return "consultation/launch-people";
    }

    private static List<Group> groups(List<Participant> people) {
        Map<String, Map<String, Long>> counted = people.stream()
                .collect(Collectors.groupingBy(
                        Participant::siteCode,
                        TreeMap::new,
                        Collectors.groupingBy(Participant::grade, TreeMap::new, Collectors.counting())));
        return counted.entrySet().stream()
                .flatMap(site -> site.getValue().entrySet().stream()
                        .map(grade -> new Group(site.getKey(), grade.getKey(), grade.getValue())))
                .toList();
    }

    private String show(Draft draft, ScopeForm form, Map<String, String> problems, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("region", choices.regionName(draft.regionCode()));
        model.addAttribute("units", choices.units());
        model.addAttribute("sites", choices.sites(draft.regionCode()));
        model.addAttribute("grades", choices.grades());
        return "consultation/launch-scope";
    }

    /** Null if no file was chosen; one byte more than is taken if it is too large. */
    static byte[] bytes(MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return null;
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(PeopleInScope.STAFF_FILE_AT_MOST + 1);
        }
    }

    /** The first leads to the field, so that every reason is in the summary. */
    private static Map<String, String> listed(String field, List<String> reasons) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (String reason : reasons) problems.put(problems.isEmpty() ? field : field + "-" + problems.size(), reason);
        return problems;
    }
}
