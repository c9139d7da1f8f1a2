package uk.gov.justice.probation.devolution.preferencing.checking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Who may read everybody's rows of a draw: people whom a union that is consulted names for itself, and members of the
 * appeal panel whom its chair names. A name alone opens nothing: whoever reads must still be in the party's group.
 */
@Service
public class DrawReaders {
    /** How many people a party may name. */
    public static final int MOST = 5;

    public static final int LONGEST = 100;

    private final DrawReaderRepository readers;
    private final ConsultationOverview overview;
    private final Consultations consultations;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final Clock clock;

    DrawReaders(
            DrawReaderRepository readers,
            ConsultationOverview overview,
            Consultations consultations,
            Rounds rounds,
            AuditTrail audit,
            Clock clock) {
        this.readers = readers;
        this.overview = overview;
        this.consultations = consultations;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    public List<ReadingParty> parties(Facts consultation) {
        List<ReadingParty> parties = new ArrayList<>();
        overview.unions(consultation.id()).forEach(union -> {
            TaskGroup group = TaskGroup.of(Role.TU, union.slug());
            parties.add(new ReadingParty(group.name(), union.name(), group, List.of(group)));
        });
        TaskGroup chair = TaskGroup.of(Role.APPEAL_CHAIR, consultation.regionCode());
        TaskGroup panel = TaskGroup.of(Role.APPEAL_PANEL, consultation.regionCode());
        parties.add(new ReadingParty(
                panel.name(), "Appeal panel of " + consultation.regionName(), chair, List.of(panel, chair)));
        return parties;
    }

    /** Whom a party has named, the first one first. */
    @Transactional(readOnly = true)
    public List<DrawReader> namedBy(ReadingParty party, Facts consultation) {
        return readers.findByConsultationIdOrderById(consultation.id()).stream()
                .filter(reader -> reader.party().equals(party.id()))
                .toList();
    }

    /**
     * Names somebody to read everybody's rows.
     *
     * @throws NotAllowedException for somebody who names nobody in this consultation
     * @throws NotPossibleNow with the reason
     */
    @Transactional
    public void name(long consultationId, String entered, Colleague by) {
        Facts consultation = consultations.get(consultationId);
        ReadingParty party = mustName(consultation, by);
        if (rounds.find(consultationId).isEmpty())
            throw new NotPossibleNow("Somebody can be named once the places are published.");
        rounds.lock(consultationId);
        String userName = entered.strip();
        if (userName.isEmpty()) throw new NotPossibleNow("Enter the name with which they sign in");
        if (userName.length() > LONGEST)
            throw new NotPossibleNow(
                    "The name with which they sign in must be %d characters or less".formatted(LONGEST));
        List<DrawReader> named = namedBy(party, consultation);
        if (named.stream().anyMatch(reader -> reader.userName().equals(userName)))
            throw new NotPossibleNow("%s is already named".formatted(userName));
        if (named.size() >= MOST)
            throw new NotPossibleNow(
                    "%s has named %d people, which is the most. Take one back first.".formatted(party.title(), MOST));
        readers.save(new DrawReader(consultationId, party.id(), userName, by.userName(), clock.instant()));
        record(consultation, party, "DRAW_READER_NAMED", userName, by);
    }

    /** Takes a name back, if it still stands. */
    @Transactional
    public void takeBack(long consultationId, long readerId, Colleague by) {
        Facts consultation = consultations.get(consultationId);
        ReadingParty party = mustName(consultation, by);
        readers.findByIdAndConsultationId(readerId, consultationId)
                .filter(reader -> reader.party().equals(party.id()))
                .ifPresent(reader -> {
                    readers.delete(reader);
                    record(consultation, party, "DRAW_READER_TAKEN_BACK", reader.userName(), by);
                });
    }

    /** Whether the colleague is named and still in the group of the party that named them. */
    @Transactional(readOnly = true)
    public boolean isNamed(Facts consultation, Colleague colleague) {
        return parties(consultation).stream().anyMatch(party -> isNamed(party, consultation, colleague));
    }

    /** @throws NotAllowedException for everybody else */
    ReadingParty mustBeNamed(Facts consultation, Colleague colleague) {
        return parties(consultation).stream()
                .filter(party -> isNamed(party, consultation, colleague))
                .findFirst()
                .orElseThrow(() -> new NotAllowedException(
                        "Only people whom a union that is consulted or the chair of the appeal panel has named can read everybody's rows. You are signed in as %s."
                                .formatted(colleague.userName())));
    }

    void recordDownload(Facts consultation, ReadingParty party, Colleague by) {
        audit.record(
                by.userName(),
                "DRAW_REQUEST_DOWNLOADED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("party", party.title()));
    }

    private boolean isNamed(ReadingParty party, Facts consultation, Colleague colleague) {
        return party.reads(colleague)
                && namedBy(party, consultation).stream()
                        .anyMatch(reader -> reader.userName().equals(colleague.userName()));
    }

    private ReadingParty mustName(Facts consultation, Colleague by) {
        return parties(consultation).stream()
                .filter(party -> party.names(by))
                .findFirst()
                .orElseThrow(() -> new NotAllowedException(
                        "Only a union that is consulted and the chair of the region's appeal panel name people here. You are signed in as %s."
                                .formatted(by.userName())));
    }

    private void record(Facts consultation, ReadingParty party, String action, String reader, Colleague by) {
        audit.record(
                by.userName(),
                action,
                consultation.subject(),
                consultation.regionCode(),
                Map.of("party", party.title(), "reader", reader));
    }
}
