package uk.gov.justice.probation.devolution.telling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/** What stands in the gaps of an email: no name of a case, a person or anything about them. */
@Component
class NoticeWords {
    private final String console;
    private final Clock clock;

    NoticeWords(@Value("${devolution.console-url}") String console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    Map<String, String> of(Notice notice) {
        String settings = console + "/messages/settings";
        return switch (notice.template()) {
            case TASK ->
                Map.of(
                        "area",
                        notice.area(),
                        "due",
                        due(notice.dueAt()),
                        "link",
                        console + "/work",
                        "settings",
                        settings);
            case MESSAGE -> Map.of("link", console + "/messages", "settings", settings);
            case DIGEST ->
                Map.of(
                        "tasks",
                        "%,d".formatted(notice.tasks()),
                        "due",
                        due(notice.dueAt()),
                        "link",
                        console + "/work",
                        "settings",
                        settings);
        };
    }

    private String due(Instant at) {
        return at == null ? "at no time" : Deadlines.inWords(LocalDate.ofInstant(at, clock.getZone()));
    }
}
