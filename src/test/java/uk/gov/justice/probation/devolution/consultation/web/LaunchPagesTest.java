package uk.gov.justice.probation.devolution.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomeDrafts;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

/**
 * HR launches a consultation in the console, step by step: nothing happens before the end, and nothing is lost before
 * it.
 */
@ConsoleTest
class LaunchPagesTest {
    private static final RequestPostProcessor HR = colleague("hr-nw");
    private static final String STAFF =
            "staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,"
                    + "homePostcodeDistrict,absence,absenceUntil\n";
    private static final String ANN =
            "NW0077,Ann Example,ann@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2020-01-01,36,NOT_REQUIRED,,,\n";

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void hrLaunchesInTheConsole() throws Exception {
        new SomeStaff(jdbc).add("NW0002", "NW", null);
        http.perform(get("/consultations").with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("No consultation has been launched"),
                                containsString("Launch a consultation"))));
        http.perform(get("/consultations/launch").with(HR))
                .andExpect(content()
                        .string(allOf(containsString("North West"), not(containsString("Greater Manchester")))));
        String at = begun("Spring in Liverpool");
        http.perform(get(at + "/scope").with(HR))
                .andExpect(content()
                        .string(allOf(containsString("PSC Liverpool"), containsString("Spring in Liverpool"))));
        http.perform(post(at + "/scope")
                        .with(HR)
                        .with(csrf())
                        .param("people", "KNOWN")
                        .param("unitCode", "ALL"))
                .andExpect(redirectedUrl(at + "/people"));
        http.perform(get(at + "/people").with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("1 person would take part"),
                                containsString("Name NW0002"),
                                containsString("Case Administrator"),
                                containsString(at + "/places"))));
        http.perform(post(at + "/places").with(HR).with(csrf()).param("from", "KNOWN"))
                .andExpect(redirectedUrl(at + "/terms"));
        http.perform(get(at + "/terms").with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"DRAW\" aria-describedby=\"draw-hint\" checked"),
                                containsString("It rewards an honest list"),
                                containsString("A short list never helps"),
                                containsString("A short list makes its first choice more likely"))));
        http.perform(terms(at)).andExpect(redirectedUrl(at + "/check"));
        http.perform(get(at + "/check").with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("Spring in Liverpool"),
                                containsString("Everybody who works for the region; sites: all; grades: all"),
                                containsString("Most first choices"),
                                containsString("You can cancel it until the unions are told"),
                                not(containsString("Not answered yet")))));
        assertThat(count("consultation")).isZero();

        confirmed(http, post(at + "/check").with(HR).with(csrf()))
                .andExpect(redirectedUrlPattern("/consultations/*"))
                .andExpect(flash().attribute("notice", "The consultation is launched: 1 people take part."));
        http.perform(get("/consultations").with(colleague("rpd-gm")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Spring in Liverpool"),
                                containsString("Launched</strong>"),
                                not(containsString("Launch a consultation")))));
        http.perform(get(at + "/check").with(HR)).andExpect(status().isNotFound());
        assertThat(count("launch_draft")).isZero();
    }

    @Test
    void whatIsBegunIsListedAndGivenUp() throws Exception {
        String at = begun("Spring");
        http.perform(get("/consultations/launch").with(HR))
                .andExpect(content().string(allOf(containsString("Continue a draft"), containsString(at))));
        http.perform(get("/consultations/launch").with(hr("another")))
                .andExpect(content().string(not(containsString("Continue a draft"))));
        http.perform(get(at + "/check").with(HR))
                .andExpect(content()
                        .string(allOf(containsString("Not answered yet"), not(containsString("Continue to launch")))));
        http.perform(post(at + "/name").with(HR).with(csrf()).param("name", "Summer"))
                .andExpect(redirectedUrl(at + "/check"));
        http.perform(get(at + "/name").with(HR)).andExpect(content().string(containsString("value=\"Summer\"")));
        confirmed(http, post(at + "/give-up").with(HR).with(csrf())).andExpect(redirectedUrl("/consultations"));
        assertThat(count("launch_draft")).isZero();
    }

    @Test
    void everyStepSaysEverythingThatIsWrongAndKeepsWhatWasTyped() throws Exception {
        http.perform(post("/consultations/launch").with(HR).with(csrf()).param("name", "Kept <b>"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Error: Launch"),
                                containsString("Choose the region"),
                                containsString("href=\"#region\""),
                                containsString("value=\"Kept &lt;b&gt;\""))));
        http.perform(post("/consultations/launch")
                        .with(HR)
                        .with(csrf())
                        .param("name", " ")
                        .param("regionCode", "NW"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Enter a name for the consultation"),
                                containsString("href=\"#name\""))));
        String at = begun("Spring");
        http.perform(post(at + "/scope").with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#people-known\"")));
        http.perform(post(at + "/scope").with(HR).with(csrf()).param("people", "FILE"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Choose a file of people who take part"),
                                containsString("value=\"FILE\" checked"))));
        http.perform(post(at + "/scope")
                        .with(HR)
                        .with(csrf())
                        .param("people", "KNOWN")
                        .param("unitCode", "NOWHERE")
                        .param("grades", "PSO"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("is not a unit whose staff can be consulted"),
                                containsString("value=\"PSO\" checked"))));
        http.perform(post(at + "/places").with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose which places are offered")));
        http.perform(post(at + "/terms")
                        .with(HR)
                        .with(csrf())
                        .param("maxChoices", "many")
                        .param("mobilityLimit", "")
                        .param("closeOn.day", "31")
                        .param("closeOn.month", "2")
                        .param("closeOn.year", "2027"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Choose how places are shared out"),
                                containsString("href=\"#max-choices\""),
                                containsString("href=\"#mobility-limit\""),
                                containsString("href=\"#close-on-day\""),
                                containsString("value=\"31\""))));
        http.perform(terms(at, "9"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("1 to 5 places"), containsString("href=\"#max-choices\""))));
        http.perform(post(at + "/check").with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Answer every question")));
        assertThat(count("consultation")).isZero();
    }

    @Test
    void aLaunchOfNobodyIsRefusedOnThePageThatChecks() throws Exception {
        String at = begun("Spring");
        http.perform(post(at + "/scope")
                        .with(HR)
                        .with(csrf())
                        .param("people", "KNOWN")
                        .param("unitCode", "LSC_BROMLEY"))
                .andExpect(redirectedUrl(at + "/people"));
        http.perform(get(at + "/people").with(HR))
                .andExpect(content().string(containsString("0 people would take part")));
        http.perform(post(at + "/places").with(HR).with(csrf()).param("from", "KNOWN"))
                .andExpect(redirectedUrl(at + "/terms"));
        http.perform(terms(at)).andExpect(redirectedUrl(at + "/check"));
        http.perform(post(at + "/check").with(HR).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nobody in North West would be consulted"),
                                containsString("href=\"#scope\""),
                                containsString("id=\"scope\""))));
    }

    @Test
    void aStaffFileIsTakenWithTheLaunchOrNotAtAll() throws Exception {
        String at = begun("Spring");
        people(at, STAFF + ANN + "NW0078,,,,,,,,,,,,,,\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nothing in the file was imported"),
                                containsString("displayName</td>"),
                                containsString("the name, as others read it"),
                                containsString("href=\"data:text/csv"),
                                containsString("Sent: people.csv"))));
        assertThat(count("staff")).isZero();
        people(at, STAFF + ANN).andExpect(redirectedUrl(at + "/people"));
        http.perform(get(at + "/people").with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("1 person would take part"),
                                containsString("Ann Example"),
                                containsString("Case Administrator"))));
        assertThat(count("staff")).isZero();
        http.perform(post(at + "/places").with(HR).with(csrf()).param("from", "KNOWN"));
        http.perform(terms(at));
        http.perform(post(at + "/check").with(HR).with(csrf()))
                .andExpect(content().string(containsString("its staff data is imported first")));
        assertThat(count("staff")).isZero();
        confirmed(http, post(at + "/check").with(HR).with(csrf())).andExpect(redirectedUrlPattern("/consultations/*"));
        assertThat(count("staff")).isOne();
    }

    @Test
    void wrongFilesAreExplainedInPlace() throws Exception {
        String at = begun("Spring");
        people(at, resource("03-semicolon.csv"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The columns are separated by semicolons")));
        people(at, "staffNumber\n\"NW0001\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("has a quotation mark that is not closed")));
        people(at, "\uFEFF\"staffNumber\"\nNW0001\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("is not known: import the person with the file staff first"),
                                containsString("NW0001</td>"))));
        people(at, "number\nNW0001\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("is not a column of this file")));
        people(at, "PK\u0003\u0004")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("is a workbook of a spreadsheet")));
        people(at, "x".repeat((1 << 20) + 1))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("larger than 1 MB")));
        people(at, resource("01-bom-quoted-header.csv")).andExpect(redirectedUrl(at + "/people"));
        http.perform(get("/consultations/launch/template.csv").with(HR))
                .andExpect(content().string("\uFEFFstaffNumber\r\n"));
    }

    @Test
    void placesAreTypedOrSentAndTakenWithTheLaunch() throws Exception {
        new SomeStaff(jdbc).add("NW0002", "NW", null);
        String at = begun("Spring");
        http.perform(typed(at).param("more", "more"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Row 7"), containsString("value=\"many\""))));
        http.perform(typed(at))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#places-1\""),
                                containsString("Row 2: the number of places must be a whole number from 0 to 500"),
                                containsString("href=\"#role-1\""),
                                containsString("value=\"Letters, by post\""))));
        http.perform(get(at + "/places").with(HR))
                .andExpect(content()
                        .string(allOf(containsString("value=\"many\""), containsString("value=\"Letters, by post\""))));
        places(at, "siteCode,role,places,tasks\nYATH_1,CA_GENERAL,3,\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(
                        content().string(allOf(containsString("is not a site"), containsString("Sent: people.csv"))));
        places(at, "siteCode,role,places,tasks\nNW_10,CA_GENERAL,3,\n").andExpect(redirectedUrl(at + "/terms"));
        http.perform(terms(at));
        http.perform(post(at + "/scope")
                        .with(HR)
                        .with(csrf())
                        .param("people", "KNOWN")
                        .param("unitCode", "ALL"))
                .andExpect(redirectedUrl(at + "/people"));
        http.perform(get(at + "/people").with(HR)).andExpect(content().string(containsString(at + "/check\"")));
        assertThat(count("vacancy")).isZero();
        confirmed(http, post(at + "/check").with(HR).with(csrf())).andExpect(redirectedUrlPattern("/consultations/*"));
        assertThat(count("vacancy")).isOne();
    }

    @Test
    void whoWouldTakePartIsCountedAndPaged() throws Exception {
        var staff = new SomeStaff(jdbc);
        for (int i = 1; i <= 101; i++)
            staff.add("NW%04d".formatted(i), "NW", "PSC_LIVERPOOL", i <= 40 ? "PSO" : "CA", null);
        String at = begun("Spring");
        http.perform(post(at + "/scope")
                .with(HR)
                .with(csrf())
                .param("people", "KNOWN")
                .param("unitCode", "PSC_LIVERPOOL"));
        http.perform(get(at + "/people").with(HR))
                .andExpect(content()
                        .string(allOf(
                                containsString("101 people would take part"),
                                containsString(">40</td>"),
                                containsString(">61</td>"),
                                containsString("?page=2"),
                                not(containsString("NW0101")))));
        http.perform(get(at + "/people?page=2").with(HR)).andExpect(content().string(containsString("NW0101")));
    }

    @Test
    void aNameThatIsTakenIsRefusedInWords() throws Exception {
        new SomeStaff(jdbc).add("NW0002", "NW", null);
        new SomeStaff(jdbc).add("NW0003", "NW", null);
        var some = new SomeDrafts(jdbc);
        String first = "/consultations/launch/" + some.complete("hr-nw", "NW0002");
        String second = "/consultations/launch/" + some.complete("hr-nw", "NW0003");
        jdbc.sql("UPDATE launch_draft SET name = 'Spring'").update();
        confirmed(http, post(first + "/check").with(HR).with(csrf()))
                .andExpect(redirectedUrlPattern("/consultations/*"));
        http.perform(post(second + "/check").with(HR).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is already a consultation named &#39;Spring&#39;"),
                                containsString("href=\"#name\""))));
        String third = "/consultations/launch/" + some.complete("hr-nw", "NW0002");
        http.perform(post(third + "/check").with(HR).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("1 of the 1 people take part in &#39;Spring&#39;"),
                                containsString("href=\"#scope\""))));
        http.perform(post(second + "/name").with(HR).with(csrf()).param("name", "spring"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("Choose another name"), containsString("value=\"spring\""))));
        http.perform(post("/consultations/launch")
                        .with(HR)
                        .with(csrf())
                        .param("name", "Spring")
                        .param("regionCode", "NW"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("value=\"Spring\"")));
    }

    @Test
    void whatIsChangedOnAnotherPageBeforeItIsConfirmedIsAskedAboutAgain() throws Exception {
        new SomeStaff(jdbc).add("NW0002", "NW", null);
        String at = "/consultations/launch/" + new SomeDrafts(jdbc).complete("hr-nw", "NW0002");
        MockHttpServletRequestBuilder launch = post(at + "/check").with(HR).with(csrf());
        Object asked = http.perform(launch)
                .andExpect(content().string(containsString("Most first choices")))
                .andReturn()
                .getModelAndView()
                .getModel()
                .get("mark");
        http.perform(post(at + "/terms")
                        .with(HR)
                        .with(csrf())
                        .param("objective", "BALANCED")
                        .param("maxChoices", "5")
                        .param("mobilityLimit", "90"))
                .andExpect(redirectedUrl(at + "/check"));
        http.perform(launch.param("checked", asked.toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Best overall")));
        assertThat(count("consultation")).isZero();
    }

    @Test
    void whatAnotherPreparesIsNotThere() throws Exception {
        String at = "/consultations/launch/" + new SomeDrafts(jdbc).complete("hr-nw", "NW0002");
        for (String step : List.of("name", "scope", "people", "places", "terms", "check")) {
            http.perform(get("%s/%s".formatted(at, step)).with(hr("another"))).andExpect(status().isNotFound());
            http.perform(get("%s/%s".formatted(at, step)).with(colleague("hr-gm")))
                    .andExpect(status().isForbidden());
            http.perform(get("%s/%s".formatted(at, step)).with(colleague("rpd-nw")))
                    .andExpect(status().isForbidden());
        }
        for (String step : List.of("name", "scope", "places", "terms", "check", "give-up")) {
            http.perform(post("%s/%s".formatted(at, step)).with(hr("another")).with(csrf()))
                    .andExpect(status().isNotFound());
            http.perform(post("%s/%s".formatted(at, step))
                            .with(colleague("hr-gm"))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
            http.perform(post("%s/%s".formatted(at, step)).with(HR)).andExpect(status().isForbidden());
        }
        assertThat(count("launch_draft")).isOne();
    }

    @Test
    void onlyHrOfTheRegionLaunches() throws Exception {
        http.perform(get("/consultations/launch").with(colleague("rpd-nw"))).andExpect(status().isForbidden());
        http.perform(post("/consultations/launch")
                        .param("name", "Spring")
                        .param("regionCode", "NW")
                        .with(csrf())
                        .with(colleague("hr-gm")))
                .andExpect(status().isForbidden());
        http.perform(post("/consultations/launch")
                        .param("name", "Spring")
                        .param("regionCode", "NW")
                        .with(HR))
                .andExpect(status().isForbidden());
        assertThat(count("launch_draft")).isZero();
    }

    private String begun(String name) throws Exception {
        String next = http.perform(post("/consultations/launch")
                        .with(HR)
                        .with(csrf())
                        .param("name", name)
                        .param("regionCode", "NW"))
                .andExpect(redirectedUrlPattern("/consultations/launch/*/scope"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return next.replace("/scope", "");
    }

    private static RequestPostProcessor hr(String userName) {
        return user(userName).authorities(List.of(new SimpleGrantedAuthority("GROUP_hr-nw")));
    }

    private static MockHttpServletRequestBuilder terms(String at) {
        return terms(at, "5");
    }

    private static MockHttpServletRequestBuilder terms(String at, String choices) {
        return post(at + "/terms")
                .with(HR)
                .with(csrf())
                .param("objective", "GREEDY")
                .param("maxChoices", choices)
                .param("mobilityLimit", "90");
    }

    private static MockHttpServletRequestBuilder typed(String at) {
        return post(at + "/places")
                .with(HR)
                .with(csrf())
                .param("from", "TYPED")
                .param("siteCode", "NW_10", "NW_12")
                .param("role", "CA_GENERAL", "")
                .param("places", "3", "many")
                .param("tasks", "Letters, by post", "");
    }

    private ResultActions people(String at, String csv) throws Exception {
        return http.perform(multipart(at + "/scope")
                .file(file(csv))
                .param("people", "FILE")
                .with(HR)
                .with(csrf()));
    }

    private ResultActions places(String at, String csv) throws Exception {
        return http.perform(multipart(at + "/places")
                .file(file(csv))
                .param("from", "FILE")
                .with(HR)
                .with(csrf()));
    }

    private static MockMultipartFile file(String csv) {
        return new MockMultipartFile("csv", "people.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws Exception {
        return new ClassPathResource("cases/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
