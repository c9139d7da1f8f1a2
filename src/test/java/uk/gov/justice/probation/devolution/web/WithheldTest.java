package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.letters.SomeCaseLetters;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.termination.SomeTerminations;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.web.EveryRoute.Route;

/**
 * What five kinds of colleagues are not shown: an open and a limited-access case, a person in a consultation, what that
 * person confided and what a union said are planted in the North West, every page is opened, and what is missing on it
 * is compared with what it shows to those who may see it. The resulting table is in {@code src/docs/withheld.md}.
 */
@ConsoleTest
class WithheldTest {
    private static final Path TABLE = Path.of("src/docs/withheld.md");
    private static final Path WRITTEN = Path.of("target/withheld.md");
    private static final String MANAGER = "LM001";
    private static final String TRUSTED = "trusted";

    /** What is planted, and how it is recognised on a page. */
    private enum Fact {
        CRN("the CRN", "X000900"),
        PRACTITIONER("the practitioner", "N51A900"),
        LIMITED_CRN("the CRN of a limited-access case", "X000777"),
        LIMITED("everything else about a limited-access case", "[Ee]vent 77|N51A777"),
        PERSON("who takes part", EveryRoute.CONCERNED),
        CIRCUMSTANCES("circumstances", "zqcircumstances"),
        NOTE("the one-to-one note", "zqnote"),
        FEEDBACK("the union's feedback", "zqfeedback");

        private final String words;
        private final Pattern sign;

        Fact(String words, String sign) {
            this.words = words;
            this.sign = Pattern.compile(sign);
        }
    }

    private static final Set<Fact> TYPED = EnumSet.of(Fact.CRN, Fact.LIMITED_CRN);

    private enum Reader {
        SERVICE_OWNER("PSC Service Owner", Colleague.SERVICE_OWNER, Colleague.SERVICE_OWNER),
        SUPERVISOR("unpaid-work supervisor", "upw-supervisor-nw", "upw-supervisor-nw"),
        LINE_MANAGER("line manager", MANAGER),
        UNION("trade union", "tu-napo", "tu-napo"),
        HR_ELSEWHERE("HR of another region", "hr-gm", "hr-gm");

        private final String title;
        private final String name;
        private final String[] groups;

        Reader(String title, String name, String... groups) {
            this.title = title;
            this.name = name;
            this.groups = groups;
        }
    }

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    CaseLetters letters;

    @Autowired
    ConfidentialRecords confidential;

    private EveryRoute every;
    private long limited;
    private final Map<String, Map<Reader, String>> withheld = new LinkedHashMap<>();
    private final Map<Reader, Set<Fact>> seen = new LinkedHashMap<>();
    private final Set<Fact> shownToSomebody = EnumSet.noneOf(Fact.class);

    @BeforeEach
    void whatIsPlanted() {
        every = beans.createBean(EveryRoute.class);
        new SomePreferences(jdbc).staff(MANAGER, "MANAGER", "L12");
        given.theCase("X000900").practitioner("N51A900").save();
        String about = Consultations.subject(every.consultation());
        var person = new Colleague(EveryRoute.CONCERNED, Set.of());
        confidential.keep(EveryRoute.CONCERNED, Kind.CIRCUMSTANCES, about, "zqcircumstances", person);
        confidential.keep(
                EveryRoute.CONCERNED, Kind.ONE_TO_ONE_NOTE, about, "zqnote", new Colleague(MANAGER, Set.of()));
        given.theUnion("NAPO").heard("zqfeedback").save();

        var terminations = new SomeTerminations(jdbc);
        var sessions = new SomeSessions(jdbc);
        sessions.project("ZQYARD", "PL", "MON TUE WED THU FRI SAT SUN", null);
        limited = terminations.aCase("X000777", 77, "201", TODAY);
        dueTerminations.startAll();
        long order = terminations.order(limited, "SESSIONS", 0);
        long session = sessions.session(order, "ZQYARD", YESTERDAY);
        given.theSession(session).reference("S777").save();
        terminations.enforcement("S777", "EVIDENCE");
        long letter = letters.write(SomeCaseLetters.request("warning-777", CaseTemplate.WARNING, limited));
        given.theCase(limited).practitioner("N51A777").limitedAccess().save();
        given.access(limited, TRUSTED);
        limitedObjects = Map.of(
                "/cases/",
                limited,
                "{crn}",
                "X000777",
                "{eventNumber}",
                77,
                "/upw/orders/",
                order,
                "/upw/sessions/",
                session,
                "/upw/enforcements/",
                newest("upw_enforcement"),
                "/upw/projects/",
                "ZQYARD",
                "/terminations/",
                terminations.termination(limited),
                "/case-letters/",
                letter);
        for (Reader reader : Reader.values()) seen.put(reader, EnumSet.noneOf(Fact.class));
    }

    private Map<String, Object> limitedObjects;

