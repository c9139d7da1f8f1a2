package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** The register of a project's day: everybody who is expected, for whoever runs the day. */
@Service
public class ReadingRegisters {
    private static final Set<Role> ROLES = EnumSet.copyOf(List.of(RecordingOutcomes.ROLES));

    /**
     * Somebody who is expected. For a limited-access case that the colleague may not see, it holds the CRN and nothing
     * else.
     *
     * @param outcome code of the recorded outcome; null if there is none
     */
    public record Expected(
            String crn,
            Long sessionId,
            LocalTime start,
            LocalTime end,
            SessionState state,
            String outcome,
            boolean sensitive,
            int version) {

        static Expected limited(String crn) {
            return new Expected(crn, null, null, null, null, null, false, 0);
        }

        public boolean isMissing() {
            return state == SessionState.PLANNED;
        }
    }

    /**
     * @param people those whom the colleague may not see last
     * @param cancelled whether the day does not take place
     */
    public record Register(LocalDate day, List<Expected> people, boolean cancelled) {

        /** Those whose outcome is not recorded yet. */
        public List<Expected> missing() {
            return people.stream().filter(Expected::isMissing).toList();
        }

        /** How many may be expected whom the colleague cannot see, and for whom somebody with access answers. */
        public long unseen() {
            return people.stream().filter(person -> person.sessionId() == null).count();
        }

        public long recorded() {
            return people.stream()
                    .filter(person -> person.sessionId() != null && !person.isMissing())
                    .count();
        }
    }

    private final RegisterQuery query;

    ReadingRegisters(RegisterQuery query) {
        this.query = query;
    }

    @Transactional(readOnly = true)
    public Register read(String project, LocalDate day, Colleague by) {
        return new Register(
                day,
                query.people(project, day, CaseScope.of(by, ROLES), by.userName()),
                query.isCancelled(project, day));
    }

    /** The day of these sessions of the project; empty if none is of that project. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> dayOf(String project, Collection<Long> sessionIds) {
        return sessionIds.isEmpty() ? Optional.empty() : query.dayOf(project, sessionIds);
    }
}
