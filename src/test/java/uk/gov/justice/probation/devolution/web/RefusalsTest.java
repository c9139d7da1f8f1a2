package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** Each kind of refusal, as the API and pages present it. */
class RefusalsTest {
    private static final Map<String, Refusal> KINDS = Map.of(
            "NotFound",
            new NotFound("There is none."),
            "Taken",
            new Taken(List.of("Somebody was first.", "It runs.")),
            "BreaksRules",
            new BreaksRules(List.of(new BrokenRule("day", "is missing"))),
            "NotPossibleNow",
            new NotPossibleNow("Not as it stands."),
            "Frozen",
            new Frozen("work", "X000001"),
            "NotAllowed",
            new NotAllowedException("It is not yours."));

    private static final ImportRefusedException FILE = new ImportRefusedException(
            "plan",
            List.of(new BadRow(2, "region", "XX", "is no region"), new BadRow(8, "kind", "", "is missing", "9-120")),
            113);

    @RestController
    static class Refusing {
        @PostMapping({"/page/{kind}", "/api/plain/{kind}"})
        void plain(@PathVariable String kind) {
            throw KINDS.get(kind);
        }

        @RefusedAs("The file was not imported")
        @PostMapping("/api/file")
        void file() {
            throw FILE;
        }

        @RefusedAs(value = "It was not done", taken = "It is there already")
        @PostMapping("/api/headed/{kind}")
        void headed(@PathVariable String kind) {
            throw KINDS.get(kind);
        }
    }

    private final MockMvc calls = MockMvcBuilders.standaloneSetup(new Refusing())
            .setHandlerExceptionResolvers(
                    new ApiProblems(Jackson2ObjectMapperBuilder.json().build()), new PageRefusals())
            .build();

    @Test
    void everyKindIsTried() {
        assertThat(KINDS.values())
                .allSatisfy(refusal ->
                        assertThat(Refusal.class.getPermittedSubclasses()).anyMatch(kind -> kind.isInstance(refusal)))
                .hasSameSizeAs(Refusal.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @CsvSource({
        "NotFound,404,Not found,Not found",
        "Taken,409,Somebody else was faster,It is there already",
        "BreaksRules,422,Check the request,It was not done",
        "NotPossibleNow,422,Not possible now,It was not done",
        "Frozen,422,Not possible now,It was not done",
        "NotAllowed,403,Not allowed,Not allowed"
    })
    void theApiAnswersWithAProblem(String kind, int status, String title, String headed) throws Exception {
        calls.perform(post("/api/plain/" + kind))
                .andExpect(status().is(status))
                .andExpect(header().string(
                                HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE + ";charset=UTF-8"))
                .andExpect(jsonPath("$.title").value(title))
                .andExpect(jsonPath("$.detail").value(KINDS.get(kind).getMessage()));
        calls.perform(post("/api/headed/" + kind))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.title").value(headed));
    }

    @Test
    void theApiSaysWhatProgramsReadBesideTheSentence() throws Exception {
        calls.perform(post("/api/plain/Taken"))
                .andExpect(jsonPath("$.detail").value("Somebody was first. It runs."))
                .andExpect(jsonPath("$.reasons[1]").value("It runs."));
        calls.perform(post("/api/plain/BreaksRules"))
                .andExpect(jsonPath("$.errors[0].field").value("day"))
                .andExpect(jsonPath("$.errors[0].reason").value("is missing"));
        calls.perform(post("/api/plain/NotPossibleNow"))
                .andExpect(jsonPath("$.reasons").doesNotExist());
    }

    @Test
    void aFileThatIsNotCleanIsAnsweredWithItsRowsInTheOnePlace() throws Exception {
        calls.perform(post("/api/file"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.title").value("The file was not imported"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        "The file 'plan' was not imported: 113 problem(s), the first in line 2. Nothing in it was imported: correct each and send the whole file again."))
                .andExpect(jsonPath("$.file").value("plan"))
                .andExpect(jsonPath("$.total").value(113))
                .andExpect(jsonPath("$.badRows[0].line").value(2))
                .andExpect(jsonPath("$.badRows[1].alsoInLines").value("9-120"));
    }

    @ParameterizedTest
    @CsvSource({"NotFound,404", "Taken,409", "BreaksRules,422", "NotPossibleNow,409", "Frozen,409"})
    void aPageThatDoesNotShowItBesideAFieldAnswersWithAnErrorPage(String kind, int status) throws Exception {
        calls.perform(post("/page/" + kind)).andExpect(status().is(status));
    }

    @Test
    void whoMayNotSeeAPageIsTheBusinessOfTheSignIn() {
        assertThatThrownBy(() -> calls.perform(post("/page/NotAllowed")))
                .hasRootCauseInstanceOf(NotAllowedException.class)
                .cause()
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("It is not yours.");
    }

    @Test
    void theLogSaysWhereSomethingWasNotFoundAndNotWhatWasAskedFor() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(PageRefusals.class);
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        try {
            calls.perform(post("/page/NotFound")).andExpect(status().isNotFound());
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }

        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("RefusalsTest")
                .doesNotContain("There is none.");
    }
}
