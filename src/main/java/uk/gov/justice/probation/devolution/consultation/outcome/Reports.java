package uk.gov.justice.probation.devolution.consultation.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;

/** The report of a consultation in counts, naming nobody. It is written when the consultation closes. */
@Component
class Reports {
    private final ReportQuery counts;
    private final ObjectProvider<PreferencingFigures> figures;
    private final Deadlines deadlines;
    private final ObjectMapper json;

    Reports(ReportQuery counts, ObjectProvider<PreferencingFigures> figures, Deadlines deadlines, ObjectMapper json) {
        this.counts = counts;
        this.figures = figures;
        this.deadlines = deadlines;
        this.json = json;
    }

    Report count(long id) {
        ReportQuery.People people = counts.people(id);
        ReportQuery.Unions unions = counts.unions(id);
        ReportQuery.Questions questions = counts.questions(id);
        return new Report(
                people.all(),
                people.left(),
                people.extended(),
                people.met(),
                people.withUnionRepresentative(),
                people.declined(),
                unions.heard(),
                unions.missing(),
                questions.asked(),
                questions.answered(),
                deadlines.today(),
                Optional.ofNullable(figures.getIfAvailable())
                        .map(provider -> provider.published(id))
                        .orElse(null));
    }

    String write(Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report that cannot be written as JSON", e);
        }
    }

    Report read(String report) {
        try {
            return json.readValue(report, Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report that cannot be read", e);
        }
    }
}
