package uk.gov.justice.probation.devolution.unpaidwork.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import uk.gov.justice.probation.devolution.calendar.SomeDeadlines;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.session.AddingToRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.CancellingDays;
import uk.gov.justice.probation.devolution.unpaidwork.session.CancellingDays.Reason;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCodes;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters.Expected;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters.Register;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;

class RegisterWhileOthersWorkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void aDayIsCancelledForTheOthersIfSomebodyWorksOnTheOrderOfOne() {
        ReadingRegisters reading = mock(ReadingRegisters.class);
        CancellingDays cancelling = mock(CancellingDays.class);
        SignedIn signedIn = mock(SignedIn.class);
        when(signedIn.colleague()).thenReturn(new Colleague("supervisor", Set.of("upw-supervisor-nw")));
        when(reading.dayOf(anyString(), any())).thenReturn(Optional.of(DAY));
        when(reading.read(anyString(), any(), any()))
                .thenReturn(new Register(DAY, List.of(expected("X000001", 1), expected("X000002", 2)), false));
        doThrow(new CannotAcquireLockException("busy")).when(cancelling).cancel(eq(1L), anyInt(), any(), any());
        RegisterPage page = new RegisterPage(
                reading,
                mock(ListingProjects.class),
                mock(RecordingOutcomes.class),
                cancelling,
                mock(AddingToRegisters.class),
                mock(OutcomeCodes.class),
                SomeDeadlines.on(DAY),
                signedIn);
        ExtendedModelMap model = new ExtendedModelMap();
        MockHttpServletResponse response = new MockHttpServletResponse();

        page.cancel("NWP1", List.of(1L, 2L), Reason.WEATHER, model, response, new RedirectAttributesModelMap());

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(model.getAttribute("problems"))
                .isEqualTo(Map.of(
                        "person-1",
                        "CRN X000001: Somebody else is working on this person's order. Try again in a minute"));
        assertThat(model.getAttribute("notice")).asString().startsWith("The day is cancelled for 1 person");
        verify(cancelling).cancel(eq(2L), anyInt(), any(), any());
    }

    private static Expected expected(String crn, long session) {
        return new Expected(
                crn, session, LocalTime.of(9, 0), LocalTime.of(16, 0), SessionState.PLANNED, null, false, 1);
    }
}
