package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.gov.justice.probation.devolution.consultation.launch.ChoicesQuery;
import uk.gov.justice.probation.devolution.consultation.launch.Draft;
import uk.gov.justice.probation.devolution.consultation.launch.DraftFiles;
import uk.gov.justice.probation.devolution.consultation.launch.DraftFiles.TypedPlaces;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchDrafts;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.RefusedFile;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.FormOfRows;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.workforce.Roles;
import uk.gov.justice.probation.devolution.workforce.Vacancies;
import uk.gov.justice.probation.devolution.workforce.Vacancy;

/** HR says which free places come with a consultation that is prepared: by file, or typed row by row. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/launch/{id}/places")
class LaunchPlacesPage implements FormOfRows {
    private static final String KNOWN = "KNOWN";
    private static final String FILE = "FILE";
    private static final String TYPED = "TYPED";
    private static final int ROWS = 5;
    private static final int MOST_ROWS = 100;
    private static final Map<String, String> WORDS = Map.of(
            "siteCode",
            "site",
            "role",
            "role",
            "places",
            "number of places",
            "tasks",
            "tasks",
            "fte",
            "number of full-time equivalents");

    private final LaunchDrafts drafts;
    private final DraftFiles files;
    private final ChoicesQuery choices;
    private final Vacancies vacancies;
    private final Roles roles;
    private final SignedIn signedIn;

    LaunchPlacesPage(
            LaunchDrafts drafts,
            DraftFiles files,
            ChoicesQuery choices,
            Vacancies vacancies,
            Roles roles,
            SignedIn signedIn) {
        this.drafts = drafts;
        this.files = files;
        this.choices = choices;
        this.vacancies = vacancies;
        this.roles = roles;
        this.signedIn = signedIn;
    }

    /**
     * Rows as they were typed, a list for each column.
     *
     * @param from KNOWN, FILE or TYPED
     * @param more whether more rows are asked for and nothing else
     */
    record PlacesForm(
            String from,
            List<String> siteCode,
            List<String> role,
            List<String> places,
            List<String> tasks,
            List<String> fte,
            String more) {

        private List<TypedPlaces> rows() {
            int rows = List.of(
                            FormOfRows.size(siteCode),
                            FormOfRows.size(role),
                            FormOfRows.size(places),
                            FormOfRows.size(tasks),
                            FormOfRows.size(fte))
                    .stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            return IntStream.range(0, Math.min(rows, MOST_ROWS))
                    .mapToObj(row -> new TypedPlaces(
                            FormOfRows.at(siteCode, row),
                            FormOfRows.at(role, row),
                            FormOfRows.at(places, row),
                            FormOfRows.at(tasks, row),
                            FormOfRows.at(fte, row)))
                    .toList();
        }
    }

    @GetMapping
    String form(@PathVariable long id, Model model) {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        boolean sent = draft.vacanciesFile() != null;
        List<TypedPlaces> rows = sent ? List.of() : files.placesOf(id, colleague);
        String from = sent ? FILE : !rows.isEmpty() ? TYPED : draft.places() == null ? "" : KNOWN;
        return show(draft, from, withMore(rows, ROWS - rows.size()), Map.of(), model);
    }

    @TakenBack("You can change the places on the same page until it is launched.")
    @PostMapping
    String enter(
            @PathVariable long id,
            @ModelAttribute PlacesForm form,
            @RequestParam(required = false) MultipartFile csv,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Colleague colleague = signedIn.colleague();
        Draft draft = drafts.get(id, colleague);
        String from = form.from() == null ? "" : form.from();
        List<TypedPlaces> rows = form.rows();
        if (form.more() != null) return show(draft, TYPED, withMore(rows, ROWS), Map.of(), model);
        Map<String, String> problems;
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        try {
            switch (from) {
                case KNOWN -> files.knownPlaces(id, colleague);
                case FILE ->
                    files.places(
                            id, csv == null ? null : csv.getOriginalFilename(), LaunchScopePage.bytes(csv), colleague);
                case TYPED -> files.typedPlaces(id, rows, colleague);
                default -> throw new BreaksRules("from-known", "Choose which places are offered");
            }
            return "redirect:/consultations/launch/%d/%s".formatted(id, draft.objective() == null ? "terms" : "check");
        } catch (ImportRefusedException e) {
            if (from.equals(FILE)) {
                RefusedFile refused = RefusedFile.of(e, files.layoutOfPlaces());
                model.addAttribute("refused", refused);
                problems = Map.of("csv", refused.summary());
            } else problems = inRows(e.badRows());
        } catch (BreaksRules e) {
            problems = e.problems(from.equals(FILE) ? "csv" : "siteCode-0");
        } catch (NotPossibleNow e) {
            problems = e.problems("csv");
        } catch (Taken e) {
            status = HttpStatus.CONFLICT;
            problems = e.problems("from-known");
        }
        response.setStatus(status.value());
        return show(drafts.get(id, colleague), from, withMore(rows, ROWS - rows.size()), problems, model);
    }

    /** By the field of the row; the header of what was typed is line 1. */
    private static Map<String, String> inRows(List<BadRow> badRows) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (BadRow row : badRows) {
            String column = WORDS.containsKey(row.column()) ? row.column() : "siteCode";
            problems.putIfAbsent(
                    "%s-%d".formatted(column, row.line() - 2),
                    "Row %d: the %s %s".formatted(row.line() - 1, WORDS.get(column), row.reason()));
        }
        return problems;
    }

    private static List<TypedPlaces> withMore(List<TypedPlaces> rows, int more) {
        List<TypedPlaces> all = new ArrayList<>(rows);
        for (int row = 0; row < more && all.size() < MOST_ROWS; row++) all.add(TypedPlaces.NONE);
        return all;
    }

    private String show(Draft draft, String from, List<TypedPlaces> rows, Map<String, String> problems, Model model) {
        List<Vacancy> known = vacancies.of(draft.regionCode());
        model.addAttribute("draft", draft);
        model.addAttribute("from", from);
        model.addAttribute("rows", rows);
        model.addAttribute("problems", problems);
        model.addAttribute("region", choices.regionName(draft.regionCode()));
        model.addAttribute("known", known);
        model.addAttribute("count", known.stream().mapToInt(Vacancy::places).sum());
        model.addAttribute("sites", choices.sites(draft.regionCode()));
        model.addAttribute("roles", roles.all());
        return "consultation/launch-places";
    }
}
