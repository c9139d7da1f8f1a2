package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.allocating.Explanations;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Writes some outcome letters at once, for the first participants who have none. Concurrent writers of the same
 * consultation wait.
 */
@Component
class OutcomeLetterBatch {

    private record Addressee(long memberId, String staffNumber, Long optionId) {}

    private static final int AT_ONCE = 25;

    private final Placements placements;
    private final StaffDirectory staff;
    private final Explanations explanations;
    private final WritingOutcomes writing;
    private final OutcomeLetterRepository written;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutcomeLetterBatch(
            Placements placements,
            StaffDirectory staff,
            Explanations explanations,
            WritingOutcomes writing,
            OutcomeLetterRepository written,
            JdbcClient jdbc,
            Clock clock) {
        this.placements = placements;
        this.staff = staff;
        this.explanations = explanations;
        this.writing = writing;
        this.written = written;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param offered the options, by id
     * @param batch the batch in which the letters are sent
     * @return whether more may remain
     */
    @Transactional
    public boolean writeSome(Facts consultation, Map<Long, Option> offered, String batch) {
        placements.lock(consultation.id());
        List<Addressee> some = addressees(consultation.id());
        Map<String, StaffMember> people = staff
                .all(some.stream().map(Addressee::staffNumber).toList())
                .stream()
                .collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
        for (Addressee addressee : some) {
            long member = addressee.memberId();
            long letter = writing.write(
                    consultation,
                    member,
                    people.get(addressee.staffNumber()),
                    offered.get(addressee.optionId()),
                    explanations.of(member),
                    batch);
            written.save(new OutcomeLetter(member, consultation.id(), letter, clock.instant()));
        }
        return some.size() == AT_ONCE;
    }

    private List<Addressee> addressees(long consultationId) {
        return jdbc.sql("""
            SELECT m.id AS member_id, m.staff_number, p.option_id FROM consultation_member_view m
              LEFT JOIN placement p ON p.member_id = m.id LEFT JOIN outcome_letter l ON l.member_id = m.id
            WHERE m.consultation_id = ? AND m.active_mark = 1 AND l.member_id IS NULL ORDER BY m.id LIMIT ?
            """)
                .params(consultationId, AT_ONCE)
                .query(Addressee.class)
                .list();
    }
}
