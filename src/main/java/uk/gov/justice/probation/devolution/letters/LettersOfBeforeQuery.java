package uk.gov.justice.probation.devolution.letters;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose;
import uk.gov.justice.probation.devolution.camunda.TaskOfBefore;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.workforce.NameInFull;

/**
 * The letters of a region that could not be sent and that no known task is about. HR of the region says which of them a
 * task from an earlier release was about.
 */
@Component
class LettersOfBeforeQuery implements SubjectsToChoose {
    private static final String LETTER = "letterId";

    private record Waiting(long id, String template, String personName) {

        String text() {
            return "%s, to %s (letter %d)".formatted(Template.valueOf(template).subject(), personName, id);
        }
    }

    private final TaskSubjects subjects;
    private final JdbcClient jdbc;

    LettersOfBeforeQuery(TaskSubjects subjects, JdbcClient jdbc) {
        this.subjects = subjects;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Question> about(TaskOfBefore task) {
        if (!task.asksFor().equals(LETTER) || task.known() == null) return Optional.empty();
        return Optional.of(new Question(
                "A letter that could not be sent", "letters of the region", "Which letter was it about?", Role.HR));
    }

    @Override
    public List<Choice> choices(TaskOfBefore task, Colleague by) {
        String region = task.known().regionCode();
        return jdbc
                .sql(
                        "SELECT l.id, l.template, %s AS person_name FROM letter l JOIN workforce_staff_view s ON s.staff_number = l.staff_number WHERE l.region_code = ? AND l.state = 'FAILED' ORDER BY l.id"
                                .formatted(NameInFull.sql("s")))
                .param(region)
                .query(Waiting.class)
                .list()
                .stream()
                .map(letter -> new Choice(
                        new TaskSubject(LETTER, letter.id(), Letters.subject(letter.id()), region), letter.text()))
                .filter(choice -> !subjects.isNoted(choice.subject()))
                .toList();
    }
}
