package uk.gov.justice.probation.devolution.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.programme.DatedPlan.Outlook;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
abstract class ProgrammesTest {
    private static final List<String> FIVE = List.of("NW", "YATH", "EM", "GM", "SC");
    private static final Colleague OWNER = new Colleague("psc-service-owner", Set.of("psc-service-owner"));
    private static final String HEADER =
            "id,kind,region,service,scope,from_unit,to_unit,window_start,due,due_stated,gates,seed_note\n";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    Programmes programmes;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    AskedLaunches asked;

    @Autowired
    RunningProgrammes running;

    @Autowired
    ApplicationEvents events;

    @Test
    void theRealPlanIsTakenOnceAndChangesNothingTheSecondTime() throws IOException {
        assertThat(takeRealPlan()).isEqualTo(new ImportCounts("plan", 38, 38, 0, 0));
        assertThat(takeRealPlan()).isEqualTo(new ImportCounts("plan", 38, 0, 0, 38));
        assertThat(count("SELECT COUNT(*) FROM plan_row")).isEqualTo(38);
    }

    @Test
    void aPlanIsRefusedWithEveryReasonAndNothingOfItIsTaken() throws IOException {
        takeRealPlan();
        String csv = HEADER
                + "A,HANDOVER,XX,TERMINATIONS,,PSC_LIVERPOOL,REGION_NW,2021-11-01,2022-01-31,yes,BRIEFING,\n"
                + "B,HANDOVER,NW,MAGIC,,PSC_LIVERPOOL,REGION_NW,2021-11-01,2021-10-01,yes,BRIEFING,\n"
                + "C,HANDOVER,NW,TERMINATIONS,,PSC_LIVERPOOL,REGION_NW,2021-11-01,2022-01-31,yes,WISH,\n"
                + "D,HANDOVER,NW,ALLOCATION,,PSC_LIVERPOOL,REGION_NW,2021-11-01,2022-01-31,yes,,\n"
                + "E,HANDOVER,NW|EM,ALLOCATION,FORMER_CRC_CASES,PSC_LIVERPOOL|PSC_WAKEFIELD,REGION_NW,2021-11-01,2022-01-31,yes,,\n"
                + "D,MILESTONE,NW,ENFORCEMENT_HUB,,,REGION_NW,2021-11-01,2022-01-31,yes,,\n";

        ImportRefusedException refused = catchThrowableOfType(ImportRefusedException.class, () -> take(csv));

        assertThat(refused.badRows())
                .extracting(BadRow::line, BadRow::column)
                .containsExactlyInAnyOrder(
                        tuple(2L, "region"),
                        tuple(3L, "service"),
                        tuple(3L, "due"),
                        tuple(4L, "gates"),
                        tuple(6L, "to_unit"),
                        tuple(6L, "scope"),
                        tuple(7L, "id"));
        assertThat(refused.badRows())
                .filteredOn(bad -> bad.line() == 6 && bad.column().equals("scope"))
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("overlaps with D in line 5"));
        assertThat(count("SELECT COUNT(*) FROM plan_row")).isEqualTo(38);
    }

    @Test
    void onlyTheServiceOwnerReplacesThePlan() {
        assertThatThrownBy(
                        () -> imports.take("plan", csv(HEADER), new Colleague("programme-nw", Set.of("programme-nw"))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void oneCallLaunchesAllFiveRegionsWithEveryRow() throws IOException {
        takeRealPlan();
        LocalDate base = workingDays.calendar().onOrAfter(TODAY);

        LaunchedProgramme launched = programmes.launch(base, FIVE, OWNER);

        assertThat(launched.shiftDays()).isEqualTo((int) ChronoUnit.DAYS.between(LocalDate.of(2021, 10, 1), base));
        assertThat(count("SELECT COUNT(DISTINCT plan_row_id) FROM handover"))
                .as("rows of the plan")
                .isEqualTo(38);
        assertThat(count("SELECT COUNT(*) FROM handover"))
                .as("M1 to M3 once for each of four regions")
                .isEqualTo(38 + 3 * 3);
        assertThat(jdbc.sql("SELECT MIN(window_start) FROM handover")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(base);
        assertThat(events.stream(EngineMessage.class))
                .hasSize(5)
                .allSatisfy(message -> assertThat(message.name()).isEqualTo("programme.launched"));
        assertThat(count("SELECT COUNT(*) FROM handover WHERE due IS NULL AND plan_row_id = 'H-SC-10'"))
                .isEqualTo(1);
    }

    @Test
    void whatALaunchWouldDoIsCountedAndNothingIsLaunched() throws IOException {
        takeRealPlan();
        List<Outlook> outlooks = programmes.outlook(TODAY, FIVE, OWNER);
        programmes.launch(TODAY, FIVE, OWNER);
        assertThat(outlooks).extracting(Outlook::regionCode).isEqualTo(FIVE);
        assertThat(outlooks).allSatisfy(outlook -> {
            assertThat(outlook.rows())
                    .isEqualTo(count(
                            "SELECT COUNT(*) FROM handover WHERE region_code = '%s'".formatted(outlook.regionCode())));
            assertThat(outlook.openAtOnce())
                    .isEqualTo(count(
                            "SELECT COUNT(*) FROM handover WHERE region_code = '%s' AND window_start <= CURRENT_DATE"
                                    .formatted(outlook.regionCode())));
            assertThat(outlook.lateAtOnce()).isZero();
        });
        assertThatThrownBy(() -> programmes.outlook(null, List.of("NW"), OWNER))
                .as("what cannot be launched is said before")
                .isInstanceOf(Taken.class);
    }

    @Test
    void aRegionThatRunsIsNotLaunchedTwiceNorHalfOfACall() throws IOException {
        takeRealPlan();
        programmes.launch(null, List.of("NW"), OWNER);

        Taken refused = catchThrowableOfType(Taken.class, () -> programmes.launch(null, List.of("EM", "NW"), OWNER));

        assertThat(refused).hasMessageContaining("NW is already running");
        assertThat(count("SELECT COUNT(*) FROM regional_programme")).isEqualTo(1);
    }

    @Test
    void launchedAtTheSameMomentOnlyOneStarts() throws Exception {
        takeRealPlan();
        Callable<Object> launch = () -> programmes.launch(null, List.of("NW"), OWNER);
        int started = 0;
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (Future<Object> result : pool.invokeAll(List.of(launch, launch, launch, launch))) {
                try {
                    result.get();
                    started++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Taken.class);
                }
            }
        }

        assertThat(started).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM handover WHERE region_code = 'NW'"))
                .isEqualTo(9);
    }

    @Test
    void aLaunchNamesEverythingWrongWithIt() throws IOException {
        assertThatThrownBy(() -> programmes.launch(null, FIVE, OWNER))
                .hasMessageContaining("No plan has been imported");
        takeRealPlan();

        assertThatThrownBy(() -> programmes.launch(null, List.of("XX", "WALES"), OWNER))
                .hasMessageContaining("'XX' is not a region")
                .hasMessageContaining("WAL");
        assertThatThrownBy(() -> programmes.launch(null, List.of(), OWNER)).hasMessageContaining("at least one region");
        assertThatThrownBy(() -> programmes.launch(LocalDate.of(2050, 1, 3), List.of("NW"), OWNER))
                .hasMessageContaining("bank holidays");
        assertThatThrownBy(() -> programmes.launch(TODAY.minusDays(32), List.of("NW"), OWNER))
                .hasMessageContaining("more than 31 days ago");
        assertThat(programmes.outlook(LocalDate.of(2021, 10, 1), List.of("NW"), OWNER))
                .as("the plan's own first day is a replay")
                .hasSize(1);
        assertThatThrownBy(() -> programmes.launch(LocalDate.of(1, 1, 1), List.of("NW"), OWNER))
                .hasMessageContaining("The base date cannot be");
        assertThatThrownBy(() -> programmes.launch(
                        null, List.of("NW", "EM"), new Colleague("programme-nw", Set.of("programme-nw"))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(count("SELECT COUNT(*) FROM programme")).isZero();
    }

    @Test
    void theStartFormLaunchesOnceHoweverOftenItsJobIsDelivered() throws IOException {
        takeRealPlan();

        assertThat(ask(4711L).outlook()).contains("**Rows of the plan:** 9", "**Rows that begin at once:** 9");
        assertThatThrownBy(() -> running.begin(null, "NW", 4711L))
                .as("nobody has confirmed it")
                .isInstanceOf(CannotSucceedException.class);
        assertThatThrownBy(() -> asked.answer(4711L, "CONFIRM", SomeAnswers.of(1, "hr-nw")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> asked.answer(4711L, "CONFIRM", SomeAnswers.of(1, "programme-gm")))
                .isInstanceOf(NotAllowedException.class);
        asked.answer(4711L, "CONFIRM", SomeAnswers.of(1, "programme-nw"));
        asked.answer(4711L, "WITHDRAW", SomeAnswers.of(1, "programme-nw"));
        var first = running.begin(null, "NW", 4711L);
        var again = running.begin(null, "NW", 4711L);

        assertThat(again.regionalProgrammeId()).isEqualTo(first.regionalProgrammeId());
        assertThat(first.rows()).hasSize(9);
        assertThat(jdbc.sql("SELECT launched_by FROM programme")
                        .query(String.class)
                        .single())
                .isEqualTo("programme-nw");
        assertThat(ask(4712L).outlook()).contains("would be refused", "already running");
        asked.answer(4712L, "CONFIRM", SomeAnswers.of(2, "programme-nw"));
        assertThatThrownBy(() -> running.begin(null, "NW", 4712L)).isInstanceOf(Taken.class);
        assertThat(events.stream(EngineMessage.class))
                .as("the process that asks is the one that runs")
                .isEmpty();
    }

    private AskedLaunches.Found ask(long processInstanceKey) {
        return asked.find(Map.of("regionCode", "NW", "datesFrom", "PLAN"), processInstanceKey);
    }

    private ImportCounts takeRealPlan() throws IOException {
        try (InputStream csv = new ClassPathResource("handover-plan.csv").getInputStream()) {
            return imports.take("plan", csv, OWNER);
        }
    }

    private ImportCounts take(String csv) {
        return imports.take("plan", csv(csv), OWNER);
    }

    private static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ProgrammesOnMariaDbTest extends ProgrammesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ProgrammesOnMySqlTest extends ProgrammesTest {}
