package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.localstack.sample.SampleCaseload;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview;
import uk.gov.justice.probation.devolution.programme.ProgrammeOverview.PlannedRow;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Loads the plan and the sample data into a new database, and launches every region of the plan. A first run that was
 * interrupted is simply repeated.
 */
@Component
@Profile("local")
class FirstRun {
    private final LocalStackSettings settings;
    private final Imports imports;
    private final SampleCaseload sample;
    private final Programmes programmes;
    private final ProgrammeOverview plan;
    private final WorkingDays workingDays;
    private final Clock clock;

    FirstRun(
            LocalStackSettings settings,
            Imports imports,
            SampleCaseload sample,
            Programmes programmes,
            ProgrammeOverview plan,
            WorkingDays workingDays,
            Clock clock) {
        this.settings = settings;
        this.imports = imports;
        this.sample = sample;
        this.programmes = programmes;
        this.plan = plan;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    void loadAndLaunch(Console console) {
        console.step("Importing the plan", () -> take("plan", "handover-plan.csv"));
        if (settings.sampleCases() > 0) {
            console.step(
                    "Importing sample data: 150 staff, %,d cases, and the places that regions offer"
                            .formatted(settings.sampleCases()),
                    () -> sample.load(settings.sampleCases()));
        }
        if (settings.launchOnFirstRun()) {
            List<String> regions =
                    plan.plan().stream().map(PlannedRow::regionCode).distinct().toList();
            LocalDate baseDate = workingDays.calendar().onOrBefore(LocalDate.now(clock));
            console.step(
                    "Launching the programme in %d regions with the base date %s".formatted(regions.size(), baseDate),
                    () -> launch(baseDate, regions, console));
        }
    }

    private void launch(LocalDate baseDate, List<String> regions, Console console) {
        try {
            programmes.launch(baseDate, regions, Colleague.system());
        } catch (NotPossibleNow refused) {
            refused.reasons().forEach(console::say);
        } catch (Taken runsAlready) {
            // nothing is left to launch
        }
    }

    private void take(String file, String resource) {
        try (InputStream csv = new ClassPathResource(resource).getInputStream()) {
            imports.take(file, csv, Colleague.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
