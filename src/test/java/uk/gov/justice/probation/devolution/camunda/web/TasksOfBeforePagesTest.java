package uk.gov.justice.probation.devolution.camunda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.gov.justice.probation.devolution.camunda.SomeTasksOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.preferencing.SomeOutcomes;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class TasksOfBeforePagesTest {
    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Letters letters;

    @Autowired
    MeterRegistry metrics;

    private SomeTasksOfBefore tasks;
    private SomePreferences people;
    private long consultation;

    @BeforeEach
    void aConsultation() {
        tasks = new SomeTasksOfBefore(jdbc);
        people = new SomePreferences(jdbc);
        consultation = people.consultation();
    }

    @Test
    void whoseWorkItIsFindsItInTheMenuAndTheListAndNobodyElseDoes() throws Exception {
        show("/work", "hr-nw", not(containsString("/tasks-of-before")));
        long union = tasks.ofAUnion(consultation);

        show("/work", "hr-nw", containsString("href=\"/tasks-of-before\""));
        show(
                "/tasks-of-before",
                "hr-nw",
                allOf(
                        containsString("Feedback of a union"),
                        containsString("PSC Liverpool"),
                        containsString("1 task was answered"),
                        containsString("Say what it is about, and its answer is then accepted or refused")));
        show("/tasks-of-before", "psc-service-owner", containsString("Feedback of a union"));
        for (String other : List.of("hr-gm", "programme-nw", "pso-nw"))
            show(
                    "/tasks-of-before",
                    other,
                    allOf(containsString("There are no tasks for you here"), not(containsString("PSC Liverpool"))));
        show(
                "/tasks-of-before/" + union,
                "programme-nw",
                allOf(containsString("A member of the group hr-nw has to say"), not(containsString("PSC Liverpool"))));
        http.perform(get("/tasks-of-before/" + union).with(colleague("hr-gm"))).andExpect(status().isForbidden());
        http.perform(get("/tasks-of-before/4711").with(colleague("hr-nw"))).andExpect(status().isNotFound());
        assertThat(metrics.get("tasks.of.before").gauge().value()).isOne();
    }

    @Test
    void whatIsSaidIsAskedOnceMoreAndNotedOnce() throws Exception {
        long union = tasks.ofAUnion(consultation);
        show(
                "/tasks-of-before/" + union,
                "hr-nw",
                allOf(
                        containsString("Which union was asked?"),
                        containsString("Answered by"),
                        containsString("value=\"UNISON\"")));

        say(union, "hr-nw", "UNISON")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("What will happen"), containsString("tu-napo"))));
        assertThat(noted()).isEmpty();
        confirmed(
                        http,
                        post("/tasks-of-before/" + union)
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("choice", "UNISON"))
                .andExpect(redirectedUrl("/tasks-of-before"));
        assertThat(noted()).containsExactly(union + " unionCode UNISON");
        say(union, "hr-nw", "NAPO")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("already")));
        show("/tasks-of-before/" + union, "hr-nw", containsString("Somebody has said what it is about"));
        show("/tasks-of-before", "hr-nw", containsString("There are no tasks for you here"));
        assertThat(noted()).hasSize(1);
    }

    @Test
    void nobodyElseSaysItAndNothingThatIsNotOfferedIsTaken() throws Exception {
        long union = tasks.ofAUnion(consultation);

        for (String other : List.of("hr-gm", "programme-nw", "rpd-nw", "tu-napo", "P0001"))
            say(union, other, "NAPO").andExpect(status().isForbidden());
        for (String none : List.of("", "ucu", "napo", "1"))
            say(union, "hr-nw", none)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Choose what the task is about")));
        http.perform(post("/tasks-of-before/" + union).with(colleague("hr-nw")).param("choice", "NAPO"))
                .andExpect(status().isForbidden());
        assertThat(noted()).isEmpty();
    }

    @Test
    void ofAStartThePeopleAreOfferedOfWhomNobodyKnowsThatItIsPreparedAndByNameOnly() throws Exception {
        people.round(consultation, 1);
        long place = people.option(consultation, "NW_12", 9);
        List<Long> members = people.people(consultation, 6);
        var outcomes = new SomeOutcomes(jdbc);
        Stream.of(0, 1, 2, 3, 5).map(members::get).forEach(member -> outcomes.placed(member, place));
        given.theMember(members.getFirst()).oneToOneBegun(101).save();
        given.anAsking(members.getFirst(), 102).save();
        Stream.of(101, 102).forEach(instance -> note(instance, members.getFirst(), "P0001"));
        note(103, members.get(5), "P0006");
        given.thePlacementOf(members.get(1)).startBegun(1).save();
        given.thePlacementOf(members.get(2)).moved().save();
        given.aStart(members.get(3));
        long start = task("start-in-new-place", "Task_Start", "memberId");

        show(
                "/tasks-of-before/" + start,
                "hr-nw",
                allOf(
                        containsString("Person P0001 (P0001)"),
                        not(containsString("P0002")),
                        not(containsString("P0003")),
                        not(containsString("P0004")),
                        not(containsString("P0005")),
                        not(containsString("P0006"))));
        confirmed(
                        http,
                        post("/tasks-of-before/" + start)
                                .with(colleague("hr-nw"))
                                .with(csrf())
                                .param("choice", "" + members.getFirst()))
                .andExpect(status().isFound());
        assertThat(noted()).containsExactly(start + " memberId " + members.getFirst());
        show(
                "/tasks-of-before/" + task("start-in-new-place", "Task_Start", "memberId"),
                "hr-nw",
                containsString("Nothing that you can see is waiting for such a task"));
    }

    @Test
    void ofALetterThoseOfTheRegionAreOfferedThatCouldNotBeSentAndAreNotKnown() throws Exception {
        people.people(consultation, 3);
        long first = letter("P0001", "FAILED");
        long second = letter("P0002", "FAILED");
        letter("P0003", "SENT");
        given.aTaskAbout(5, "letterId", "" + second, "letter/" + second)
                .inRegion("NW")
                .save();

        show(
                "/tasks-of-before/" + task("send-letters", "Task_LetterNotSent", "letterId"),
                "hr-nw",
                allOf(
                        containsString("Welcome to your new place of work, to Person P0001 (P0001) (letter %d)"
                                .formatted(first)),
                        not(containsString("P0002")),
                        not(containsString("P0003"))));
    }

    @Test
    void whereNothingIsKnownTheServiceOwnerReadsWhatToDo() throws Exception {
        long unknown = tasks.task("upw-placement", "Task_ConfirmStart", "caseId", null, "case-admin-nw");

        show("/tasks-of-before", "psc-service-owner", containsString("Step Task_ConfirmStart of upw-placement"));
        show(
                "/tasks-of-before/" + unknown,
                "psc-service-owner",
                allOf(
                        containsString("Cancel the process instance in Operate"),
                        containsString("6000"),
                        not(containsString("<form action=\"/tasks"))));
        http.perform(get("/tasks-of-before/" + unknown).with(colleague("hr-nw")))
                .andExpect(status().isForbidden());
        say(unknown, "psc-service-owner", "1").andExpect(status().isUnprocessableEntity());
    }

    private void note(long instance, long member, String staffNumber) {
        given.aTaskAbout(instance, "memberId", "" + member, "staff/" + staffNumber)
                .inRegion("NW")
                .save();
    }

    private long task(String process, String step, String asksFor) {
        return tasks.task(
                process,
                step,
                asksFor,
                new TaskSubject("consultationId", consultation, "consultation/" + consultation, "NW"),
                "LM001");
    }

    private long letter(String to, String state) {
        long id = letters.write(new LetterRequest(
                "welcome-" + to,
                "welcome-" + to,
                Template.WELCOME,
                to,
                "NW",
                Map.of(
                        "personName",
                        "Name",
                        "siteName",
                        "Sefton",
                        "roleName",
                        "Case administrator",
                        "startsOnText",
                        "10 January 2027",
                        "managerName",
                        "Name",
                        "newTasks",
                        List.of(),
                        "keptTasks",
                        List.of())));
        given.theLetter(id).state(state).save();
        return id;
    }

    private ResultActions say(long task, String by, String choice) throws Exception {
        return http.perform(post("/tasks-of-before/" + task)
                .with(colleague(by))
                .with(csrf())
                .param("choice", choice));
    }

    private void show(String path, String by, Matcher<String> what) throws Exception {
        http.perform(get(path).with(colleague(by)))
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }

    private List<String> noted() {
        return jdbc.sql("SELECT CONCAT(instance_key, ' ', name, ' ', value) FROM task_subject WHERE from_before")
                .query(String.class)
                .list();
    }
}
