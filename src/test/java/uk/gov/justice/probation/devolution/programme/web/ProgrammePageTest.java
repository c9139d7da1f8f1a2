package uk.gov.justice.probation.devolution.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.programme.web.Board.Asked;
import uk.gov.justice.probation.devolution.programme.web.Matrix.Cell;
import uk.gov.justice.probation.devolution.programme.web.Matrix.Line;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomePlan;
import uk.gov.justice.probation.devolution.work.SomeTasks;

@ConsoleTest
class ProgrammePageTest {
    private static final String OWNER = Colleague.SERVICE_OWNER;

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Autowired
    ReadingBoard boards;

    @Test
    void withoutAPlanThePageSaysWhatToDo() throws Exception {
        http.perform(get("/").with(colleague(OWNER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The plan has not been imported yet")));
    }

    @Test
    void beforeTheLaunchItShowsThePlanAndTheFormToThoseWhoMay() throws Exception {
        SomePlan.importInto(http);
        http.perform(get("/").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Nothing has been launched yet"),
                                containsString("H-SC-10"),
                                containsString("From 1 October 2021"),
                                not(containsString("Launch the programme")))));
        http.perform(get("/").with(colleague("programme-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Launch the programme"),
                                containsString("name=\"regions\" id=\"region-0\" value=\"NW\""),
                                not(containsString("id=\"region-1\"")))));
    }

