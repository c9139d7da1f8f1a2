package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class PreferencingPagesTest {
    private static final String PANEL = "preference-panel-nw";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningPanel panel;

    @Autowired
    Imports imports;

    @Autowired
    ObjectMapper json;

    private SomePreferences some;
    private long consultation;
    private long sefton;
    private long wirral;
    private long anna;
    private long ben;
    private long cora;

    @BeforeEach
    void threePeopleAndTwoOptions() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4611686018427387905L);
        sefton = some.option(consultation, "NW_10", 1);
        wirral = some.option(consultation, "NW_12", 3);
        some.journey("L12", "NW_10", 20);
        some.journey("L12", "NW_12", 95);
        List<Long> people = some.people(consultation, 3);
        anna = people.get(0);
        ben = people.get(1);
        cora = people.get(2);
    }

    @Test
    void whatIsOfferedIsForThoseConcerned() throws Exception {
        http.perform(get("/consultations/%d/options".formatted(consultation)).with(person("P0001")))
                .andExpect(status().isOk())
                .andExpect(shows(
                        "Sefton probation office",
                        "Case administrator",
                        "Court lists",
                        "SHA-256",
                        "/people/%d/ranking".formatted(anna)))
                .andExpect(content().string(not(containsString("4611686018427387905"))));
        http.perform(get("/consultations/%d/options".formatted(consultation)).with(colleague("tu-napo")))
                .andExpect(status().isOk());
        some.person(some.consultation(), "P0099", "CA", "L12");
        http.perform(get("/consultations/%d/options".formatted(consultation)).with(person("P0099")))
                .andExpect(status().isForbidden());
        http.perform(get("/consultations/4711/options").with(colleague("hr-nw")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aPersonSeesTheirJourneysAndAnswersUntilClosing() throws Exception {
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(status().isOk())
                .andExpect(shows("20 minutes", "95 minutes", "Over the limit", "Send your answer", "First choice"));
        answer(anna, "P0001", sefton)
                .andExpect(redirectedUrl(ranking(anna)))
                .andExpect(flash().attributeExists("notice"));
        answer(anna, "P0001", sefton, wirral)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("more than 90 minutes", "There is a problem", "#longJourney" + wirral));
        answer(anna, "P0001").andExpect(status().isUnprocessableEntity()).andExpect(shows("Choose at least one place"));
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(shows("Change your answer", "Answers so far", "1. Sefton probation office"));
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        answer(anna, "P0001", wirral)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("closed on"));
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(shows("can no longer be changed"))
                .andExpect(content().string(not(containsString("Send your answer"))));
    }

    @Test
    void inADrawAListMayNameEveryPlaceAndItIsSaidWhatItRewards() throws Exception {
        given.theConsultation(consultation).draw().choices(1).save();
        for (String site : List.of("NW_01", "NW_02", "NW_03", "NW_04", "NW_05", "NW_06")) {
            some.option(consultation, site, 1);
            some.journey("L12", site, 30);
        }
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(shows("You can rank up to 8 places", "It rewards an honest list", "Add more places"))
                .andExpect(content().string(not(containsString("Choice number 6"))));
        http.perform(post(ranking(anna))
                        .with(person("P0001"))
                        .with(csrf())
                        .param("more", "true")
                        .param("choices[4]", Long.toString(sefton)))
                .andExpect(status().isOk())
                .andExpect(shows("Choice number 8", "value=\"%d\" selected".formatted(sefton)))
                .andExpect(content().string(not(containsString("Add more places"))));
        List<Long> near = jdbc.sql("SELECT id FROM preference_option WHERE id <> ? ORDER BY id DESC")
                .param(wirral)
                .query(Long.class)
                .list();
        answer(anna, "P0001", near.toArray(Long[]::new)).andExpect(redirectedUrl(ranking(anna)));
        http.perform(get(ranking(anna)).with(person("P0001"))).andExpect(shows("Choice number 7", "7. Sefton"));
        http.perform(get("/consultations/%d/options".formatted(consultation)).with(person("P0001")))
                .andExpect(shows(
                        "You can rank every place that is possible for you",
                        "Honest draw: in the order of a lottery",
                        "A short list never helps"));
    }

    @Test
    void placesOfOneSiteAndRoleWithOtherHoursAreTwoAndOtherHoursThanOnesOwnAreSaid() throws Exception {
        given.theColleague("P0001").partTime(50).save();
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(content().string(not(containsString("the hours of the contract"))));
        long half = given.anOption(consultation, "NW_10", "CA_GENERAL", "CA")
                .places(1)
                .hours(1850)
                .save();
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(shows("Sefton probation office – Case administrator, 18.5 hours a week"))
                .andExpect(content().string(not(containsString("the hours of the contract"))));
        long full = given.anOption(consultation, "NW_10", "CA_GENERAL", "CA")
                .places(1)
                .hours(3700)
                .save();
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(shows(
                        "Some of these places have other hours than your contract, which is for 18.5 hours a week. You can rank them, but the hours of the contract change only if you agree.",
                        "Not the hours of your contract"));
        http.perform(get(ranking(anna)).with(colleague("hr-nw"))).andExpect(shows("Not the hours of their contract"));

        answer(anna, "P0001", full, half).andExpect(redirectedUrl(ranking(anna)));
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(
                        shows(
                                "1. Sefton probation office – Case administrator, 37 hours a week; 2. Sefton probation office – Case administrator, 18.5 hours a week"));
    }

    @Test
    void whatAShortListDoesIsSaidAsItIsCountedInThisConsultation() throws Exception {
        String options = "/consultations/%d/options".formatted(consultation);
        for (String page : List.of(options, ranking(anna)))
            http.perform(get(page).with(person("P0001")))
                    .andExpect(
                            shows("counts as the choice after your last one", "name every place that you would take"))
                    .andExpect(content().string(not(containsString("more likely"))));
        given.theConsultation(consultation).oneLevel().save();
        for (String page : List.of(options, ranking(anna)))
            http.perform(get(page).with(person("P0001")))
                    .andExpect(shows("A short list makes its first choice more likely"))
                    .andExpect(content().string(not(containsString("after your last one"))));
    }

    @Test
    void inADrawItIsSaidThatConsentsOpenAPlaceAtOnesOwnTurnOnlyAndWhatThatCosts() throws Exception {
        given.theConsultation(consultation).draw().save();
        http.perform(get("/consultations/%d/options".formatted(consultation)).with(person("P0001")))
                .andExpect(shows("In an honest draw this is worked out as if nobody had agreed to a longer journey"));
        allocated();
        http.perform(get(allocation()).with(colleague("hr-nw")))
                .andExpect(shows(
                        "More places if everybody had agreed", "0 more people would have a place if all agreements"));
    }

    @Test
    void onlyThePersonAnswersTheirManagerAndHrSeeNobodyElseDoes() throws Exception {
        some.staff("LM001", "CA", "L12");
        http.perform(get(ranking(anna)).with(person("LM001")))
                .andExpect(status().isOk())
                .andExpect(shows("The choices of Person P0001"));
        http.perform(get(ranking(anna)).with(colleague("hr-nw"))).andExpect(status().isOk());
        http.perform(get(ranking(anna)).with(colleague("hr-gm"))).andExpect(status().isForbidden());
        http.perform(get(ranking(anna)).with(person("P0002"))).andExpect(status().isForbidden());
        http.perform(get(ranking(4711)).with(colleague("hr-nw"))).andExpect(status().isNotFound());
        http.perform(post(ranking(anna)).with(person("LM001")).with(csrf()).param("choices[0]", Long.toString(sefton)))
                .andExpect(status().isForbidden());
    }

    @Test
    void theLineManagerRecordsForWhomHasNotAnsweredWithTheConsentForEachPlace() throws Exception {
        String page = ranking(anna) + "/for-person";
        some.staff("LM001", "CA", "L12");
        http.perform(get(page).with(person("LM001")))
                .andExpect(status().isOk())
                .andExpect(shows("answers for themself"))
                .andExpect(content().string(not(containsString("Record it</button>"))));
        given.theConsultation(consultation).draw().save();
        given.allRounds().closes(CLOCK.instant().minusSeconds(3600)).save();
        http.perform(get(ranking(anna)).with(person("LM001"))).andExpect(shows(page));
        http.perform(get(page).with(person("LM001")))
                .andExpect(status().isOk())
                .andExpect(shows("Journeys longer than 90 minutes each way", "95 minutes", "may name up to 2 places"));
        for (RequestPostProcessor other : List.of(person("P0002"), colleague("hr-gm")))
            http.perform(get(page).with(other)).andExpect(status().isForbidden());
        http.perform(get(page).with(person("P0001")))
                .andExpect(shows("You answer on your own page"))
                .andExpect(content().string(not(containsString("Record it</button>"))));
        for (RequestPostProcessor other : List.of(person("P0001"), person("P0002"), colleague("hr-gm")))
            http.perform(post(page).with(other).with(csrf())).andExpect(status().isForbidden());
        http.perform(post(page).with(person("LM001")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("Choose whether they told you", "#reached-true"));
        http.perform(recording(page, "99").param("choices[0]", Long.toString(wirral)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("Enter the day as day, month and year", "#contacted-on-day"));
        String day = Integer.toString(TODAY.getDayOfMonth());
        http.perform(recording(page, day).param("choices[0]", Long.toString(wirral)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("more than 90 minutes each way", "#longJourney" + wirral));
        http.perform(recording(page, day).param("more", "true")).andExpect(status().isOk());
        http.perform(recording(page, day)
                        .param("choices[0]", Long.toString(wirral))
                        .param("choices[1]", Long.toString(sefton))
                        .param("longJourneys", Long.toString(wirral)))
                .andExpect(redirectedUrl(ranking(anna)))
                .andExpect(flash().attributeExists("notice"));
        http.perform(get(ranking(anna)).with(person("P0001")))
                .andExpect(shows("Recorded by their line manager", "(longer journey agreed); 2. Sefton"));
    }

    private MockHttpServletRequestBuilder recording(String page, String day) {
        return post(page)
                .with(person("LM001"))
                .with(csrf())
                .param("reached", "true")
                .param("contactedOn.day", day)
                .param("contactedOn.month", Integer.toString(TODAY.getMonthValue()))
                .param("contactedOn.year", Integer.toString(TODAY.getYear()));
    }

    @Test
    void whoseJourneyIsUnknownSaysWhereTheyLive() throws Exception {
        given.theColleague("P0001").livesNowhereKnown().save();
        http.perform(get(ranking(anna)).with(person("P0001"))).andExpect(shows("We do not know where you live"));
        answer(anna, "P0001", sefton)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("where you live"));
        http.perform(post(ranking(anna) + "/home")
                        .with(person("P0001"))
                        .with(csrf())
                        .param("district", "Liverpool"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("first half of your postcode"));
        http.perform(post(ranking(anna) + "/home")
                        .with(person("P0001"))
                        .with(csrf())
                        .param("district", "l12"))
                .andExpect(redirectedUrl(ranking(anna)));
        answer(anna, "P0001", sefton).andExpect(redirectedUrl(ranking(anna)));
    }

    @Test
    void theAllocationIsForPanelHrAndDirector() throws Exception {
        http.perform(get(allocation()).with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(shows("There is no allocation yet"));
        allocated();
        for (String group : List.of(PANEL, "hr-nw", "rpd-nw")) {
            http.perform(get(allocation()).with(colleague(group)))
                    .andExpect(status().isOk())
                    .andExpect(shows(
                            "Person P0001",
                            "Sefton probation office",
                            "Seed 4611686018427387905",
                            "Could not be reached",
                            "Official allocation"));
        }
        http.perform(get(allocation()).with(colleague("preference-panel-gm"))).andExpect(status().isForbidden());
        http.perform(get(allocation()).with(person("P0001"))).andExpect(status().isForbidden());
    }

    @Test
    void aMoveShowsItsEffectFirstAndIsMadeWithAReason() throws Exception {
        allocated();
        http.perform(get(allocation() + "/people/" + ben).with(colleague(PANEL)))
                .andExpect(status().isOk())
                .andExpect(shows(
                        "Person P0002",
                        "Your first choice was Sefton",
                        "in exchange with Person P0001",
                        "Show what it does"));
        http.perform(get(allocation() + "/people/" + ben).with(colleague("hr-nw")))
                .andExpect(content().string(not(containsString("Show what it does"))));

        String to = sefton + "-" + anna;
        http.perform(post(allocation() + "/people/%d/effect".formatted(ben))
                        .with(colleague(PANEL))
                        .with(csrf())
                        .param("to", to))
                .andExpect(status().isOk())
                .andExpect(shows(
                        "What the move does",
                        "worse than",
                        "Person P0001",
                        "Nobody else is affected",
                        "name=\"version\" value=\"0\""));
        http.perform(post(allocation() + "/people/%d/effect".formatted(ben))
                        .with(colleague(PANEL))
                        .with(csrf())
                        .param("to", "" + sefton))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("no place left"));
        move(to, 0, " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("Enter why the panel moves this person"));
        move(to, 7, "Why")
                .andExpect(status().isConflict())
                .andExpect(shows(
                        "Somebody on the panel has changed something",
                        ">Why</textarea>",
                        ">You asked for it.</textarea>"));
        http.perform(post(allocation() + "/people/%d/move".formatted(ben))
                        .with(colleague(PANEL))
                        .with(csrf())
                        .param("to", to)
                        .param("version", "0")
                        .param("reason", "Why")
                        .param("told", "You asked for it.")
                        .param("reasonOfOther", "Why"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("#toldOther", "Enter what the letter says to this person about the move"));
        http.perform(post(allocation() + "/people/%d/move".formatted(ben))
                        .with(colleague("hr-nw"))
                        .with(csrf())
                        .param("to", to)
                        .param("version", "0")
                        .param("reason", "Why"))
                .andExpect(status().isForbidden());
        move(to, 0, "Why").andExpect(redirectedUrl(allocation() + "/people/" + ben));
        http.perform(get(allocation()).with(colleague(PANEL)))
                .andExpect(shows(
                        "What the panel has moved",
                        "who changed places with Person P0001",
                        "The letter says: “You asked for it.”",
                        "The other letter says: “Ben asked for it.”"));
    }

    @Test
    void thePanelSaysWhoStays() throws Exception {
        allocated();
        http.perform(post(allocation() + "/keep").with(colleague(PANEL)).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("Choose at least one person"));
        http.perform(post(allocation() + "/keep")
                        .with(colleague("hr-nw"))
                        .with(csrf())
                        .param("people", "" + cora))
                .andExpect(status().isForbidden());
        http.perform(post(allocation() + "/keep")
                        .with(colleague(PANEL))
                        .with(csrf())
                        .param("people", "" + cora))
                .andExpect(redirectedUrl(allocation()));
        http.perform(get(allocation()).with(colleague(PANEL)))
                .andExpect(shows("The panel has decided about everybody"));
    }

    @Test
    void thePanelSeesEachTeamsExperienceBeforeAndAfterAndIsWarned() throws Exception {
        take("teams", """
            siteCode,role,team,work,months
            NW_10,CA_GENERAL,Sefton court team,COURT,3
            NW_12,CA_GENERAL,Wirral office,ADMIN,60|60|60
            """);
        allocated();
        assertThat(teamOf("Sefton court team", PANEL)).containsExactly("0 of 1 (0 %)", "0 of 2 (0 %)", "0 of 2 (0 %)");
        assertThat(teamOf("Wirral office", "rpd-nw"))
                .containsExactly("3 of 3 (100 %)", "3 of 5 (60 %)", "3 of 5 (60 %)");
        assertThat(html(PANEL)).contains("Sefton court team: 0 of 2 people").doesNotContain("Wirral office: ");

        take("experience", "staffNumber,work,months\nP0001,COURT,40\n");
        assertThat(teamOf("Sefton court team", PANEL))
                .containsExactly("0 of 1 (0 %)", "1 of 2 (50 %)", "1 of 2 (50 %)");
        assertThat(html(PANEL)).contains("Every team that takes people in has enough experienced colleagues.");
    }

    @Test
    void whatIfRunsStandSideBySide() throws Exception {
        allocated();
        http.perform(post(allocation() + "/what-if")
                        .with(colleague("hr-nw"))
                        .with(csrf())
                        .param("option", "" + sefton)
                        .param("places", "1")
                        .param("limit", "")
                        .param("objective", ""))
                .andExpect(redirectedUrl(allocation() + "#what-if"));
        http.perform(post(allocation() + "/what-if")
                        .with(colleague("hr-nw"))
                        .with(csrf())
                        .param("option", "" + sefton)
                        .param("places", "-5"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(shows("cannot have 5 fewer"));
        http.perform(get(allocation()).with(colleague(PANEL)))
                .andExpect(shows("Sefton probation office – Case administrator: +1", "hr-nw"));
    }

    @Test
    void theApiTellsEverybodysResultAndTriesOtherAssumptions() throws Exception {
        String api = "/api/consultations/%d".formatted(consultation);
        http.perform(get(api + "/allocation").with(by("hr-nw")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("no allocation")));
        whatIf("{}").andExpect(status().isUnprocessableEntity());
        allocated();

        http.perform(get(api + "/allocation").with(by("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.seed").value("4611686018427387905"))
                .andExpect(jsonPath("$.results", hasSize(3)))
                .andExpect(jsonPath("$.results[0].siteCode").value("NW_10"))
                .andExpect(jsonPath("$.results[0].reasons[0]").isNotEmpty())
                .andExpect(jsonPath("$.official.people").value(3))
                .andExpect(jsonPath("$.official.worstRank").value(2))
                .andExpect(jsonPath("$.official.firstChoices").value(1));
        http.perform(get(api + "/allocation").with(by("hr-gm"))).andExpect(status().isForbidden());
        http.perform(get("/api/consultations/4711/allocation").with(by("hr-nw")))
                .andExpect(status().isNotFound());

        whatIf("{\"places\":[{\"siteCode\":\"NW_10\",\"role\":\"CA_GENERAL\",\"places\":+1}],\"name\":\"x\"}")
                .andExpect(status().isBadRequest());
        whatIf(
                        "{\"places\":[{\"siteCode\":\"NW_10\",\"role\":\"CA_GENERAL\",\"places\":1}],\"mobilityLimitMinutes\":95,\"objective\":\"BALANCED\",\"name\":\"One more at Sefton\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("One more at Sefton"))
                .andExpect(jsonPath("$.firstChoices").value(2))
                .andExpect(jsonPath("$.elsewhere").value(1))
                .andExpect(jsonPath("$.unplaced").value(0));
        whatIf("{\"places\":[{\"siteCode\":\"NW_10\",\"role\":\"PILOT\",\"places\":1}]}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("PILOT")));
        http.perform(get(api + "/allocation").with(by(PANEL)))
                .andExpect(jsonPath("$.whatIfs[*].name", org.hamcrest.Matchers.contains("One more at Sefton")))
                .andExpect(jsonPath("$.official.firstChoices").value(1));

        given.theOption(sefton).hours(3700).save();
        given.anOption(consultation, "NW_10", "CA_GENERAL", "CA")
                .places(0)
                .hours(1850)
                .save();
        http.perform(get(api + "/allocation").with(by("hr-nw")))
                .andExpect(jsonPath("$.results[0].weeklyHours").value(37));
        whatIf("{\"places\":[{\"siteCode\":\"NW_10\",\"role\":\"CA_GENERAL\",\"places\":1}]}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("Say which in weeklyHours: 37, 18.5")));
        whatIf("{\"places\":[{\"siteCode\":\"NW_10\",\"role\":\"CA_GENERAL\",\"weeklyHours\":18,\"places\":1}]}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("with 18 hours a week")));
        whatIf("{\"places\":[{\"siteCode\":\"NW_10\",\"role\":\"CA_GENERAL\",\"weeklyHours\":18.50,\"places\":1}]}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name", containsString("18.5 hours a week: +1")));
        http.perform(get(api + "/allocation").with(by(PANEL))).andExpect(jsonPath("$.whatIfs", hasSize(2)));

        String request = http.perform(get(api + "/allocation/request").with(by("hr-nw")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(JsonPath.<Object>read(request, "$.seed")).isEqualTo("4611686018427387905");
        given.recordedAsNumber("4611686018427387905");
        http.perform(get(api + "/allocation/request").with(by("hr-nw")))
                .andExpect(content().json(request, JsonCompareMode.STRICT));
    }

    /**
     * Anna and Ben asked for Sefton first: it is Anna's, because Ben asked for Wirral next and she did not. Cora could
     * not be reached.
     */
    private void allocated() {
        given.journeysTo("NW_12", 40);
        some.answer(anna, sefton, some.option(consultation, "NW_01", 0));
        some.answer(ben, sefton, wirral);
        some.answer(cora);
        given.allRounds().seed(4611686018427387905L).save();
        allocating.allocate(consultation);
        panel.prepare(consultation);
    }

    private void take(String file, String csv) {
        imports.take(file, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Colleague.system());
    }

    private String html(String group) throws Exception {
        return http.perform(get(allocation()).with(colleague(group)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** What stands beside a team in the table of experience. */
    private List<String> teamOf(String team, String group) throws Exception {
        String row = html(group).split(team + "</th>", 2)[1].split("</tr>", 2)[0];
        return Pattern.compile("<td[^>]*>([^<]*)</td>")
                .matcher(row)
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    private ResultActions whatIf(String body) throws Exception {
        return http.perform(post("/api/consultations/%d/what-if".formatted(consultation))
                .with(by("hr-nw"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions move(String to, int version, String reason) throws Exception {
        return http.perform(post(allocation() + "/people/%d/move".formatted(ben))
                .with(colleague(PANEL))
                .with(csrf())
                .param("to", to)
                .param("version", "" + version)
                .param("reason", reason)
                .param("told", "You asked for it.")
                .param("reasonOfOther", "Why")
                .param("toldOther", "Ben asked for it."));
    }

    private ResultActions answer(long member, String by, Long... choices) throws Exception {
        var request = post(ranking(member)).with(person(by)).with(csrf());
        for (int at = 0; at < choices.length; at++) request.param("choices[%d]".formatted(at), choices[at].toString());
        return http.perform(request);
    }

    private String allocation() {
        return "/consultations/%d/allocation".formatted(consultation);
    }

    private static String ranking(long member) {
        return "/people/%d/ranking".formatted(member);
    }

    private static UserRequestPostProcessor person(String staffNumber) {
        return user(staffNumber).authorities(List.of());
    }

    private static org.springframework.test.web.servlet.ResultMatcher shows(String... texts) {
        return content()
                .string(allOf(java.util.Arrays.stream(texts)
                        .<Matcher<? super String>>map(org.hamcrest.Matchers::containsString)
                        .toList()));
    }
}
