package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.confidential.Adjustments;
import uk.gov.justice.probation.devolution.consultation.cohort.PersonalRecords;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** An adjustment is agreed when the panel has already given out the places. */
@ConsoleTest
class RuledOutPlacesTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalRecords records;

    private SomeOutcomes made;
    private long consultation;
    private long person;
    private long sefton;

    @BeforeEach
    void aPersonHasAPlaceAtSefton() {
        SomePreferences some = new SomePreferences(jdbc);
        made = new SomeOutcomes(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4711);
        sefton = some.option(consultation, "NW_10", 3);
        some.journey("L12", "NW_10", 20);
        person = some.person(consultation, "P0001", "CA", "L12");
        some.answer(person, sefton);
        made.placed(person, sefton);
        made.confirmed(consultation);
    }

    @Test
    void hrAndThePersonAreToldOnceAndNobodyWhy() throws Exception {
        made.told(person);
        adjust("NW_10", "Planted: a bad back");
        adjust("NW_10", "Planted: a worse back");

        assertThat(told()).containsExactlyInAnyOrder("P0001", "hr-nw");
        assertThat(bodies())
                .anyMatch(body -> body.contains("P0001") && body.contains("no longer possible"))
                .anyMatch(body -> body.contains("You may appeal"))
                .noneMatch(body -> body.contains("Planted") || body.contains("adjust") || body.contains("mobility"));
        http.perform(get("/consultations/" + consultation).with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("no longer possible for the people")))
                .andExpect(content().string(containsString("P0001")));
        for (String other : List.of("tu-napo", "preference-panel-nw", "rpd-nw"))
            http.perform(get("/consultations/" + consultation).with(colleague(other)))
                    .andExpect(content().string(not(containsString("no longer possible for the people"))));
    }

    @Test
    void whileTheDirectorDecidesTheyAreToldInsteadOfThePerson() {
        given.theConsultation(consultation).state("DECISION").save();
        adjust("NW_10", "Planted");

        assertThat(told()).containsExactlyInAnyOrder("hr-nw", "rpd-nw");
        assertThat(bodies()).anyMatch(body -> body.contains("give the outcome back to the panel"));
    }

    @Test
    void nobodyIsToldOfAnAdjustmentThatLeavesThePlacePossible() throws Exception {
        made.told(person);
        adjust("NW_12", "Planted");

        assertThat(told()).isEmpty();
        http.perform(get("/consultations/" + consultation).with(colleague("hr-nw")))
                .andExpect(content().string(not(containsString("no longer possible for the people"))));
    }

    private void adjust(String excluded, String why) {
        records.adjust(person, kept -> new Adjustments(Set.of(), Set.of(excluded), why), HR);
    }

    private List<String> told() {
        return jdbc.sql("SELECT to_group FROM notification WHERE dedup_key LIKE 'ruled-out-%'")
                .query(String.class)
                .list();
    }

    private List<String> bodies() {
        return jdbc.sql("SELECT body FROM notification WHERE dedup_key LIKE 'ruled-out-%'")
                .query(String.class)
                .list();
    }
}
