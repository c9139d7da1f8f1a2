package uk.gov.justice.probation.devolution.preferencing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.outcome.OpeningAppealWindow;
import uk.gov.justice.probation.devolution.preferencing.ranking.ClosingRankings;
import uk.gov.justice.probation.devolution.preferencing.round.PublishingOptions;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class DrawPageTest {
    private static final String WORD = "Liver bird on a ferry";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublishingOptions publishing;

    @Autowired
    ClosingRankings closing;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningAppealWindow letters;

    private SomePreferences some;
    private long consultation;
    private List<Long> people;

    @BeforeEach
    void publishedPlaces() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        given.allUnionsIn(consultation);
        some.vacancy("NW_10", "CA_GENERAL", 2);
        some.journey("L12", "NW_10", 20);
        people = some.people(consultation, 3);
        publishing.publish(consultation);
    }

    @Test
    void aWordIsHiddenFromEverybodyUntilThePlacesAreGivenOut() throws Exception {
        enter("tu-napo", WORD).andExpect(redirectedUrl(draw()));
        for (RequestPostProcessor reader :
                List.of(colleague("tu-napo"), colleague("hr-nw"), colleague("rpd-nw"), person("P0001")))
            page(reader)
                    .andExpect(content().string(containsString("Added")))
                    .andExpect(content().string(not(containsString(WORD))));
        assertThat(new String(kept(), StandardCharsets.ISO_8859_1)).doesNotContain("ferry");
        assertThat(jdbc.sql(
                                "SELECT CONCAT(action, ' by ', actor, ': ', facts) FROM audit_entry WHERE action = 'DRAW_WORD_ENTERED'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("tu-napo", "Napo")
                .doesNotContain("ferry");

        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        page(person("P0001")).andExpect(content().string(not(containsString(WORD))));
        Run run = allocating.allocate(consultation);

        page(person("P0001"))
                .andExpect(content().string(containsString(WORD)))
                .andExpect(content().string(containsString("Root of everybody’s rows")))
                .andExpect(content().string(not(containsString(">%d<".formatted(run.seed())))));
        options(person("P0001")).andExpect(content().string(not(containsString(">%d<".formatted(run.seed())))));

        letters.open(consultation);
        page(person("P0001")).andExpect(content().string(containsString(">%d<".formatted(run.seed()))));
        options(person("P0001")).andExpect(content().string(containsString(">%d<".formatted(run.seed()))));
    }

    @Test
    void whoWillSeeWhatIsSaidBeforeAnybodyRanks() throws Exception {
        for (String page : List.of(
                "/consultations/%d/options".formatted(consultation), "/people/%d/ranking".formatted(people.getFirst())))
            http.perform(get(page).with(person("P0001")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Who will see what")))
                    .andExpect(content().string(containsString("a random number instead of your name")))
                    .andExpect(content().string(containsString("/draw/data-protection.md")));
        for (String file : List.of("data-protection.md", "rules.md", "verify.py", "Verify.java"))
            http.perform(get("/draw/" + file).with(person("P0001")))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Disposition", containsString(file)));
    }

    @Test
    void eachPersonDownloadsTheirOwnRowAndNobodyElses() throws Exception {
        http.perform(get(draw() + "/row.json").with(person("P0001"))).andExpect(status().isConflict());
        allocatedOnceClosed();
        String number = numberOf(people.getFirst());
        http.perform(get(draw() + "/row.json").with(person("P0001")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("row.json")))
                .andExpect(jsonPath("$.row.number").value(number))
                // of three rows the last, by random number, is a step nearer to the root
                .andExpect(jsonPath("$.path.length()", oneOf(1, 2)))
                .andExpect(jsonPath("$.result").doesNotExist());
        http.perform(get(draw() + "/row.json").with(person("LM001"))).andExpect(status().isForbidden());
        for (String group : List.of("hr-nw", "rpd-nw", "tu-napo", "psc-service-owner"))
            http.perform(get(draw() + "/row.json").with(colleague(group))).andExpect(status().isForbidden());
        letters.open(consultation);
        http.perform(get(draw() + "/row.json").with(person("P0001")))
                .andExpect(jsonPath("$.result.number").value(number));
    }

    @Test
    void everybodysRowsAreForWhomAUnionOrTheChairOfTheAppealPanelHasNamed() throws Exception {
        name("tu-napo", "tu-napo").andExpect(redirectedUrl(draw()));
        name("appeal-chair-nw", "appeal-panel-nw").andExpect(redirectedUrl(draw()));
        allocatedOnceClosed();
        whole("tu-napo").andExpect(status().isConflict());
        page(colleague("tu-napo")).andExpect(content().string(not(containsString("request.json"))));
        letters.open(consultation);
        for (String named : List.of("tu-napo", "appeal-panel-nw"))
            whole(named)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.rows.length()").value(3));
        page(colleague("tu-napo")).andExpect(content().string(containsString("request.json")));
        for (String other : List.of(
                "tu-unison",
                "appeal-chair-nw",
                "appeal-panel-yath",
                "hr-nw",
                "rpd-nw",
                "preference-panel-nw",
                "psc-service-owner")) whole(other).andExpect(status().isForbidden());
        http.perform(get(draw() + "/request.json").with(person("P0001"))).andExpect(status().isForbidden());
        page(person("P0001"))
                .andExpect(content().string(containsString("What the draw gave")))
                .andExpect(content().string(not(containsString("request.json"))));
        http.perform(get(draw() + "/draw.json").with(person("P0001")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.seed").isString())
                .andExpect(jsonPath("$.numbers.length()").value(3));
        http.perform(get(draw() + "/draw.json").with(person("P0099"))).andExpect(status().isForbidden());
    }

    @Test
    void onlyThePartyItselfSeesWhomItHasNamedAndCanTakeThemBack() throws Exception {
        name("tu-napo", "  n.rep  ").andExpect(redirectedUrl(draw()));
        page(colleague("tu-napo")).andExpect(content().string(containsString("n.rep")));
        for (RequestPostProcessor other : List.of(colleague("tu-unison"), colleague("hr-nw"), person("P0001")))
            page(other)
                    .andExpect(content().string(not(containsString("n.rep"))))
                    .andExpect(content().string(containsString("1 person")));
        refusedName("tu-napo", " ", "Enter the name with which they sign in");
        refusedName("tu-napo", "x".repeat(101), "must be 100 characters or less");
        refusedName("tu-napo", "n.rep", "n.rep is already named");
        for (int more = 2; more <= 5; more++) name("tu-napo", "rep" + more).andExpect(redirectedUrl(draw()));
        refusedName("tu-napo", "rep6", "has named 5 people, which is the most");
        name("hr-nw", "hr-nw").andExpect(status().isForbidden());
        name("appeal-panel-nw", "x").andExpect(status().isForbidden());

        long first = jdbc.sql("SELECT id FROM draw_reader WHERE user_name = 'n.rep'")
                .query(Long.class)
                .single();
        http.perform(post(draw() + "/readers/%d/taken-back".formatted(first))
                        .with(colleague("tu-napo"))
                        .with(csrf()))
                .andExpect(redirectedUrl(draw()));
        page(colleague("tu-napo")).andExpect(content().string(not(containsString("n.rep"))));
    }

    @Test
    void everybodyTakesPartInTheLotteryByANumberThatOnlyTheySeeHere() throws Exception {
        String number = numberOf(people.getFirst());
        page(person("P0001")).andExpect(content().string(containsString("Your number")));
        page(person("P0001")).andExpect(content().string(containsString(number)));
        page(person("P0002")).andExpect(content().string(not(containsString(number))));
        page(colleague("hr-nw")).andExpect(content().string(not(containsString(number))));
        http.perform(get(draw()).with(person("P0099"))).andExpect(status().isForbidden());
    }

    @Test
    void theLastWordOfAPartyCountsAndNoneIsTakenAfterClosing() throws Exception {
        enter("hr-nw", "one").andExpect(redirectedUrl(draw()));
        enter("hr-nw", "two").andExpect(redirectedUrl(draw()));
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        refused("hr-nw", "three", "no word can be added now");
        allocating.allocate(consultation);
        page(colleague("hr-nw"))
                .andExpect(content().string(containsString("<td class=\"govuk-table__cell\">two</td>")))
                .andExpect(content().string(not(containsString(">one<"))));
    }

    @Test
    void aWordMayHaveAHundredCharactersAndIsOfOneOfTheParties() throws Exception {
        refused("tu-napo", "  ", "Enter a word");
        refused("tu-napo", "x".repeat(101), "must be 100 characters or fewer");
        enter("tu-napo", "\uD83D\uDE00".repeat(100)).andExpect(redirectedUrl(draw()));
        enter("hr-yath", "x").andExpect(status().isForbidden());
        page(colleague("hr-yath")).andExpect(content().string(not(containsString("Add the word"))));
    }

    @Test
    void aRoundPublishedBeforeKeepsTheSeedItHas() throws Exception {
        long before = some.consultation();
        some.round(before, 4711);
        some.option(before, "NW_10", 1);
        assertThat(allocating.allocate(before).seed()).isEqualTo(4711);
        http.perform(get("/consultations/%d/draw".formatted(before)).with(colleague("hr-nw")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The seed of this lottery was drawn on")))
                .andExpect(content().string(not(containsString("Add the word"))));
        http.perform(post("/consultations/%d/draw/word".formatted(before))
                        .with(colleague("hr-nw"))
                        .with(csrf())
                        .param("word", "x"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("so no word can be added")));
    }

    @Test
    void aRoundThatWasAbandonedStaysShown() throws Exception {
        String shown = jdbc.sql("SELECT seed_sha256 FROM preference_round WHERE consultation_id = ?")
                .param(consultation)
                .query(String.class)
                .single();
        given.theConsultation(consultation).state("REFUSED").save();
        page(colleague("tu-napo")).andExpect(content().string(containsString(shown)));
    }

    @Test
    void theRootIsShownFromClosingOnAndWhatChangesLaterIsSaidBesideASecondOne() throws Exception {
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        closing.close(consultation);
        String root = root();
        page(person("P0001"))
                .andExpect(content().string(containsString(root)))
                .andExpect(content().string(containsString("Root of everybody’s rows")))
                .andExpect(content().string(not(containsString("What has changed since closing"))));
        some.left(people.getLast());
        allocating.allocate(consultation);
        page(person("P0001"))
                .andExpect(content().string(containsString("What has changed since closing")))
                .andExpect(content().string(containsString("Somebody has left the consultation.")))
                .andExpect(content().string(containsString(root)))
                .andExpect(content().string(containsString(root())));
    }

    private String root() {
        return jdbc.sql("SELECT rows_root FROM preference_round WHERE consultation_id = ?")
                .param(consultation)
                .query(String.class)
                .single();
    }

    private void allocatedOnceClosed() {
        given.allRounds().closes(CLOCK.instant().minusSeconds(60)).save();
        allocating.allocate(consultation);
    }

    private String numberOf(long member) {
        return jdbc.sql("SELECT number FROM draw_number WHERE member_id = ?")
                .param(member)
                .query(String.class)
                .single();
    }

    private ResultActions whole(String group) throws Exception {
        return http.perform(get(draw() + "/request.json").with(colleague(group)));
    }

    private ResultActions options(RequestPostProcessor reader) throws Exception {
        return http.perform(
                get("/consultations/%d/options".formatted(consultation)).with(reader));
    }

    private ResultActions name(String group, String userName) throws Exception {
        return http.perform(
                post(draw() + "/readers").with(colleague(group)).with(csrf()).param("userName", userName));
    }

    private void refusedName(String group, String userName, String why) throws Exception {
        name(group, userName)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString(why)));
    }

    private byte[] kept() {
        return jdbc.sql("SELECT word FROM draw_word").query(byte[].class).single();
    }

    private void refused(String group, String word, String why) throws Exception {
        enter(group, word)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString(why)));
    }

    private ResultActions enter(String group, String word) throws Exception {
        return http.perform(
                post(draw() + "/word").with(colleague(group)).with(csrf()).param("word", word));
    }

    private ResultActions page(RequestPostProcessor reader) throws Exception {
        return http.perform(get(draw()).with(reader)).andExpect(status().isOk());
    }

    private String draw() {
        return "/consultations/%d/draw".formatted(consultation);
    }

    private static RequestPostProcessor person(String staffNumber) {
        return user(staffNumber).authorities(List.of());
    }
}
