package uk.gov.justice.probation.devolution.unpaidwork.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.gov.justice.probation.devolution.unpaidwork.session.Counted.Standing;

/** What an outcome adds to an order of 1,000 minutes, of which 300 may be education. */
class CountedTest {
    private static final OutcomeCode COMPLIED =
            new OutcomeCode("ATTC", "Attended: complied", true, Credit.FULL, false, true);

    @ParameterizedTest
    @CsvSource({"420, 0, 0, 420", "420, 20, 0, 400", "420, 420, 0, 0", "420, 0, 999, 1", "420, 0, 1000, 0"})
    void workCountsLessThePenaltyUpToWhatRemains(int worked, int penalty, int credited, int counted) {
        Counted work = counted(worked, penalty, Meaning.CREDIT, false, credited, 0);
        assertThat(work).isEqualTo(new Counted(counted, false));
        assertThat(work.kind()).isEqualTo(CreditEntry.Kind.WORK);
        assertThat(work.educationMinutes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"300, 0, 300", "301, 0, 300", "420, 299, 1", "420, 300, 0"})
    void educationCountsUpToItsCap(int worked, int before, int counted) {
        Counted education = counted(worked, 0, Meaning.CREDIT, true, 0, before);
        assertThat(education.minutes()).isEqualTo(counted);
        assertThat(education.educationMinutes()).isEqualTo(counted);
        assertThat(education.kind()).isEqualTo(CreditEntry.Kind.EDUCATION);
    }

    @ParameterizedTest
    @EnumSource(
            value = Meaning.class,
            names = {"RESCHEDULE", "ENFORCE"})
    void whatIsPlannedAgainOrEnforcedAloneCountsNothing(Meaning meaning) {
        assertThat(counted(420, 0, meaning, true, 0, 0)).isEqualTo(new Counted(0, true));
    }

    @Test
    void whatIsEnforcedAndCreditedCounts() {
        assertThat(counted(420, 0, Meaning.CREDIT_AND_ENFORCE, false, 0, 0).minutes())
                .isEqualTo(420);
    }

    @Test
    void onlyFailuresAreEnforced() {
        assertThat(Meaning.values())
                .filteredOn(Meaning::enforces)
                .containsExactly(Meaning.CREDIT_AND_ENFORCE, Meaning.ENFORCE);
    }

    private static Counted counted(
            int worked, int penalty, Meaning meaning, boolean education, int credited, int educationCredited) {
        Session session = mock(Session.class);
        when(session.workedMinutes()).thenReturn(worked);
        when(session.penaltyMinutes()).thenReturn(penalty);
        return Counted.of(session, COMPLIED, meaning, education, new Standing(1000, credited, educationCredited));
    }
}
