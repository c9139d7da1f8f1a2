package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;
import static uk.gov.justice.probation.devolution.web.Confirming.confirmed;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.gov.justice.probation.devolution.architecture.ImportedClasses;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.caseload.AsksAboutCases;
import uk.gov.justice.probation.devolution.caseload.LimitedQuestion;
import uk.gov.justice.probation.devolution.consultation.question.HoldingEvents;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.panel.ConfirmingPanel;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.GoingBackToCourt;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeOrders;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects;
import uk.gov.justice.probation.devolution.work.SomeTasks;

/** Where a form only asks whether something was done on our page, that page completes the task. */
@ConsoleTest
class PagesThatCompleteTasksTest {
    private static final String ME = "case-admin-nw";
    private static final RequestPostProcessor COLLEAGUE = colleague(
            ME, "pso-nw", "spo-nw", "practitioner-nw", "placement-coordinator-nw", "hr-nw", "preference-panel-nw");

    /** Of limited-access cases, forms that ask nothing although nothing is done on a page for them. */
    private static final Map<String, String> NOT_ON_A_PAGE = Map.of(
            "Task_ConfirmTeam", "to complete it leaves the order with the team that it has",
            "Task_RecordOutcome", "the page of the session records the outcome, and its message ends the task",
            "Task_ConfirmStart", "it is confirmed before anybody knows whose case it is");

    /** A page on which a task is done, and what is sent there. */
    private record Place(String subject, String page, MockHttpServletRequestBuilder form) {}

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    CamundaClient camunda;

    @Autowired
    List<AsksAboutCases> asking;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    CollectingOpenWork collecting;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningPanel panel;

    private SomeTasks tasks;
    private SomeTerminations terminations;
    private SomeOrders orders;
    private SomePreferences preferences;
    private long consultation;
    private int cases;
    private Map<TaskOnPage, Supplier<Place>> places;

    @BeforeEach
    void everyPlace() {
        tasks = new SomeTasks(jdbc);
        terminations = new SomeTerminations(jdbc);
        orders = new SomeOrders(jdbc);
        preferences = new SomePreferences(jdbc);
        consultation = preferences.consultation();
        places = new LinkedHashMap<>();
        places.put(GivingEvidence.TASK, this::evidence);
        places.put(CollectingOpenWork.LOOK_AGAIN, this::lookAgain);
        places.put(GoingBackToCourt.TASK, this::court);
        places.put(ChoosingProjects.TASK, this::project);
        places.put(HoldingEvents.ANSWERING, this::answers);
        places.put(ConfirmingPanel.TASK, this::allocation);
        for (AsksAboutCases what : asking)
            for (LimitedQuestion question : what.questions())
                places.put(question.task(), () -> limited(what, question));
    }

    @Test
    void everyTaskThatOnlyAsksIsCompletedWhenItsPageIsDone() throws Exception {
        assertThat(places.keySet()).as("say here how each is done").isEqualTo(all());
        for (var place : places.entrySet()) {
            Place done = place.getValue().get();
            long key = tasks.of(place.getKey(), done.subject(), "hr-nw");
            http.perform(get(done.page()).with(COLLEAGUE))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("name=\"taskKey\" value=\"%d\"".formatted(key))));

            confirmed(http, done.form().with(COLLEAGUE).with(csrf()).param("taskKey", "" + key))
                    .andExpect(flash().attribute("notice", containsString("The task is completed.")))
                    .andExpect(status().is3xxRedirection());

