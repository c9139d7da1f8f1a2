package uk.gov.justice.probation.devolution.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import uk.gov.justice.probation.devolution.database.ReferenceRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.imports.RestOfAnExample;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomePlan;

/** The files that can be imported, on their pages: each of them there is, so that a new one cannot be forgotten. */
@ConsoleTest
class ImportPagesTest {
    private static final RequestPostProcessor OWNER = colleague(Colleague.SERVICE_OWNER);
    private static final RequestPostProcessor HR = colleague("hr-nw");
    private static final Pattern DATA = Pattern.compile("href=\"data:text/csv;charset=utf-8;base64,([^\"]+)\"");
    private static final String MARK = "\uFEFF";

    @Autowired
    DataSource dataSource;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyFileHasItsPageWithEveryColumnExplained() throws Exception {
        String all = page("/imports", OWNER);
        assertThat(imports.kinds()).hasSizeGreaterThan(10);
        for (StagedImport kind : imports.kinds()) {
            assertThat(all)
                    .as(kind.file())
                    .contains("href=\"/imports/%s\"".formatted(kind.file()), HtmlUtils.htmlEscape(kind.purpose()));
            String page = page("/imports/" + kind.file(), OWNER);
            assertThat(kind.layout()).isNotEmpty().allSatisfy(column -> {
                assertThat(column.meaning()).as(column.name()).hasSizeGreaterThan(5);
                assertThat(page)
                        .contains(
                                ">%s</th>".formatted(column.name()),
                                ">%s</td>".formatted(HtmlUtils.htmlEscape(column.meaning())),
                                ">%s</td>".formatted(HtmlUtils.htmlEscape(column.example())));
            });
            assertThat(page).contains("Import it", "No file of this kind has been imported yet");
        }
        http.perform(get("/imports/nothing").with(OWNER)).andExpect(status().isNotFound());
        http.perform(get("/imports/nothing/template.csv").with(OWNER)).andExpect(status().isNotFound());
    }

    /** Whatever refers to another file's rows is taken once those are, so each is tried until nothing new is taken. */
    @Test
    void aTemplateFilledWithTheExamplesIsTaken() throws Exception {
        ReferenceRows reference = ReferenceRows.of(dataSource);
        try {
            everyExampleIsTaken();
        } finally {
            reference.putBack();
        }
    }

    private void everyExampleIsTaken() throws Exception {
        Set<String> taken = new LinkedHashSet<>();
        Map<String, String> refused = new TreeMap<>();
        int before;
        do {
            before = taken.size();
            for (StagedImport kind : imports.kinds()) {
                if (taken.contains(kind.file())) continue;
                try {
                    imports.take(kind.file(), new ByteArrayInputStream(example(kind)), Colleague.system());
                    taken.add(kind.file());
                } catch (ImportRefusedException e) {
                    refused.put(kind.file(), e.badRows().toString());
                }
            }
        } while (taken.size() > before);
        refused.keySet().removeAll(taken);
        assertThat(refused).isEmpty();
        assertThat(taken).containsExactlyInAnyOrderElementsOf(imports.files());
    }

