package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.NotFound;

/** The cases as their files describe them, for the modules that work on them. Also ends and reopens them. */
@Service
public class Cases {
    private final CaseRepository cases;

    Cases(CaseRepository cases) {
        this.cases = cases;
    }

    /** By the key that it has now, or one that it had before. */
    public Optional<ProbationCase> find(String crn, int eventNumber) {
        return cases.read(crn, eventNumber).or(() -> cases.readFormer(crn, eventNumber));
    }

    /** The CRN that the person has now. */
    public String present(String crn) {
        return cases.mergedInto(crn).map(this::present).orElse(crn);
    }

    public Optional<ProbationCase> find(long id) {
        return cases.read(id);
    }

    /** @throws NotFound with a sentence if there is no such case */
    public ProbationCase get(long id) {
        return cases.read(id).orElseThrow(() -> CaseRepository.unknown(id));
    }

    /** Like {@link #get}, but nobody else can change the case until the transaction ends. */
    public ProbationCase lock(long id) {
        cases.hold(id);
        return get(id);
    }

    /** Like {@link #lock}, for all events of the person, so that decisions about the person are taken one at a time. */
    public ProbationCase lockPerson(long id) {
        cases.ofSamePerson(id).forEach(cases::hold);
        return get(id);
    }

    /** All events of a person, by number. */
    public List<ProbationCase> events(String crn) {
        return cases.readEvents(crn);
    }

    /** These cases, by id. */
    public Map<Long, ProbationCase> all(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return cases.readAll(ids).stream().collect(Collectors.toMap(ProbationCase::id, Function.identity()));
    }

    /**
     * Ends the event.
     *
     * @param reason code of {@code termination_reason}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(long id, LocalDate on, String reason) {
        RegisteredCase ended = cases.lock(id);
        ended.end(on, reason);
        cases.save(ended);
    }

    /** Reopens the event as if it had never ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(long id) {
        RegisteredCase reopened = cases.lock(id);
        reopened.reopen();
        cases.save(reopened);
    }
}
