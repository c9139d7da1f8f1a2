package uk.gov.justice.probation.devolution.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.ApiCall.by;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.consultation.SomeConsultation;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.workforce.SomeStaff;

@ConsoleTest
class ConsultationApiTest {
    private static final String LAUNCH =
            "{\"regionCode\":\"NW\",\"unitCode\":\"PSC_LIVERPOOL\",\"objective\":\"GENEROUS\",\"maxChoices\":3}";
    private static final String STAFF = """
      staffNumber,displayName,email,grade,fte,siteCode,teamCode,lineManagerStaffNumber,regionCode,startDate,experienceMonths,vettingStatus,homePostcodeDistrict,absence,absenceUntil
      NW0077,Ann Example,ann@example.org,CA,1,LIVERPOOL_VIRTUAL,PSC_LIVERPOOL_ADMIN,,NW,2020-01-01,36,NOT_REQUIRED,,,
      """;

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LaunchingConsultations launching;

    @Autowired
    ConsultingUnions unions;

    @Autowired
    OpeningIndividualStage individualStage;

    @BeforeEach
    void twoPeople() {
        var staff = new SomeStaff(jdbc);
        staff.add("NW0051", "NW", null);
        staff.add("NW0052", "NW", "NW0051");
    }

    @Test
    void launchingAnswersWithWhereItStands() throws Exception {
        String location = launch(LAUNCH, "hr-nw")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("LAUNCHED"))
                .andExpect(jsonPath("$.people.active").value(2))
                .andExpect(jsonPath("$.objective").value("GENEROUS"))
                .andExpect(jsonPath("$.maxChoices").value(3))
                .andExpect(jsonPath("$.mobilityLimitMinutes").value(90))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        http.perform(get(location).with(by("rpd-gm")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title", startsWith("PSC Liverpool, ")))
                .andExpect(jsonPath("$.unions", hasSize(0)));
        http.perform(get("/api/consultations/4711").with(by("hr-nw"))).andExpect(status().isNotFound());
    }

    @Test
    void whatTheUnionsDidIsSaidWithoutTheirWords() throws Exception {
        given.everybody().delete();
        long id = new SomeConsultation(launching, unions, individualStage, jdbc).inTheIndividualStage(2);
        String body = http.perform(get("/api/consultations/" + id).with(by("hr-gm")))
                .andExpect(jsonPath("$.unions[*].standing", hasSize(3)))
                .andExpect(jsonPath("$.unions[0].standing").value("FEEDBACK"))
                .andExpect(jsonPath("$.individualStageAt").isNotEmpty())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(body).doesNotContain("We have read it", "NW0002");
    }

    @Test
    void aLaunchThatCannotBeSaysEveryReason() throws Exception {
        launch(
                        "{\"regionCode\":\"NW\",\"unitCode\":\"LSC_BROMLEY\",\"objective\":\"FIRST_COME\",\"maxChoices\":9}",
                        "hr-nw")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.reasons", hasSize(3)));
        launch("{}", "hr-nw")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("is not a region")));
        launch(LAUNCH, "hr-gm").andExpect(status().isForbidden());
        launch(LAUNCH, "hr-nw").andExpect(status().isCreated());
        launch(LAUNCH, "hr-nw")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.reasons[0]", containsString("which is still running")));
    }

    @Test
    void aStaffFileComesWithTheLaunch() throws Exception {
        http.perform(multipart("/api/consultations")
                        .file(consultation())
                        .file(new MockMultipartFile(
                                "staff", "staff.csv", "text/csv", STAFF.getBytes(StandardCharsets.UTF_8)))
                        .with(by("hr-nw")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.people.active").value(1));
        http.perform(multipart("/api/consultations")
                        .file(consultation())
                        .file(new MockMultipartFile(
                                "staff",
                                "staff.csv",
                                "text/csv",
                                (STAFF + "NW0078,,,,,,,,,,,,,,\n").getBytes(StandardCharsets.UTF_8)))
                        .with(by("hr-nw")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.badRows[0].line").value(3));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM consultation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static MockMultipartFile consultation() {
        return new MockMultipartFile(
                "consultation", "", MediaType.APPLICATION_JSON_VALUE, LAUNCH.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions launch(String json, String group) throws Exception {
        return http.perform(post("/api/consultations")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(by(group)));
    }
}
