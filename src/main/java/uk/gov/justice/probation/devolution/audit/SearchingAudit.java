package uk.gov.justice.probation.devolution.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditQuery.Row;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Searches the audit, for those who may read it: the PSC Service Owner everything, the others what belongs to their
 * regions. What is about a limited-access case is there for those who may see the case, and for nobody else: it is not
 * counted either.
 */
@Service
public class SearchingAudit {
    private static final int AT_ONCE = 200;
    private static final Pattern CRN = Pattern.compile("[A-Z]\\d{6}");

    /** Some entries, the newest first; {@code earlier} is the last of them if there are more, and null otherwise. */
    public record Found(List<ReadEntry> entries, Long earlier) {}

    private final AuditQuery query;
    private final List<AuditGuard> guards;
    private final List<AuditSubjects> subjects;
    private final List<AuditPeople> people;
    private final FactsInWords facts;

    SearchingAudit(
            AuditQuery query,
            List<AuditGuard> guards,
            List<AuditSubjects> subjects,
            List<AuditPeople> people,
            FactsInWords facts) {
        this.query = query;
        this.guards = guards;
        this.subjects = subjects;
        this.people = people;
        this.facts = facts;
    }

    /** What can be sought by name: each action with what it says, without what it is about. */
    public static Map<String, String> actions(Sought.What what) {
        Map<String, String> said = new HashMap<>();
        if (what != Sought.What.LOOKS) said.putAll(Sentences.decisions());
        if (what != Sought.What.DECISIONS) said.putAll(Sentences.looks());
        said.replaceAll((action, sentence) -> sentence.replace(Sentences.ABOUT, "…"));
        Map<String, Long> alike =
                said.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        said.replaceAll((action, words) -> alike.get(words) == 1
                ? words
                : "%s (%s)".formatted(words, action.toLowerCase(Locale.UK).replace('_', ' ')));
        return said;
    }

    /**
     * @param before only entries before this one; null: from the newest on
     * @throws NotAllowedException if the colleague may read none of it
     */
    @Transactional(readOnly = true)
    public Found find(Sought sought, Colleague by, Long before, int atMost) {
        Set<String> regions = regions(by);
        String about = sought.about().strip();
        String crn = CRN.matcher(about.toUpperCase(Locale.ROOT)).matches() ? about.toUpperCase(Locale.ROOT) : null;
        Set<String> meant = about.isEmpty() ? null : meant(about);
        List<Row> readable = new ArrayList<>();
        Long from = before;
        while (readable.size() <= atMost) {
            int wanted = Math.max(AT_ONCE, atMost + 1);
            List<Row> rows = query.find(sought, meant, crn, regions, from, wanted);
            Set<String> hidden = hidden(rows, by);
            rows.stream().filter(row -> !hidden.contains(row.subject())).forEach(readable::add);
            if (rows.size() < wanted) break;
            from = rows.getLast().id();
        }
        boolean more = readable.size() > atMost;
        List<Row> shown = more ? readable.subList(0, atMost) : readable;
        return new Found(inWords(shown), more ? shown.getLast().id() : null);
    }

    /** All of them, one after the other. */
    public Iterable<ReadEntry> all(Sought sought, Colleague by) {
        return () -> new Iterator<>() {
            private Found part = find(sought, by, null, 1000);
            private Iterator<ReadEntry> entries = part.entries().iterator();

            @Override
            public boolean hasNext() {
                if (!entries.hasNext() && part.earlier() != null) {
                    part = find(sought, by, part.earlier(), 1000);
                    entries = part.entries().iterator();
                }
                return entries.hasNext();
            }

            @Override
            public ReadEntry next() {
                hasNext();
                return entries.next();
            }
        };
    }

    /** Null for whoever reads everything. */
    private static Set<String> regions(Colleague by) {
        if (by.isServiceOwner()) return null;
        Set<String> regions = ReadingAudit.regions(by);
        if (regions.isEmpty())
            throw new NotAllowedException(
                    "Only the PSC Service Owner, and the data lead, the Head of Operations and the Regional Probation Director of a region, can read the audit. You are signed in as %s."
                            .formatted(by.userName()));
        return regions;
    }

    private Set<String> meant(String typed) {
        Set<String> meant = subjects.stream()
                .flatMap(kind -> kind.meant(typed).stream())
                .collect(Collectors.toCollection(HashSet::new));
        meant.add(typed);
        return meant;
    }

    private Set<String> hidden(List<Row> rows, Colleague by) {
        Set<String> named = rows.stream().map(Row::subject).collect(Collectors.toSet());
        return guards.stream()
                .flatMap(guard -> guard.hidden(named, by).stream())
                .collect(Collectors.toSet());
    }

    private List<ReadEntry> inWords(List<Row> rows) {
        Set<String> named = rows.stream().map(Row::subject).collect(Collectors.toSet());
        Set<String> actors = rows.stream().map(Row::actor).collect(Collectors.toSet());
        Map<String, String> abouts = merged(subjects, kind -> kind.inWords(named));
        Map<String, String> names = merged(people, known -> known.names(actors));
        return rows.stream()
                .map(row -> {
                    String sentence = Sentences.of(row.action());
                    int about = sentence.indexOf(Sentences.ABOUT);
                    return new ReadEntry(
                            row.at().toInstant(ZoneOffset.UTC),
                            who(row.actor(), names),
                            sentence.substring(0, about),
                            abouts.getOrDefault(row.subject(), plain(row.subject())),
                            sentence.substring(about + Sentences.ABOUT.length()),
                            row.subject(),
                            Sentences.isLook(row.action()),
                            facts.of(row.facts()));
                })
                .toList();
    }

    private static <T> Map<String, String> merged(List<T> sources, Function<T, Map<String, String>> known) {
        Map<String, String> all = new HashMap<>();
        sources.forEach(source -> all.putAll(known.apply(source)));
        return all;
    }

    private static String who(String actor, Map<String, String> names) {
        if (actor.equals("system")) return "The service";
        String name = names.get(actor);
        if (name != null) return name;
        return TaskGroup.named(actor)
                .map(group -> "%s (%s)".formatted(group.role().title(), actor))
                .orElse(actor);
    }

    private static String plain(String subject) {
        int slash = subject.indexOf('/');
        if (slash < 0) return subject.equals(AuditOfSignIns.SUBJECT) ? "the sign-in" : subject;
        String kind = subject.substring(0, slash);
        String which = subject.substring(slash + 1);
        return switch (kind) {
            case "list" -> "the whole list '%s'".formatted(which);
            case "undelivered" -> "undelivered email %s".formatted(which);
            default -> "%s %s".formatted(kind.replace('-', ' '), which);
        };
    }
}