    private byte[] example(StagedImport kind) throws Exception {
        byte[] template = http.perform(
                        get("/imports/%s/template.csv".formatted(kind.file())).with(OWNER))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(kind.file())))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String text = new String(template, StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(MARK + String.join(",", kind.columns()) + "\r\n");
        return (text
                        + kind.layout().stream().map(Column::example).collect(Collectors.joining(","))
                        + "\r\n"
                        + RestOfAnExample.of(kind.file()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void eachFileIsForWhomItSaysAndForNobodyElse() throws Exception {
        Set<Role> anybody = imports.kinds().stream()
                .flatMap(kind -> kind.importers().stream())
                .collect(Collectors.toSet());
        anybody.add(Role.PSC_SERVICE_OWNER);
        for (Class<?> door : List.of(ImportPages.class, ImportApi.class))
            assertThat(door.getAnnotation(Allows.class).value())
                    .as(door.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(anybody);
        for (StagedImport kind : imports.kinds()) {
            for (Role role : Role.values()) {
                String group = role.isForAll() ? role.word() : role == Role.TU ? "tu-napo" : role.word() + own(role);
                boolean may = role == Role.PSC_SERVICE_OWNER || kind.importers().contains(role);
                int sent = send(kind.file(), headerOf(kind), colleague(group))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(sent).as("%s by %s", kind.file(), group).isLessThan(500);
                assertThat(sent == 403).as("%s refuses %s", kind.file(), group).isEqualTo(!may);
                int seen = http.perform(get("/imports/" + kind.file()).with(colleague(group)))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(seen).as("%s for %s", kind.file(), group).isEqualTo(anybody.contains(role) ? 200 : 403);
            }
        }
        assertThat(page("/imports/cases", HR))
                .contains("You cannot import this file")
                .doesNotContain("Import it<");
        assertThat(page("/imports/sites", colleague("case-admin-liverpool"))).doesNotContain("Import it<");
        assertThat(page("/imports/upw-sessions", colleague("case-admin-liverpool")))
                .doesNotContain("Import it<");
        send("upw-sessions", headerOf(imports.kind("upw-sessions")), colleague("case-admin-liverpool"))
                .andExpect(status().isForbidden());
        http.perform(multipart("/imports/staff")
                        .file(file(headerOf(imports.kind("staff"))))
                        .with(HR))
                .andExpect(status().isForbidden());
    }

    private static String own(Role role) {
        return role.isHeldFor(Role.Scope.REGION) ? "-nw" : "-liverpool";
    }

    @Test
    void whatAFileChangedIsSaidAndKept() throws Exception {
        String two = "siteCode,role,places,tasks\nNW_10,CA_GENERAL,3,\nNW_12,CA_GENERAL,2,\n";
        send("vacancies", two, HR)
                .andExpect(redirectedUrl("/imports/vacancies"))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        "The file was imported: 2 rows, of which 2 were added, 0 changed and 0 were as they are."));
        send("vacancies", two.replace(",2,", ",4,"), HR)
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        "The file was imported: 2 rows, of which 0 were added, 1 changed and 1 were as they are."));
        String page = page("/imports/vacancies", HR);
        assertThat(page.substring(page.indexOf("Imported files")))
                .contains("hr-nw")
                .containsSubsequence(">1</td>", ">2</td>");
        assertThat(page("/imports", HR)).contains("Not yet").containsPattern("vacancies</a>[\\s\\S]{0,600}You</td>");

        SomePlan.importInto(http);
        String shorter = new String(SomePlan.csv(), StandardCharsets.UTF_8).replaceAll("(?m)^H-SC-10,.*\\R", "");
        send("plan", shorter, OWNER).andExpect(flash().attribute("notice", endsWith("No longer in it: H-SC-10.")));
        assertThat(jdbc.sql("SELECT removed FROM import_taken WHERE file = 'plan' ORDER BY id DESC LIMIT 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void historyIsPaged() throws Exception {
        for (int i = 1; i <= 21; i++)
            send("vacancies", "siteCode,role,places,tasks\nNW_10,CA_GENERAL,%d,\n".formatted(i), HR)
                    .andExpect(status().isFound());
        assertThat(page("/imports/vacancies", HR)).contains("?page=2");
        assertThat(page("/imports/vacancies?page=2", HR))
                .contains("aria-label=\"Page 1\"")
                .contains(">1</td>");
    }

    @Test
    void everyBadRowStandsOnThePageAndInAFileToMendItBy() throws Exception {
        String staff = headerOf(imports.kind("staff"))
                + "NW0077,,ann@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2020-01-01,36,NOT_REQUIRED,,,\n"
                + "=1+1,Ben <b>,ben@example.org,KING,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,01/02/2020,36,NOT_REQUIRED,,,\n";
        String page = send("staff", staff, HR)
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "Error: Import staff",
                        "href=\"#csv\"",
                        "Nothing in the file was imported: 4 problems. Correct the file and send it again, whole.",
                        "the name, as others read it",
                        "is not a grade",
                        "=1+1</td>",
                        "download=\"problems-of-staff.csv\"");
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        String problems = new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.UTF_8);
        assertThat(problems.lines())
                .hasSize(5)
                .first()
                .isEqualTo(MARK + "line,column,value,what is wrong,also in lines,what to enter");
        assertThat(problems)
                .contains("2,displayName,,is missing,,")
                .contains("3,staffNumber,'=1+1,must be 4 to 12 capital letters and digits")
                .contains("3,startDate,01/02/2020,");
        assertThat(count("staff")).isZero();
        assertThat(count("import_taken")).isZero();
    }

    @Test
    void theRightRowsOfAFileAreTakenWithoutTheOthersForWhoeverTicksThat() throws Exception {
        SomeSessions some = new SomeSessions(jdbc);
        some.order(
                some.project("PARK", "PL", "MON TUE WED THU FRI SAT SUN", null), 6000, 0, TODAY.minusMonths(2), null);
        String file = headerOf(imports.kind("upw-sessions"))
                + "S1,X000001,1,R1,PARK,%s,09:00,16:00,,0,,,,false,1\n".formatted(TODAY.plusDays(1))
                + "S2,X000009,1,R1,PARK,%s,09:00,16:00,,0,,,,false,1\n".formatted(TODAY.plusDays(1));
        RequestPostProcessor supervisor = colleague("upw-supervisor-nw");
        assertThat(page("/imports/upw-sessions", supervisor)).contains("Import the rows that are right");
        assertThat(page("/imports/staff", HR)).doesNotContain("Import the rows that are right");
        send("upw-sessions", file, supervisor).andExpect(status().isUnprocessableEntity());
        assertThat(count("upw_session")).isZero();

        String page = http.perform(multipart("/imports/upw-sessions")
                        .file(file(file))
                        .param("partial", "true")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "The file was imported: 2 rows, of which 1 were added, 0 changed and 0 were as they are. 1 was left out: correct the rows listed below and send them again.",
                        "What is wrong",
                        "has no such event",
                        "download=\"problems-of-upw-sessions.csv\"")
                .doesNotContain("Error: ");
        assertThat(count("upw_session")).isEqualTo(1);

        http.perform(multipart("/api/imports/upw-sessions?partial=true")
                        .file(new MockMultipartFile("file", "f.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                        .with(supervisor))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unchanged").value(1))
                .andExpect(jsonPath("$.refused").value(1))
                .andExpect(jsonPath("$.badRows[0].line").value(3));
    }

    @Test
    void aFileAsASpreadsheetLeavesItIsTakenOrRefusedInWords() throws Exception {
        send("staff", sample("01-bom-quoted-header.csv"), HR).andExpect(redirectedUrl("/imports/staff"));
        send("staff", sample("03-semicolon.csv"), HR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("1 problem."),
                                containsString(
                                        "The columns are separated by semicolons. Save the file as CSV with commas"))));
        send("cases", sample("cases-unclosed-quote.csv"), OWNER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("has a quotation mark that is not closed")));
        send("staff", "PK\u0003\u0004 a workbook", HR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("is a workbook of a spreadsheet")));
        send("staff", "", HR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Choose a CSV file that is not empty"),
                                not(containsString("What is wrong")))));
    }

    @Test
    void ofVeryManyProblemsTheFirstAreShownAndTheFileHasTheRest() throws Exception {
        StringBuilder travel = new StringBuilder("homePostcodeDistrict,siteCode,minutes,mode\n");
        for (int i = 0; i < 60; i++) travel.append("L3,NOWHERE_%d,many,CAR\n".formatted(i));
        String page =
                send("travel", travel.toString(), HR).andReturn().getResponse().getContentAsString();
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        List<String> lines = new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(page).contains("120 problems, of which 100 are listed");
        assertThat(lines).hasSize(121);
    }

    @Test
    void twoFilesOfAKindAtOnce() throws Exception {
        try (ExecutorService later = Executors.newSingleThreadExecutor()) {
            ResultActions answer = transaction.execute(another -> {
                jdbc.sql("INSERT INTO import_lock (file) VALUES ('staff')").update();
                try {
                    return later.submit(() -> send("staff", sample("01-bom-quoted-header.csv"), HR))
                            .get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            });
            answer.andExpect(status().isConflict())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Another import of this kind is running"),
                                    containsString("href=\"#csv\""))));
        }
        assertThat(count("staff")).isZero();
    }

    @Test
    void theDocumentationNamesEveryColumn() throws Exception {
        List<String> sections =
                Arrays.asList(Files.readString(Path.of("src/docs/files.md")).split("(?m)^## "));
        List<String> missing = new ArrayList<>();
        for (StagedImport kind : imports.kinds()) {
            String section = sections.stream()
                    .filter(one -> one.startsWith("`%s`".formatted(kind.file())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(kind.file() + " has no section"));
            if (section.contains("handover-plan.csv")) continue;
            Stream.of(kind.columns().toArray(String[]::new))
                    .filter(column -> !section.contains("`%s`".formatted(column)))
                    .forEach(column -> missing.add(kind.file() + " " + column));
        }
        assertThat(missing).isEmpty();
    }

    private ResultActions send(String file, String csv, RequestPostProcessor by) throws Exception {
        return http.perform(
                multipart("/imports/" + file).file(file(csv)).with(by).with(csrf()));
    }

    private static MockMultipartFile file(String csv) {
        return new MockMultipartFile("csv", "file.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String headerOf(StagedImport kind) {
        return String.join(",", kind.columns()) + "\n";
    }

    private String page(String path, RequestPostProcessor by) throws Exception {
        return http.perform(get(path).with(by))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private static String sample(String name) throws Exception {
        return new ClassPathResource("cases/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
