package uk.gov.justice.probation.devolution.consultation.web;

import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.launch.ChoicesQuery;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations.Launched;
import uk.gov.justice.probation.devolution.consultation.launch.PeopleInScope;
import uk.gov.justice.probation.devolution.handover.CodeAndName;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.ImportRunningException;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.Dates;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;

/** Lets HR launch a consultation in the console, with the staff in the database or in a staff file. */
@Allows(
        value = {PSC_SERVICE_OWNER, HR},
        of = Of.REGION)
@Controller
@RequestMapping("/consultations/launch")
class LaunchPage {
    private static final int BAD_ROWS_SHOWN = 20;

    private final LaunchingConsultations launching;
    private final ChoicesQuery choices;
    private final Dates dates;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    LaunchPage(
            LaunchingConsultations launching, ChoicesQuery choices, Dates dates, OnceMore onceMore, SignedIn signedIn) {
        this.launching = launching;
        this.choices = choices;
        this.dates = dates;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String form(Model model) {
        List<CodeAndName> regions = regions(signedIn.colleague());
        return show(LaunchForm.empty(regions.size() == 1 ? regions.getFirst().code() : null), Map.of(), regions, model);
    }

    /** @param staffFile the staff file in Base64, as the confirmation page carries it */
    @AskedOnceMore(
            "A consultation that is launched cannot be called off here; single people can be removed, and others can join.")
    @PostMapping
    String launch(
            @ModelAttribute LaunchForm form,
            @RequestParam(required = false) MultipartFile staff,
            @RequestParam(defaultValue = "") String staffFile,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Colleague colleague = signedIn.colleague();
        List<CodeAndName> regions = regions(colleague);
        Map<String, String> problems = form.problems();
        if (problems.isEmpty()) {
            try {
                byte[] csv = csv(staff, staffFile);
                return onceMore.ask(
                        () -> launch(form, csv, colleague),
                        launched -> check(launched, csv),
                        launched -> {
                            redirect.addFlashAttribute(
                                    "notice",
                                    "The consultation is launched: %d people take part.".formatted(launched.people()));
                            return "redirect:/consultations/"
                                    + launched.consultation().id();
                        },
                        model);
            } catch (ImportRefusedException e) {
                problems = listed("staff", rows(e));
            } catch (ImportRunningException e) {
                problems = listed("staff", List.of(e.getMessage()));
            } catch (NotPossibleNow | Taken e) {
                problems = listed("region", e.reasons());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(form, problems, regions, model);
    }

    /** Null if there is no staff file. If it is too large, one byte more than allowed. */
    private static byte[] csv(MultipartFile staff, String carried) throws IOException {
        if (!carried.isEmpty()) return whole(carried);
        if (staff == null || staff.isEmpty()) return null;
        try (InputStream csv = staff.getInputStream()) {
            return csv.readNBytes(PeopleInScope.STAFF_FILE_AT_MOST + 1);
        }
    }

    private static byte[] whole(String carried) {
        try {
            return Base64.getDecoder().decode(carried);
        } catch (IllegalArgumentException broken) {
            throw Problem.badRequest("The staff file did not arrive whole. Open the page again and choose it there.");
        }
    }

    private Launched launch(LaunchForm form, byte[] csv, Colleague colleague) {
        try {
            return csv == null
                    ? launching.launch(form.launch(), colleague)
                    : launching.launch(form.launch(), new ByteArrayInputStream(csv), colleague);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Check check(Launched launched, byte[] csv) {
        Facts consultation = launched.consultation();
        Check check = Check.before("Launch the consultation?", "Launch the consultation", "/consultations/launch")
                .fact("Consultation", consultation.title())
                .fact("Region", consultation.regionName())
                .fact("People who take part", "%,d".formatted(launched.people()))
                .fact("Places each may rank", consultation.maxChoices())
                .fact("Longest journey each way", "%d minutes".formatted(consultation.mobilityLimitMinutes()))
                .fact(
                        "Last moment to rank places",
                        consultation.preferencesCloseAt() == null
                                ? "Four weeks after the places are published"
                                : dates.moment(consultation.preferencesCloseAt()));
        if (csv != null)
            check = check.fact(
                            "Staff file",
                            "%,d bytes, imported first: the staff in it are added and changed".formatted(csv.length))
                    .carrying("staffFile", Base64.getEncoder().encodeToString(csv));
        return check.then("The trade unions are consulted first. %,d %s told and asked once the unions have answered."
                        .formatted(launched.people(), launched.people() == 1 ? "person is" : "people are"))
                .then("None of them can take part in another consultation until this one is closed.");
    }

    private String show(LaunchForm form, Map<String, String> problems, List<CodeAndName> regions, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("regions", regions);
        model.addAttribute("units", choices.units());
        model.addAttribute("grades", choices.grades());
        return "consultation/launch";
    }

    private List<CodeAndName> regions(Colleague colleague) {
        List<CodeAndName> regions = choices.regions().stream()
                .filter(region -> colleague.holds(Role.HR, region.code()))
                .toList();
        if (regions.isEmpty())
            throw new NotAllowedException("Only HR of a region can launch a consultation. You are signed in as %s."
                    .formatted(colleague.userName()));
        return regions;
    }

    /** The first reason links to the field, so that all appear in the summary. */
    private static Map<String, String> listed(String field, List<String> reasons) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (String reason : reasons) problems.put(problems.isEmpty() ? field : field + "-" + problems.size(), reason);
        return problems;
    }

    private static List<String> rows(ImportRefusedException refused) {
        List<String> rows = new ArrayList<>();
        rows.add("Nothing in the staff file was imported: %d problem(s)%s"
                .formatted(
                        refused.total(),
                        refused.total() > BAD_ROWS_SHOWN ? ", the first %d are".formatted(BAD_ROWS_SHOWN) : ""));
        refused.badRows().stream().limit(BAD_ROWS_SHOWN).map(LaunchPage::row).forEach(rows::add);
        return rows;
    }

    private static String row(BadRow row) {
        String fault = row.column().isEmpty()
                ? "Line %d %s".formatted(row.line(), row.reason())
                : "Line %d, %s '%s' %s".formatted(row.line(), row.column(), row.value(), row.reason());
        return row.alsoInLines().isEmpty() ? fault : "%s (also in lines %s)".formatted(fault, row.alsoInLines());
    }
}
