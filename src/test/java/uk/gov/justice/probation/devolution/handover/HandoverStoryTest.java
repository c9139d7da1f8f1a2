package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static uk.gov.justice.probation.devolution.handover.SomeReports.planned;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.audit.AuditTrail.Entry;
import uk.gov.justice.probation.devolution.handover.ProgressQuery.Stay;

class HandoverStoryTest {
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private final AuditTrail audit = mock();
    private final ProgressQuery progress = mock();
    private final HandoverStory story = new HandoverStory(audit, progress, new ObjectMapper());

    @Test
    void everyAnswerToAGateIsToldWithWhoGaveIt() {
        recorded(
                entry("GATE_BRIEFING", "{\"staffNumbers\":[\"P1\",\"P2\"],\"whyNobody\":\"\",\"on\":\"2026-11-20\"}"),
                entry("GATE_BRIEFING", "{\"staffNumbers\":[],\"whyNobody\":\"Snow\"}"),
                entry("GATE_EQIP", "{\"reference\":\"EQ-7\",\"publishedOn\":\"2026-11-19\"}"),
                entry("GATE_TRAINING_OASYS", "{\"complete\":false,\"note\":\"Two to come\"}"),
                entry("GATE_RECRUITMENT", "{\"required\":8,\"confirmed\":5,\"inRecords\":4}"));

        assertThat(sentences())
                .containsExactlyInAnyOrder(
                        "somebody recorded that 2 colleagues were briefed on 20 November 2026.",
                        "somebody recorded that nobody was briefed.",
                        "somebody recorded the reference EQ-7, published on 19 November 2026.",
                        "somebody answered that the training is not complete.",
                        "somebody confirmed 5 of the 8 colleagues who are needed.");
    }

    @Test
    void whoWasBriefedIsNotNamedAndWhoLookedIsNotTold() {
        recorded(
                entry("GATE_BRIEFING", "{\"staffNumbers\":[\"P4711\"],\"on\":\"2026-11-20\"}"),
                entry("INVENTORY_VIEWED", "{\"page\":1}"),
                entry("EXCEPTIONS_VIEWED", "{\"cases\":1}"),
                entry("LIST_TAKEN", "{}"));

        assertThat(sentences()).singleElement().asString().doesNotContain("P4711");
    }

    @Test
    void whatTheTransferCameToIsToldInFigures() {
        recorded(
                entry("INVENTORY_TAKEN", "{\"inScope\":1250,\"openWork\":20}"),
                entry("EXCEPTIONS_DECIDED", "{\"retry\":3,\"leave\":7,\"firstItem\":1}"),
                entry("CASES_BROUGHT_BACK", "{\"returned\":1240}"),
                entry("MILESTONE_REACHED", "{\"reachedOn\":\"2026-11-19\",\"note\":\"It runs\"}"));

        assertThat(sentences())
                .containsExactlyInAnyOrder(
                        "1,250 cases are in scope, 20 of them with open work.",
                        "somebody decided about cases that stayed: 3 to be tried again, 7 to be left with a reason.",
                        "1,240 cases are back where they came from.",
                        "somebody reported that it was reached on 19 November 2026.");
    }

    @Test
    void whatItCameToIsToldInTheOrderInWhichItHappenedTheLatestFirst() {
        recorded(new Entry(AT.plusSeconds(60), "system", "INVENTORY_TAKEN", "handover/1", "NW", "{}"));
        when(progress.stays(anyLong()))
                .thenReturn(List.of(
                        new Stay(1, HandoverState.TRANSFER, AT.plusSeconds(120)),
                        new Stay(1, HandoverState.SIGNING, AT.plusSeconds(180)),
                        new Stay(1, HandoverState.CLOSED, AT.plusSeconds(240))));

        List<Happened> told = story.of(
                planned(1, LocalDate.of(2026, 12, 1)).met(Gate.CONSULTATION, AT).report());

        assertThat(told)
                .extracting(Happened::title)
                .containsExactly("Closed", "Moving", "Inventory taken", "Gate: Staff consultation");
        assertThat(told.get(2).by()).as("nobody did it").isNull();
    }

    private void recorded(Entry... entries) {
        when(audit.about(any())).thenReturn(Arrays.asList(entries));
    }

    private static Entry entry(String action, String facts) {
        return new Entry(AT, "somebody", action, "handover/1", "NW", facts);
    }

    private List<String> sentences() {
        return story.of(planned(1, LocalDate.of(2026, 12, 1)).report()).stream()
                .map(Happened::sentence)
                .toList();
    }
}