    @Test
    void whatIsWithheldOnEachPageIsWhatTheTableSays() throws Exception {
        List<Route> pages = every.routes().stream()
                .filter(route -> route.reads()
                        && !route.isApi()
                        && !route.rule().everybody()
                        && !route.pattern().startsWith("/draw/"))
                .toList();
        for (Route page : pages) look(page, "`%s`".formatted(page.pattern().replace(":\\d+", "")));
        limitedObjects.forEach(every::about);
        for (Route page : pages)
            if (page.isAboutOne()
                            && (page.rule().of() == Of.CASE || page.pattern().startsWith("/upw/projects/"))
                    || page.pattern().equals("/cases"))
                look(
                        page,
                        "`%s` of a limited-access case".formatted(page.pattern().replace(":\\d+", "")));

        Files.writeString(WRITTEN, table());
        assertThat(shownToSomebody).as("the walk finds what is there").containsExactlyInAnyOrder(Fact.values());
        for (Reader reader : Reader.values())
            assertThat(seen.get(reader)).as(reader.title).doesNotContain(Fact.LIMITED);
        assertThat(seen.get(Reader.SERVICE_OWNER)).doesNotContain(Fact.CIRCUMSTANCES, Fact.NOTE);
        assertThat(seen.get(Reader.SUPERVISOR))
                .doesNotContain(Fact.PERSON, Fact.CIRCUMSTANCES, Fact.NOTE, Fact.FEEDBACK);
        assertThat(seen.get(Reader.LINE_MANAGER))
                .contains(Fact.PERSON, Fact.NOTE)
                .doesNotContain(Fact.CRN, Fact.PRACTITIONER, Fact.LIMITED_CRN, Fact.FEEDBACK);
        assertThat(seen.get(Reader.UNION))
                .contains(Fact.FEEDBACK)
                .doesNotContain(
                        Fact.CRN, Fact.PRACTITIONER, Fact.LIMITED_CRN, Fact.PERSON, Fact.CIRCUMSTANCES, Fact.NOTE);
        assertThat(seen.get(Reader.HR_ELSEWHERE)).isEmpty();

        assertThat(table())
                .as("What is withheld has changed: look at it, then cp %s %s", WRITTEN, TABLE)
                .isEqualTo(Files.readString(TABLE));
    }

    private void look(Route page, String row) throws Exception {
        Set<Fact> shown = EnumSet.noneOf(Fact.class);
        shown.addAll(facts(page, TRUSTED, everything()));
        for (String person : List.of(EveryRoute.CONCERNED, MANAGER)) shown.addAll(facts(page, person));
        shown.addAll(facts(page, "hr-nw", "hr-nw"));
        shown.addAll(facts(page, "tu-napo", "tu-napo"));
        shownToSomebody.addAll(shown);
        Map<Reader, String> cells = new LinkedHashMap<>();
        for (Reader reader : Reader.values()) {
            MockHttpServletResponse answer = every.answer(page, reader.name, reader.groups);
            Set<Fact> theirs = facts(page, answer);
            seen.get(reader).addAll(theirs);
            cells.put(reader, cell(answer.getStatus(), shown, theirs));
        }
        withheld.put(row, cells);
    }

    private static String cell(int status, Set<Fact> shown, Set<Fact> theirs) {
        if (status == 403) return "closed";
        if (status >= 400) return "not there";
        List<String> missing = shown.stream()
                .filter(fact -> !theirs.contains(fact))
                .map(fact -> fact.words)
                .toList();
        return missing.isEmpty() ? "open" : "without " + String.join(", ", missing);
    }

    private Set<Fact> facts(Route page, String reader, String... groups) throws Exception {
        return facts(page, every.answer(page, reader, groups));
    }

    /** The header names whoever is signed in, and who looks for a case has typed its CRN. */
    private static Set<Fact> facts(Route page, MockHttpServletResponse answer) throws Exception {
        String whole = answer.getStatus() == 200 ? answer.getContentAsString() : "";
        String text = whole.substring(Math.max(0, whole.indexOf("<main")));
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.sign.matcher(text).find())
                .filter(fact -> !page.pattern().equals("/cases") || !TYPED.contains(fact))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class)));
    }

    /** Every role of the North West. */
    private static String[] everything() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.TU)
                .map(role -> role.word() + EveryRoute.own(role))
                .toArray(String[]::new);
    }

    private String table() {
        List<String> rows = new ArrayList<>();
        rows.add("""
            # What five roles cannot see

            Written by `WithheldTest`, which plants an open case, a limited-access case, a person who takes part in a consultation, their circumstances, the note of their one-to-one and a union's feedback in the North West, and opens every page as each of the five. **closed**: the page is refused. **not there**: for them it does not exist, such as the draft of somebody else. **without**: the page opens and leaves out what it shows to those who may see it. **open**: it opens, and nothing of what is planted is left out.

            None of the five sees more of a limited-access case than its CRN on any page. What each may do is in [access.md](access.md).
            """);
        rows.add("| page | "
                + Arrays.stream(Reader.values()).map(reader -> reader.title).collect(Collectors.joining(" | "))
                + " |");
        rows.add("|---|" + "---|".repeat(Reader.values().length));
        withheld.forEach((page, cells) -> rows.add("| %s | %s |".formatted(page, String.join(" | ", cells.values()))));
        return String.join("\n", rows) + "\n";
    }

    private String newest(String table) {
        return jdbc.sql("SELECT MAX(id) FROM " + table).query(String.class).single();
    }
}
