package uk.gov.justice.probation.devolution.imports.web;

import static uk.gov.justice.probation.devolution.security.Role.CASE_ADMIN;
import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HR;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.UPW_SUPERVISOR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.imports.FileTaken;
import uk.gov.justice.probation.devolution.imports.FilesTakenQuery;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.ImportRunningException;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.RefusedFile;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.PageAsked;
import uk.gov.justice.probation.devolution.web.SpreadsheetFile;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/**
 * Every file that can be imported: what belongs in it, a template, sending it, what is wrong with it line by line, and
 * what the files before it changed. Whoever imports one kind can read about all of them.
 */
@Allows(
        value = {PSC_SERVICE_OWNER, HR, CASE_ADMIN, UPW_SUPERVISOR, DATA_LEAD},
        of = Of.EVERYTHING)
@Controller
@RequestMapping("/imports")
class ImportPages {
    private static final int PER_PAGE = 20;
    private static final int REMOVED_NAMED = 20;

    private final Imports imports;
    private final KnownCodes known;
    private final FilesTakenQuery taken;
    private final SignedIn signedIn;

    ImportPages(Imports imports, KnownCodes known, FilesTakenQuery taken, SignedIn signedIn) {
        this.imports = imports;
        this.known = known;
        this.taken = taken;
        this.signedIn = signedIn;
    }

    /** A kind of file; {@code last} is null if none was taken yet. */
    record Kind(String file, String purpose, String importers, boolean mine, FileTaken last) {}

    @GetMapping
    String all(Model model) {
        Colleague colleague = signedIn.colleague();
        Map<String, FileTaken> last = taken.last().stream().collect(Collectors.toMap(FileTaken::file, file -> file));
        List<Kind> kinds = imports.kinds().stream()
                .map(kind -> new Kind(
                        kind.file(),
                        kind.purpose(),
                        importers(kind),
                        known.mayBring(colleague, kind),
                        last.get(kind.file())))
                .sorted(Comparator.comparing(Kind::mine).reversed())
                .toList();
        model.addAttribute("kinds", kinds);
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("imports", kinds)
                        .column("File", Kind::file)
                        .column("What it brings", Kind::purpose)
                        .column("Who imports it", Kind::importers)
                        .column(
                                "Last imported",
                                kind -> kind.last() == null ? null : kind.last().takenAt()));
        return "imports/all";
    }

    @GetMapping("/{file}")
    String one(@PathVariable String file, @RequestParam(defaultValue = "1") int page, Model model) {
        return show(imports.kind(file), page, Map.of(), model);
    }

    @GetMapping("/{file}/template.csv")
    ResponseEntity<byte[]> template(@PathVariable String file) {
        StagedImport kind = imports.kind(file);
        return new SpreadsheetFile(kind.columns()).named(kind.file() + ".csv");
    }

    @Allows(
            value = {PSC_SERVICE_OWNER, HR, CASE_ADMIN, UPW_SUPERVISOR, DATA_LEAD},
            of = Of.REGION)
    @TakenBack(
            "You can import a corrected file, which counts from then on. Messages and processes that followed from the first one stay.")
    @PostMapping(path = "/{file}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(
            @PathVariable String file,
            @RequestParam(name = "csv", required = false) MultipartFile csv,
            @RequestParam(defaultValue = "false") boolean partial,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        StagedImport kind = imports.kind(file);
        Colleague colleague = signedIn.colleague();
        if (!known.mayBring(colleague, kind))
            throw new NotAllowedException("This file can be imported by: %s. You are signed in as %s."
                    .formatted(importers(kind), colleague.userName()));
        if (csv == null || csv.isEmpty())
            return refused(
                    HttpStatus.UNPROCESSABLE_ENTITY, "Choose a CSV file that is not empty", kind, model, response);
        try (InputStream content = csv.getInputStream()) {
            ImportCounts counts =
                    partial ? imports.takeInPart(file, content, colleague) : imports.take(file, content, colleague);
            if (counts.refused() > 0) return inPart(counts, kind, model);
            redirect.addFlashAttribute("notice", inWords(counts));
            return "redirect:/imports/" + file;
        } catch (ImportRefusedException e) {
            RefusedFile refused = RefusedFile.of(e, kind.layout());
            model.addAttribute("refused", refused);
            return refused(HttpStatus.UNPROCESSABLE_ENTITY, refused.summary(), kind, model, response);
        } catch (ImportRunningException e) {
            return refused(HttpStatus.CONFLICT, e.getMessage(), kind, model, response);
        } catch (PessimisticLockingFailureException e) {
            return refused(
                    HttpStatus.CONFLICT,
                    "Nothing in the file was imported, because somebody else is changing the same rows. Send it again in a minute.",
                    kind,
                    model,
                    response);
        }
    }

    private String inPart(ImportCounts counts, StagedImport kind, Model model) {
        model.addAttribute("notice", inWords(counts));
        model.addAttribute("refused", RefusedFile.of(counts, kind.layout()));
        return show(kind, 1, Map.of(), model);
    }

    private String refused(
            HttpStatus status, String problem, StagedImport kind, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        return show(kind, 1, Map.of("csv", problem), model);
    }

    private String show(StagedImport kind, int page, Map<String, String> problems, Model model) {
        PageAsked asked = new PageAsked(page, PER_PAGE);
        model.addAttribute("file", kind.file());
        model.addAttribute("purpose", kind.purpose());
        model.addAttribute("layout", kind.layout());
        model.addAttribute("accepts", kind.accepts());
        model.addAttribute("inPart", kind.canBeTakenInPart());
        model.addAttribute("importers", importers(kind));
        model.addAttribute("mine", known.mayBring(signedIn.colleague(), kind));
        model.addAttribute("problems", problems);
        model.addAttribute(WholeList.ATTRIBUTE, history(kind.file()));
        model.addAttribute("history", taken.of(kind.file(), asked.before(), asked.size()));
        model.addAttribute("number", asked.number());
        model.addAttribute("pages", asked.of(taken.count(kind.file())));
        return "imports/one";
    }

    private WholeList<FileTaken> history(String file) {
        return WholeList.of("imports-of-" + file, (atMost, before) -> taken.of(file, before, atMost))
                .column("When", FileTaken::takenAt)
                .column("By", FileTaken::takenBy)
                .column("Rows", FileTaken::rows)
                .column("Added", FileTaken::added)
                .column("Changed", FileTaken::changed)
                .column("Unchanged", FileTaken::unchanged)
                .column("Removed", FileTaken::removed);
    }

    private static String importers(StagedImport kind) {
        return Stream.concat(kind.importers().stream().sorted(), Stream.of(PSC_SERVICE_OWNER))
                .map(Role::title)
                .collect(Collectors.joining(", "));
    }

    private static String inWords(ImportCounts counts) {
        String done = "The file was imported: %,d rows, of which %,d were added, %,d changed and %,d were as they are."
                .formatted(counts.rows(), counts.added(), counts.changed(), counts.unchanged());
        if (counts.refused() > 0)
            return "%s %,d %s left out: correct the rows listed below and send them again."
                    .formatted(done, counts.refused(), counts.refused() == 1 ? "was" : "were");
        List<String> removed = counts.removed();
        if (removed.isEmpty()) return done;
        String more = removed.size() > REMOVED_NAMED ? " and %,d more".formatted(removed.size() - REMOVED_NAMED) : "";
        return "%s No longer in it: %s%s."
                .formatted(done, String.join(", ", removed.subList(0, Math.min(REMOVED_NAMED, removed.size()))), more);
    }
}