    @Test
    void aPlanThatWasTakenBeforeItsRulesBreaksNoPage() throws Exception {
        SomePlan.importInto(http);
        jdbc.sql("""
        INSERT INTO plan_row (id, position, kind, regions, service, scope, from_units, to_unit, window_start, due, due_stated, gates, seed_note)
        VALUES ('ODD-1', 91, 'HANDOVER', '', 'TTG', '', 'PSC_LIVERPOOL', 'REGION_SC', '2021-10-01', NULL, TRUE, '', ''),
          ('ODD-2', 92, 'HANDOVER', '|', 'MAGIC', 'NOTHING', '', '', '2021-10-01', '9999-12-31', TRUE, 'WISH', ''),
          ('ODD-3', 93, 'HANDOVER', 'ATLANTIS|EM|EM', 'allocation', '', 'PSC_LIVERPOOL', 'REGION_EM', '9999-12-31', '0001-01-01', TRUE, '', '')
        """).update();
        http.perform(get("/").with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("H-SC-10")));
    }

    @Test
    void theFormLaunchesWhenWhatItDoesWasSeen() throws Exception {
        SomePlan.importInto(http);
        http.perform(post("/programmes")
                        .with(colleague(OWNER))
                        .with(csrf())
                        .param("regions", "NW", "GM")
                        .param("datesFrom", "PLAN"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder(
                                        "What the launch does", "North West", "1 October 2021", "Greater Manchester"),
                                containsString("cannot be taken back"),
                                containsString("name=\"checked\""),
                                containsString("value=\"GM\""))));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM programme")
                        .query(Integer.class)
                        .single())
                .as("nothing is launched yet")
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM handover")
                        .query(Integer.class)
                        .single())
                .isZero();
        confirmed(
                        http,
                        post("/programmes")
                                .with(colleague(OWNER))
                                .with(csrf())
                                .param("regions", "NW", "GM")
                                .param("datesFrom", "PLAN"))
                .andExpect(redirectedUrl("/"))
                .andExpect(flash().attribute("notice", "The programme is launched in North West, Greater Manchester."));
        http.perform(get("/").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("0 of 38 rows of the plan have ended"),
                                containsString("Open your tasks in Tasklist"),
                                containsString("/operate"),
                                containsString("days late"))));
    }

    @Test
    void theFormSaysWhatIsWrong() throws Exception {
        SomePlan.importInto(http);
        http.perform(post("/programmes")
                        .with(colleague(OWNER))
                        .with(csrf())
                        .param("datesFrom", "BASE_DATE")
                        .param("day", "31")
                        .param("month", "2")
                        .param("year", "2026"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is a problem"),
                                containsString("Choose at least one region"),
                                containsString("href=\"#base-date-day\""),
                                containsString("value=\"31\""))));
        programmes.launch(null, List.of("NW"), Colleague.system());
        http.perform(post("/programmes")
                        .with(colleague(OWNER))
                        .with(csrf())
                        .param("regions", "NW")
                        .param("datesFrom", "PLAN"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("already running")));
    }

    @Test
    void launchingIsForTheProgrammeOfficeOfTheRegion() throws Exception {
        SomePlan.importInto(http);
        http.perform(post("/programmes")
                        .with(colleague("programme-gm"))
                        .with(csrf())
                        .param("regions", "NW")
                        .param("datesFrom", "PLAN"))
                .andExpect(status().isForbidden());
        http.perform(post("/programmes")
                        .with(colleague("programme-nw"))
                        .param("regions", "NW")
                        .param("datesFrom", "PLAN"))
                .andExpect(status().isForbidden());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM programme")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theMatrixHasARowForEachServiceAndACellForEachRegion() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(null, List.of("NW"), Colleague.system());
        given.theHandover("H-NW-1")
                .state("HYPERCARE")
                .counted(1250, 1240, 10)
                .transferred(Instant.parse("2021-11-03T10:00:00Z"))
                .save();

        Matrix matrix = boards.read(Asked.ALL, Colleague.system()).matrix();

        assertThat(matrix.regions())
                .extracting(region -> region.region().code())
                .containsExactly("NW", "EM", "GM", "SC", "YATH");
        assertThat(matrix.lines()).allSatisfy(line -> assertThat(line.cells()).hasSize(5));
        assertThat(entries(matrix, "ALLOCATION", "NW"))
                .extracting(Entry::planRowId)
                .containsExactly("H-NW-1", "H-NW-2");
        assertThat(entries(matrix, "ALLOCATION", "NW").getFirst().handover().daysLate())
                .isEqualTo(3);
        assertThat(entries(matrix, "ALLOCATION", "GM"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.handover()).isNull());
        assertThat(entries(matrix, "ALL_PSC_SERVICES", "YATH"))
                .extracting(Entry::planRowId)
                .containsExactly("M4");
        assertThat(entries(matrix, "GENERAL_ADMINISTRATION", "NW")).isEmpty();
        assertThat(matrix.lines().stream()
                        .flatMap(line -> line.cells().stream())
                        .mapToInt(cell -> cell.entries().size())
                        .sum())
                .isEqualTo(47);
        http.perform(get("/").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "H-NW-1",
                                "Hypercare",
                                "Due 31 October 2021",
                                "3 days late",
                                "1,240 of 1,250 cases moved")));
    }

    @Test
    void eachRowOfThePlanIsOneRowInWhateverNumberOfRegions() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(null, List.of("NW", "EM"), Colleague.system());

        Board board = boards.read(Asked.ALL, Colleague.system());

        assertThat(board.lines()).hasSize(38);
        assertThat(board.counts()).containsEntry(Show.ALL, 38L);
        assertThat(board.lines())
                .filteredOn(line -> line.planRowId().equals("M1"))
                .singleElement()
                .satisfies(line -> assertThat(line.entries())
                        .extracting(entry -> entry.region().code())
                        .containsExactly("NW", "EM", "GM", "SC"));
        String page = http.perform(get("/").with(colleague("hr-nw")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.split("data-row=", -1)).hasSize(1 + 38);
        assertThat(board.lines().getFirst().entries())
                .as("the most urgent first")
                .anyMatch(Entry::isLate);
    }

    @Test
    void regionServiceAndKindStandInTheAddress() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(TODAY, List.of("NW", "EM"), Colleague.system());
        given.theHandover("H-NW-5").due(TODAY.minusDays(4)).save();

        http.perform(get("/").param("region", "NW").param("show", "late").with(colleague("tu-napo")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Late (1)"),
                                containsString("data-row=\"H-NW-5\""),
                                containsString("4 days late"),
                                containsString("<b>1 is late</b>"),
                                containsString("/?region=NW&amp;show=due-soon#rows"),
                                not(containsString("data-row=\"H-NW-1\"")),
                                not(containsString("H-EM-1")))));
        assertThat(boards.read(new Asked("", "TERMINATIONS", Show.ALL), Colleague.system())
                        .lines())
                .extracting(Board.Line::planRowId)
                .containsExactlyInAnyOrder("M1", "H-NW-5", "H-GM-3", "H-SC-2");
        http.perform(get("/").param("region", "ATLANTIS")
                        .param("service", "<b>")
                        .param("show", "?")
                        .with(colleague("tu-napo")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No rows of the plan match the filters")));
    }

    @Test
    void everybodyReadsWhoHasToActAndWhoeverMayOpensTheTask() throws Exception {
        SomePlan.importInto(http);
        programmes.launch(TODAY, List.of("NW"), Colleague.system());
        long handover = jdbc.sql("SELECT id FROM handover WHERE plan_row_id = 'H-NW-5'")
                .query(Long.class)
                .single();
        var tasks = new SomeTasks(jdbc);
        long task =
                tasks.task("hr-nw", "Confirm the headcount", "", CLOCK.instant().minusSeconds(60));
        tasks.about(task, "handover/" + handover);

        http.perform(get("/").param("region", "NW").with(colleague("hr-nw")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "data-row=\"H-NW-5\"",
                                "/tasklist/%d\">Confirm the headcount</a>".formatted(task),
                                ": hr-nw, since",
                                "Overdue")));
        http.perform(get("/").param("region", "NW").with(colleague("rpd-nw")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Confirm the headcount"),
                                containsString(": hr-nw, since"),
                                not(containsString("/tasklist/" + task)))));
    }

    private static List<Entry> entries(Matrix matrix, String service, String region) {
        Line line = matrix.lines().stream()
                .filter(known -> known.service().code().equals(service))
                .findFirst()
                .orElseThrow();
        return line.cells().stream()
                .filter(cell -> cell.region().code().equals(region))
                .map(Cell::entries)
                .findFirst()
                .orElseThrow();
    }
}
