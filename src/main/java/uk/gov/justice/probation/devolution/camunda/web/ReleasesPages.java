package uk.gov.justice.probation.devolution.camunda.web;

import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.gov.justice.probation.devolution.camunda.Release;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.migration.ForeseeingMigrations;
import uk.gov.justice.probation.devolution.camunda.migration.ForeseeingMigrations.Older;
import uk.gov.justice.probation.devolution.camunda.migration.Foreseen;
import uk.gov.justice.probation.devolution.camunda.migration.Foreseen.Left;
import uk.gov.justice.probation.devolution.camunda.migration.Migrations;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.Problem;
import uk.gov.justice.probation.devolution.web.WholeList;

/** What runs by an older model, what would happen if it were moved to the latest, and the form that begins it. */
@Allows(value = PSC_SERVICE_OWNER, of = Of.EVERYTHING)
@Controller
@RequestMapping("/releases")
class ReleasesPages {
    private static final String LIST = "/releases";
    private static final String VERSION = "/releases/version?definition=%d";

    private final ForeseeingMigrations foreseeing;
    private final Migrations migrations;
    private final TaskModels names;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    ReleasesPages(
            ForeseeingMigrations foreseeing,
            Migrations migrations,
            TaskModels names,
            OnceMore onceMore,
            SignedIn signedIn) {
        this.foreseeing = foreseeing;
        this.migrations = migrations;
        this.names = names;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(Model model) {
        List<Older> older = foreseeing.older();
        model.addAttribute("release", Release.NUMBER);
        model.addAttribute("names", names);
        model.addAttribute("older", older);
        model.addAttribute("migrations", migrations.latest());
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("older-versions", older)
                        .column("Process", one -> names.nameOf(one.version().processId()))
                        .column("Version", one -> one.version().version())
                        .column("Latest version", one -> one.latest().version())
                        .column("Running", Older::running));
        return "camunda/releases";
    }

    @GetMapping("/version")
    String show(@RequestParam(defaultValue = "0") long definition, Model model) {
        Foreseen foreseen = foreseen(definition);
        model.addAttribute("foreseen", foreseen);
        model.addAttribute("name", names.nameOf(foreseen.from().processId()));
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("what-stays", foreseen.staying())
                        .column("Process instance", Left::instance)
                        .column("Why it stays", Left::why));
        return "camunda/version";
    }

    @AskedOnceMore(
            "You can stop it at any time, and take back what has moved. What people have done by the newer model stays done.")
    @PostMapping("/version")
    String begin(@RequestParam(defaultValue = "0") long definition, Model model) {
        Foreseen foreseen = foreseen(definition);
        return onceMore.ask(
                () -> migrations.begin(foreseen, signedIn.colleague()),
                begun -> check(foreseen),
                begun -> "redirect:" + MigrationPages.path(begun),
                model);
    }

    private Check check(Foreseen foreseen) {
        return Check.before(
                        "Move what runs by an older model?",
                        "Yes, move it",
                        VERSION.formatted(foreseen.from().key()))
                .fact("Process", names.nameOf(foreseen.from().processId()))
                .fact("From version", foreseen.from().version())
                .fact("To version", foreseen.to().version())
                .fact("Process instances that move", foreseen.going().size())
                .fact("Process instances that stay", foreseen.staying().size())
                .then(
                        "Each goes on where it is, by the newer model. What it calls has versions of its own, and is not moved with it.")
                .then(
                        "Tasks that are open keep their form and what they were given, and timers that run keep their moment.");
    }

    private Foreseen foreseen(long definition) {
        return foreseeing
                .from(definition)
                .orElseThrow(
                        () -> Problem.notFound(
                                "There is no such version of a process, or it is the latest. Choose one on the page Releases."));
    }
}
