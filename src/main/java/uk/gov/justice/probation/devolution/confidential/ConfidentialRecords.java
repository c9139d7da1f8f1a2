package uk.gov.justice.probation.devolution.confidential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Confidential records about members of staff: stored encrypted, shown to the person, their line manager and HR of
 * their region, and to those who decide on what they contain. Every look is audited, with kinds and counts but never
 * the contents. What a record is about is a reference such as {@code consultation/12} or {@code appeal/3}.
 */
@Service
public class ConfidentialRecords {
    private static final Set<Kind> EVERYTHING = Set.of(Kind.values());
    private static final String SYSTEM = "system";

    /** A decrypted record. {@code adjustments} is null except for {@link Kind#ADJUSTMENTS}. */
    public record Entry(
            long id, Kind kind, String about, String text, Adjustments adjustments, String keptBy, Instant keptAt) {}

    /** That something was said, and not what. */
    public record Said(long id, String about, Instant keptAt) {}

    private final ConfidentialRecordRepository records;
    private final ErasingBatch erasing;
    private final ObjectProvider<InPlaceOfLineManagers> acting;
    private final StaffDirectory staff;
    private final Sealing sealing;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    ConfidentialRecords(
            ConfidentialRecordRepository records,
            ErasingBatch erasing,
            ObjectProvider<InPlaceOfLineManagers> acting,
            StaffDirectory staff,
            Sealing sealing,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.records = records;
        this.erasing = erasing;
        this.acting = acting;
        this.staff = staff;
        this.sealing = sealing;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a record; earlier ones stay. Those who may read a kind may add to it.
     *
     * @return its id
     * @throws NotAllowedException if the colleague may not
     */
    @Transactional
    public long keep(String staffNumber, Kind kind, String about, String text, Colleague by) {
        if (kind == Kind.ADJUSTMENTS)
            return keepAdjustments(staffNumber, about, new Adjustments(Set.of(), Set.of(), text), by);
        return insert(staffNumber, kind, about, text, by);
    }

    /** Like {@link #keep}, for adjustments. The latest about a subject count. */
    @Transactional
    public long keepAdjustments(String staffNumber, String about, Adjustments adjustments, Colleague by) {
        return insert(staffNumber, Kind.ADJUSTMENTS, about, written(adjustments), by);
    }

    /**
     * Like {@link #keepAdjustments}, starting from those that are kept, which nobody is shown. If they stay the same,
     * nothing is kept.
     */
    @Transactional
    public void changeAdjustments(String staffNumber, String about, UnaryOperator<Adjustments> change, Colleague by) {
        Adjustments kept = kept(staffNumber, about, Set.of(Kind.ADJUSTMENTS)).stream()
                .findFirst()
                .map(row -> opened(row).adjustments())
                .orElse(Adjustments.NONE);
        Adjustments changed = change.apply(kept);
        if (!changed.equals(kept)) keepAdjustments(staffNumber, about, changed, by);
    }

    /** Whether there is such a record. Nothing is decrypted. */
    @Transactional(readOnly = true)
    public boolean isKept(String staffNumber, Kind kind, String about) {
        return records.existsByStaffNumberAndKindAndAbout(staffNumber, kind, about);
    }

    /** What the person has said of a kind, for the person alone, the latest first. Nothing is decrypted. */
    @Transactional(readOnly = true)
    public List<Said> said(String staffNumber, Kind kind) {
        return kept(staffNumber, null, Set.of(kind)).stream()
                .filter(row -> row.keptBy().equals(staffNumber))
                .map(row -> new Said(row.id(), row.about(), row.keptAt()))
                .toList();
    }

    /** Whether the colleague is the person, their line manager or HR of their region. */
    @Transactional(readOnly = true)
    public boolean mayRead(String staffNumber, Colleague by) {
        return mayRead(person(staffNumber), by);
    }

    /**
     * Everything recorded about a person that the colleague may read, newest first; for a line manager, what was
     * recorded while they were the line manager.
     *
     * @throws NotAllowedException if the colleague is not the person, their line manager or HR of their region, and
     *     acts for none of them
     */
    @Transactional
    public List<Entry> read(String staffNumber, Colleague by) {
        return read(staffNumber, null, EVERYTHING, by);
    }

    /**
     * Like {@link #read(String, Colleague)}, but only of these kinds and about this subject; about any subject if
     * {@code about} is null.
     */
    @Transactional
    public List<Entry> read(String staffNumber, String about, Set<Kind> kinds, Colleague by) {
        StaffMember person = person(staffNumber);
        Set<Kind> inPlace = inPlaceOfManager(person, about, by);
        if (!mayRead(person, by) && inPlace.isEmpty()) throw refused(by);
        List<ConfidentialRecord> rows = kept(staffNumber, about, kinds).stream()
                .filter(row -> isThePerson(person, by)
                        || row.kind().isForManagers() && isTheirs(row, person, by)
                        || inPlace.contains(row.kind()) && isTheManagers(row, person))
                .toList();
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        rows.forEach(row -> counts.merge(row.kind(), 1, Integer::sum));
        audit.record(
                by.userName(),
                "CONFIDENTIAL_VIEWED",
                subject(person),
                person.regionCode(),
                Map.of("kinds", counts, "about", about == null ? "" : about));
        return rows.stream().map(this::opened).toList();
    }

    /**
     * The latest record of a kind, for somebody who decides on it, or for the person, their line manager or HR; empty
     * if there is none.
     *
     * @param purpose why it is read, in words for the audit: "appeal panel decides"
     * @throws NotAllowedException if the colleague may not read it
     */
    @Transactional
    public String readFor(String staffNumber, String about, Kind kind, Colleague by, String purpose) {
        StaffMember person = person(staffNumber);
        if (!mayRead(person, kind, by)) throw refused(by);
        boolean decides = isThePerson(person, by) || decides(person, kind, by);
        return last(person, about, kind, row -> decides || isTheirs(row, person, by), by.userName(), purpose);
    }

    /** Like {@link #readFor}, for an automated step that writes it into a letter to the person. */
    @Transactional
    public String readForStep(String staffNumber, String about, Kind kind, String step) {
        return last(person(staffNumber), about, kind, row -> true, SYSTEM, step);
    }

    /**
     * The adjustments that count for each of these people in a consultation, for those who have any. Used by the
     * allocation.
     *
     * @param consultation "consultation/12": only what was recorded about it, and what the audit names
     */
    @Transactional
    public Map<String, Adjustments> adjustments(Collection<String> staffNumbers, String consultation) {
        if (staffNumbers.isEmpty()) return Map.of();
        Map<String, Adjustments> adjustments = new HashMap<>();
        records.findByAboutAndKindAndStaffNumberInOrderById(consultation, Kind.ADJUSTMENTS, staffNumbers)
                .forEach(
                        kept -> adjustments.put(kept.staffNumber(), opened(kept).adjustments()));
        audit.record(
                SYSTEM,
                "CONFIDENTIAL_USED",
                consultation,
                null,
                Map.of("kind", Kind.ADJUSTMENTS, "people", adjustments.size()));
        return adjustments;
    }

    /** Everything recorded about this subject is erased after the date. */
    @Transactional
    public void eraseAfter(String about, LocalDate date) {
        erasing.eraseAfter(about, date);
    }

    private long insert(String staffNumber, Kind kind, String about, String text, Colleague by) {
        StaffMember person = person(staffNumber);
        if (!mayRead(person, kind, by) && !inPlaceOfManager(person, about, by).contains(kind)) throw refused(by);
        byte[] content = sealing.seal(
                        text.getBytes(StandardCharsets.UTF_8), ConfidentialRecord.place(staffNumber, kind, about))
                .bytes();
        ConfidentialRecord kept = records.save(new ConfidentialRecord(
                staffNumber, kind, about, content, by.userName(), clock.instant(), person.lineManagerStaffNumber()));
        audit.record(
                by.userName(),
                "CONFIDENTIAL_KEPT",
                subject(person),
                person.regionCode(),
                Map.of("kind", kind, "about", about));
        return kept.id();
    }

    private String last(
            StaffMember person,
            String about,
            Kind kind,
            Predicate<ConfidentialRecord> readable,
            String reader,
            String purpose) {
        List<ConfidentialRecord> rows = kept(person.staffNumber(), about, Set.of(kind)).stream()
                .filter(readable)
                .toList();
        audit.record(
                reader,
                "CONFIDENTIAL_VIEWED",
                subject(person),
                person.regionCode(),
                Map.of("kinds", Map.of(kind, Math.min(1, rows.size())), "about", about, "purpose", purpose));
        return rows.isEmpty() ? "" : opened(rows.getFirst()).text();
    }

    private List<ConfidentialRecord> kept(String staffNumber, String about, Set<Kind> kinds) {
        return about == null
                ? records.findByStaffNumberAndKindInOrderByIdDesc(staffNumber, kinds)
                : records.findByStaffNumberAndAboutAndKindInOrderByIdDesc(staffNumber, about, kinds);
    }

    private Entry opened(ConfidentialRecord row) {
        String text = new String(sealing.open(Sealed.of(row.content()), row.place()), StandardCharsets.UTF_8);
        Adjustments adjustments = row.kind() == Kind.ADJUSTMENTS ? read(text) : null;
        return new Entry(
                row.id(),
                row.kind(),
                row.about(),
                adjustments == null ? text : adjustments.text(),
                adjustments,
                row.keptBy(),
                row.keptAt());
    }

    private static boolean mayRead(StaffMember person, Kind kind, Colleague by) {
        return isThePerson(person, by) || kind.isForManagers() && mayRead(person, by) || decides(person, kind, by);
    }

    private static boolean mayRead(StaffMember person, Colleague by) {
        return isThePerson(person, by) || by.userName().equals(person.lineManagerStaffNumber()) || isHr(person, by);
    }

    /** HR can read everything; a line manager, what was recorded while they were the line manager. */
    private static boolean isTheirs(ConfidentialRecord row, StaffMember person, Colleague by) {
        return isHr(person, by) || by.userName().equals(row.lineManager());
    }

    /** Whoever acts in the line manager's place sees what the present one sees. */
    private static boolean isTheManagers(ConfidentialRecord row, StaffMember person) {
        return Objects.equals(row.lineManager(), person.lineManagerStaffNumber());
    }

    private Set<Kind> inPlaceOfManager(StaffMember person, String about, Colleague by) {
        if (about == null || mayRead(person, by)) return Set.of();
        return acting.stream()
                .flatMap(one -> one.openTo(by, person.staffNumber(), about).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isHr(StaffMember person, Colleague by) {
        return by.isIn(group(Role.HR, person));
    }

    private static boolean isThePerson(StaffMember person, Colleague by) {
        return by.userName().equals(person.staffNumber());
    }

    private static boolean decides(StaffMember person, Kind kind, Colleague by) {
        return kind.decidingRoles().stream().anyMatch(role -> by.isIn(group(role, person)));
    }

    private static TaskGroup group(Role role, StaffMember person) {
        return TaskGroup.of(role, person.regionCode());
    }

    private static NotAllowedException refused(Colleague by) {
        return new NotAllowedException(
                "Only the person, their line manager, HR of their region and those who decide about it can see or add to this. You are signed in as %s."
                        .formatted(by.userName()));
    }

    private StaffMember person(String staffNumber) {
        return staff.find(staffNumber).orElseThrow(() -> new NotFound("There is no member of staff with this number"));
    }

    private static String subject(StaffMember person) {
        return "staff/" + person.staffNumber();
    }

    private String written(Adjustments adjustments) {
        try {
            return json.writeValueAsString(adjustments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Adjustments that cannot be written as JSON", e);
        }
    }

    private Adjustments read(String text) {
        try {
            return json.readValue(text, Adjustments.class);
        } catch (JsonProcessingException e) {
            throw new CannotBeOpenedException("Adjustments opened, but cannot be read", null);
        }
    }
}
