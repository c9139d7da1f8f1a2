package uk.gov.justice.probation.devolution.letters.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.UserTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.example.ProcessScenario;
import uk.gov.justice.probation.devolution.letters.LetterRequest;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.letters.Template;
import uk.gov.justice.probation.devolution.security.Colleague;

class SendLettersProcessTest extends ProcessScenario {

    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Letters letters;

    private long about;
    private long first;
    private long second;

    @BeforeEach
    void twoLettersAreWritten() {
        about = consultation.at(ConsultationState.OUTCOME);
        first = written("P0001");
        second = written("P0002");
    }

    @Test
    void everyLetterIsSentOnceAlsoWhenTheBatchIsSentAgain() {
        process(start())
                .isCompleted()
                .hasCompletedElements("End_LettersSent")
                .hasNotActivatedElements("Task_LetterNotSent");
        process(start()).isCompleted();

        assertThat(jdbc.sql(
                                "SELECT CONCAT(to_address, ' ', state) FROM local_mail m JOIN letter l ON l.id = m.letter_id ORDER BY m.id")
                        .query(String.class)
                        .list())
                .containsExactly("p0001@example.org SENT", "p0002@example.org SENT");
    }

    @Test
    void whatCannotBeSentIsATaskForHrWhoMendTheAddressOrHandItOver() {
        given.allLetters().failed("There is no such address").save();
        long instance = start();
        assertThat(tasklist.open("Task_LetterNotSent", 2))
                .as("each says whose letter it is")
                .extracting(task -> tasklist.card(task).orElseThrow())
                .containsExactlyInAnyOrder("Person P0001 (P0001)", "Person P0002 (P0002)");
        untilEveningOf(workingDay(6));
        process(instance).hasCompletedElements("End_ToldLetters");
        assertThat(records.messagesTo("rpd-nw")).containsExactly("Letters wait to be sent");

        letters.mendAddress(first, "right@example.org", HR);
        complete(first, Map.of("letterAnswer", "SEND_AGAIN"));
        complete(
                second,
                Map.of(
                        "letterAnswer",
                        "HANDED_OVER",
                        "handedOverOn",
                        LocalDate.now(time).toString()));

        process(instance).isCompleted().hasCompletedElements("End_LettersSent");
        assertThat(jdbc.sql("SELECT CONCAT(staff_number, ' ', state) FROM letter ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("P0001 SENT", "P0002 HANDED_OVER");
        assertThat(jdbc.sql("SELECT to_address FROM local_mail")
                        .query(String.class)
                        .list())
                .containsExactly("right@example.org");
        assertThat(records.audited("letter/" + second)).contains("LETTER_HANDED_OVER by hr-nw");
    }

    @Test
    void onlyHrOfTheLettersRegionDealsWithItAndForThatLetterAlone() {
        given.allLetters().failed("There is no such address").save();
        long instance = start();
        tasklist.open("Task_LetterNotSent", 2);

        others.complete(
                "Task_LetterNotSent",
                this::isAboutFirst,
                HR.userName(),
                Map.of(
                        "letterAnswer",
                        "HANDED_OVER",
                        "handedOverOn",
                        LocalDate.now(time).toString()),
                "rpd-nw",
                "P0001");
        complete(
                second,
                Map.of(
                        "letterAnswer",
                        "HANDED_OVER",
                        "handedOverOn",
                        LocalDate.now(time).toString()));

        process(instance).isCompleted();
        assertThat(records.audited("letter/" + first)).contains("LETTER_HANDED_OVER by hr-nw");
    }

    private boolean isAboutFirst(UserTask task) {
        return isAbout(task, first);
    }

    private boolean isAbout(UserTask task, long letter) {
        return camunda
                .newUserTaskVariableSearchRequest(task.getUserTaskKey())
                .page(page -> page.limit(100))
                .send()
                .join()
                .items()
                .stream()
                .anyMatch(variable -> variable.getName().equals("letterId")
                        && variable.getValue().equals(Long.toString(letter)));
    }

    private long written(String staffNumber) {
        consultation.person(about, staffNumber);
        Map<String, Object> model = Map.of(
                "personName",
                "Name " + staffNumber,
                "title",
                "PSC Liverpool",
                "siteName",
                "Sefton",
                "roleName",
                "Case administrator",
                "startsOnText",
                "2 March 2026",
                "managerName",
                "Name LM001",
                "newTasks",
                List.of("Court lists"),
                "keptTasks",
                List.of("Terminations"));
        return letters.write(
                new LetterRequest("batch", "welcome-" + staffNumber, Template.WELCOME, staffNumber, "NW", model));
    }

    private long start() {
        return consultation.start("send-letters", about, Map.of("letterBatch", "batch"));
    }

    private void complete(long letter, Map<String, Object> answer) {
        tasklist.complete(tasklist.open("Task_LetterNotSent", task -> isAbout(task, letter)), HR.userName(), answer);
    }
}