            verify(camunda, timeout(20_000).atLeastOnce()).newCompleteUserTaskCommand(key);
            assertThat(jdbc.sql("SELECT completed_by FROM page_completion WHERE task_key = ?")
                            .param(key)
                            .query(String.class)
                            .list())
                    .as(place.getKey().elementId())
                    .containsExactly(ME);
        }
    }

    @Test
    void everyFormThatOnlyAsksHasItsPageAndTheTicksAreThoseOfTheForm() throws IOException {
        Map<String, Set<String>> ticks = new HashMap<>();
        for (var form : forms().entrySet()) {
            List<JsonNode> inputs = inputs(form.getValue());
            boolean onlyAsks = !inputs.isEmpty() && inputs.stream().allMatch(PagesThatCompleteTasksTest::isTick);
            boolean asksLess = inputs.stream().anyMatch(field -> hides(field).contains("limited != false"));
            if (onlyAsks || asksLess && !NOT_ON_A_PAGE.containsKey(elementOf(form.getKey())))
                ticks.put(form.getKey(), shownOfALimitedCase(inputs));
        }

        assertThat(all().stream()
                        .collect(
                                Collectors.toMap(task -> task.processId() + "." + task.elementId(), TaskOnPage::ticks)))
                .isEqualTo(ticks);
    }

    private Place evidence() {
        long caseId = endingCase();
        terminations.component(caseId, "REQUIREMENT", "Q1", TODAY.minusDays(50));
        long id = started(caseId);
        collecting.collect(id, 1);
        collecting.decide(id);
        return new Place(
                "termination/" + id,
                "/terminations/" + id,
                post("/terminations/%d/outcomes".formatted(id))
                        .param("outcome-REQUIREMENT-Q1", "COMPLETED")
                        .param("outcome-EVENT-1", "COMPLETED")
                        .param("complete", "true"));
    }

    private Place lookAgain() {
        long caseId = endingCase();
        terminations.component(caseId, "BREACH", "B1", LocalDate.of(2021, 5, 3));
        long id = started(caseId);
        return new Place("termination/" + id, "/terminations/" + id, post("/terminations/%d/look".formatted(id)));
    }

    private Place court() {
        long id = started(endingCase());
        given.allTerminations().state("COURT").save();
        String page = "/terminations/%d/court".formatted(id);
        return new Place("termination/" + id, page, day("applied", post(page)));
    }

    /** With a CRN that no order has. */
    private long endingCase() {
        return terminations.aCase("X9%05d".formatted(++cases), 1, "201", TODAY);
    }

    private long started(long caseId) {
        dueTerminations.startAll();
        return terminations.termination(caseId);
    }

    private Place project() {
        orders.project("P1");
        given.theProject("P1").type("ES").save();
        long order = limitedOrder();
        given.theOrder(order).state("PROJECT").withoutProject().save();
        String page = "/upw/orders/%d/projects".formatted(order);
        LocalDate first = TODAY.plusDays(1);
        return new Place(
                "order/" + order,
                page,
                post(page)
                        .param("projectCode", "P1")
                        .param("frequency", "WEEKLY")
                        .param("firstSessionOn.day", "" + first.getDayOfMonth())
                        .param("firstSessionOn.month", "" + first.getMonthValue())
                        .param("firstSessionOn.year", "" + first.getYear()));
    }

    private Place answers() {
        String page = "/consultations/%d/questions".formatted(consultation);
        return new Place("consultation/" + consultation, page, post(page + "/publish"));
    }

    private Place allocation() {
        preferences.round(consultation, 42);
        long option = preferences.option(consultation, "NW_10", 3);
        preferences.people(consultation, 1).forEach(person -> preferences.answer(person, option));
        given.journeysTo("NW_10", 20);
        allocating.allocate(consultation);
        panel.prepare(consultation);
        String page = "/consultations/%d/allocation".formatted(consultation);
        return new Place("consultation/" + consultation, page, post(page + "/confirm"));
    }

    private Place limited(AsksAboutCases what, LimitedQuestion question) {
        long id = switch (what.pages()) {
            case "/upw/orders" -> limitedOrder();
            case "/upw/enforcements" -> enforcement();
            default -> limitedTermination();
        };
        assertThat(states(what, id))
                .as("a state in which somebody is asked %s", question.name())
                .anyMatch(state -> {
                    state.run();
                    return what.waitsFor(id, question.name());
                });
        String page = "%s/%d/answer".formatted(what.pages(), id);
        MockHttpServletRequestBuilder form =
                day("day", post(page)).param("task", question.name()).param("understood", "true");
        if (question.choiceLabel() != null)
            form.param("choice", question.choices().getFirst().code());
        return new Place(what.subject(id), page + "?task=" + question.name(), form);
    }

    private List<Runnable> states(AsksAboutCases what, long id) {
        return switch (what.pages()) {
            case "/upw/orders" ->
                Stream.of("ASSESSMENT", "APPROVAL", "SESSIONS")
                        .<Runnable>map(state -> () -> given.theOrder(id)
                                .state(state)
                                .learningNotTakenUp()
                                .save())
                        .toList();
            case "/upw/enforcements" ->
                List.of(() -> given.allEnforcements().state("BREACH").save());
            default ->
                Stream.of("REVIEW", "SPO")
                        .<Runnable>map(state ->
                                () -> given.allTerminations().state(state).save())
                        .toList();
        };
    }

    private long limitedOrder() {
        long order = orders.order();
        limit(orders.caseOf(order));
        return order;
    }

    private long enforcement() {
        long order = limitedOrder();
        orders.project("P" + order);
        given.anEnforcement(orders.session(order, "P" + order, YESTERDAY)).save();
        return jdbc.sql("SELECT MAX(id) FROM upw_enforcement").query(Long.class).single();
    }

    private long limitedTermination() {
        long caseId = endingCase();
        limit(caseId);
        return started(caseId);
    }

    private void limit(long caseId) {
        given.theCase(caseId).limitedAccess().save();
        given.access(caseId, ME);
    }

    private static MockHttpServletRequestBuilder day(String name, MockHttpServletRequestBuilder form) {
        return form.param(name + ".day", "" + TODAY.getDayOfMonth())
                .param(name + ".month", "" + TODAY.getMonthValue())
                .param(name + ".year", "" + TODAY.getYear());
    }

    private Set<TaskOnPage> all() {
        Set<TaskOnPage> all = new HashSet<>();
        asking.forEach(what -> what.questions().forEach(question -> all.add(question.task())));
        ImportedClasses.ofTheProduct().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(TaskOnPage.class)
                        && field.getModifiers().contains(JavaModifier.STATIC))
                .forEach(field -> all.add(value(field)));
        return all;
    }

    private static TaskOnPage value(JavaField field) {
        try {
            return (TaskOnPage) field.reflect().get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError("%s must be public, so that it is walked".formatted(field.getFullName()), hidden);
        }
    }

    /** The form of every user task, by process and element. */
    private static Map<String, JsonNode> forms() throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        for (Path file : files("forms", ".form")) {
            JsonNode form = new ObjectMapper().readTree(file.toFile());
            byId.put(form.path("id").asText(), form);
        }
        Map<String, JsonNode> forms = new HashMap<>();
        for (Path file : files("processes", ".bpmn")) {
            var model = Bpmn.readModelFromFile(file.toFile());
            String process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> forms.put(
                            process + "." + task.getId(),
                            byId.get(task.getSingleExtensionElement(ZeebeFormDefinition.class)
                                    .getFormId())));
        }
        return forms;
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> inputs(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(field -> field.has("key"))
                .toList();
    }

    private static String hides(JsonNode field) {
        return field.path("conditional").path("hide").asText();
    }

    /** What depends on an answer is not shown either, since the answer is not asked for. */
    private static Set<String> shownOfALimitedCase(List<JsonNode> inputs) {
        return inputs.stream()
                .filter(field -> hides(field).isEmpty() || hides(field).equals("=limited != true"))
                .map(field -> field.path("key").asText())
                .collect(Collectors.toSet());
    }

    private static boolean isTick(JsonNode field) {
        return field.path("type").asText().equals("checkbox");
    }

    private static String elementOf(String task) {
        return task.substring(task.indexOf('.') + 1);
    }
}
