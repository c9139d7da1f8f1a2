package uk.gov.justice.probation.devolution.camunda.web;

import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.migration.Foreseen.Left;
import uk.gov.justice.probation.devolution.camunda.migration.Migration;
import uk.gov.justice.probation.devolution.camunda.migration.Migrations;
import uk.gov.justice.probation.devolution.camunda.migration.Migrations.Progress;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.AskedOnceMore;
import uk.gov.justice.probation.devolution.web.Check;
import uk.gov.justice.probation.devolution.web.OnceMore;
import uk.gov.justice.probation.devolution.web.TakenBack;
import uk.gov.justice.probation.devolution.web.WholeList;

/** How far a migration has come, and the forms that stop it, let it go on and take it back. */
@Allows(value = PSC_SERVICE_OWNER, of = Of.EVERYTHING)
@Controller
@RequestMapping("/releases/migrations/{migrationId:\\d+}")
class MigrationPages {
    private final Migrations migrations;
    private final TaskModels names;
    private final OnceMore onceMore;
    private final SignedIn signedIn;

    MigrationPages(Migrations migrations, TaskModels names, OnceMore onceMore, SignedIn signedIn) {
        this.migrations = migrations;
        this.names = names;
        this.onceMore = onceMore;
        this.signedIn = signedIn;
    }

    static String path(Migration migration) {
        return path(migration.id());
    }

    private static String path(long migrationId) {
        return "/releases/migrations/" + migrationId;
    }

    @GetMapping
    String show(@PathVariable long migrationId, Model model) {
        Progress progress = migrations.progress(migrationId);
        model.addAttribute("progress", progress);
        model.addAttribute("migration", progress.migration());
        model.addAttribute("name", names.nameOf(progress.migration().processId()));
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("what-stays", progress.staying())
                        .column("Process instance", Left::instance)
                        .column("Why it stays", Left::why));
        return "camunda/migration";
    }

    @TakenBack("You can let it go on, on the same page.")
    @PostMapping("/stop")
    String stop(@PathVariable long migrationId, RedirectAttributes redirect) {
        migrations.stop(migrationId, signedIn.colleague());
        redirect.addFlashAttribute(
                "notice", "It is stopped. Up to 50 process instances that are being moved at this moment still move.");
        return "redirect:" + path(migrationId);
    }

    @TakenBack("You can stop it again on the same page.")
    @PostMapping("/go-on")
    String goOn(@PathVariable long migrationId, RedirectAttributes redirect) {
        migrations.goOn(migrationId, signedIn.colleague());
        redirect.addFlashAttribute("notice", "It goes on within a few seconds.");
        return "redirect:" + path(migrationId);
    }

    @AskedOnceMore(
            "A migration is taken back once. After that, begin a new one on the page Releases to move them again.")
    @PostMapping("/take-back")
    String takeBack(@PathVariable long migrationId, Model model) {
        Migration migration = migrations.progress(migrationId).migration();
        return onceMore.ask(
                () -> migrations.progress(
                        migrations.takeBack(migrationId, signedIn.colleague()).id()),
                back -> Check.before("Take this migration back?", "Yes, take it back", path(migrationId))
                        .fact("Process", names.nameOf(migration.processId()))
                        .fact("From version", migration.toVersion())
                        .fact("Back to version", migration.fromVersion())
                        .fact("Process instances that move back", back.waiting())
                        .fact("Process instances that stay", back.staying().size())
                        .then(
                                "What moved and still runs goes on where it is by the former model. What has ended stays ended."),
                back -> "redirect:" + path(back.migration()),
                model);
    }
}
