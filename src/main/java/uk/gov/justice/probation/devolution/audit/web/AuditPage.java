package uk.gov.justice.probation.devolution.audit.web;

import static uk.gov.justice.probation.devolution.security.Role.DATA_LEAD;
import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import uk.gov.justice.probation.devolution.audit.ReadEntry;
import uk.gov.justice.probation.devolution.audit.SearchingAudit;
import uk.gov.justice.probation.devolution.audit.SearchingAudit.Found;
import uk.gov.justice.probation.devolution.audit.Sought;
import uk.gov.justice.probation.devolution.audit.Sought.What;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.WholeList;

/** The audit in sentences, newest first, by what it is about, who acted, what was done, and when. */
@Allows(
        value = {PSC_SERVICE_OWNER, DATA_LEAD, HEAD_OF_OPERATIONS, RPD},
        of = Of.REGION)
@Controller
class AuditPage {
    private static final int PAGE_SIZE = 50;
    private static final String PATH = "/audit";
    static final EnteredDay FROM = EnteredDay.optional("the first day");
    static final EnteredDay TO = EnteredDay.optional("the last day");

    /** Subjects that have a page, and where it is. */
    private static final Map<String, String> PAGES = Map.of(
            "handover", "/handovers/",
            "consultation", "/consultations/",
            "appeal", "/appeals/",
            "termination", "/terminations/",
            "order", "/upw/orders/",
            "session", "/upw/sessions/",
            "enforcement", "/upw/enforcements/",
            "case-letter", "/case-letters/",
            "letter", "/letters/");

    private final SearchingAudit searching;
    private final Deadlines deadlines;
    private final Clock clock;
    private final SignedIn signedIn;

    AuditPage(SearchingAudit searching, Deadlines deadlines, Clock clock, SignedIn signedIn) {
        this.searching = searching;
        this.deadlines = deadlines;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    @GetMapping(PATH)
    String entries(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) Long before,
            Model model) {
        Map<String, String> problems = new LinkedHashMap<>();
        FROM.problem(from, deadlines).ifPresent(sentence -> problems.put("from", sentence));
        TO.problem(to, deadlines).ifPresent(sentence -> problems.put("to", sentence));
        What wanted = Arrays.stream(What.values())
                .filter(one -> one.name().equalsIgnoreCase(what))
                .findFirst()
                .orElse(What.DECISIONS);
        Sought sought = new Sought(
                wanted,
                about.strip(),
                who.strip(),
                SearchingAudit.actions(wanted).containsKey(action) ? action : "",
                problems.containsKey("from") ? null : beginning(from),
                to == null || problems.containsKey("to") ? null : beginning(to.plusDays(1)));
        Colleague colleague = signedIn.colleague();
        Found found = searching.find(sought, colleague, before, PAGE_SIZE);
        model.addAttribute("sought", sought);
        model.addAttribute("whats", What.values());
        model.addAttribute("actions", actions(wanted));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("found", found);
        model.addAttribute("pages", pages(found));
        model.addAttribute("later", before != null);
        model.addAttribute("address", address(sought, from, to));
        model.addAttribute("problems", problems);
        model.addAttribute(WholeList.ATTRIBUTE, wholeList(sought, colleague));
        return "audit/audit";
    }

    private WholeList<ReadEntry> wholeList(Sought sought, Colleague colleague) {
        return WholeList.of("audit", searching.all(sought, colleague))
                .column("When", ReadEntry::at)
                .column("Who", ReadEntry::who)
                .column("What", ReadEntry::sentence)
                .column("About", ReadEntry::subject)
                .column("A look", ReadEntry::look)
                .column("Facts", entry -> String.join("; ", entry.facts()));
    }

    private Instant beginning(LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** By what they say. */
    private static Map<String, String> actions(What what) {
        return SearchingAudit.actions(what).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> pages(Found found) {
        Set<String> subjects = found.entries().stream().map(ReadEntry::subject).collect(Collectors.toSet());
        Map<String, String> pages = new LinkedHashMap<>();
        subjects.forEach(subject -> {
            int slash = subject.indexOf('/');
            String page = slash < 0 ? null : PAGES.get(subject.substring(0, slash));
            if (page != null) pages.put(subject, page + subject.substring(slash + 1));
        });
        return pages;
    }

    /** Where the same is sought again; what is sought in any case is left out. */
    private static String address(Sought sought, LocalDate from, LocalDate to) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        if (sought.what() != What.DECISIONS)
            add(address, "what", sought.what().name().toLowerCase(Locale.ROOT));
        add(address, "about", sought.about());
        add(address, "who", sought.who());
        add(address, "action", sought.action());
        add(address, "from", from == null ? "" : from.toString());
        add(address, "to", to == null ? "" : to.toString());
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
}
