package uk.gov.justice.probation.devolution.example;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.handover.HandoverKind;

/**
 * A row of a plan made for tests: allocation in the North West from Liverpool to the region, unless stated otherwise.
 */
public record ExampleHandover(
        String planRow,
        HandoverKind kind,
        String region,
        String service,
        String scope,
        String from,
        String to,
        LocalDate windowStart,
        LocalDate due,
        String gates) {

    public static ExampleHandover due(LocalDate due) {
        return new ExampleHandover(
                "H-NW-1",
                HandoverKind.HANDOVER,
                "NW",
                "ALLOCATION",
                "",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 10, 1),
                due,
                "BRIEFING");
    }

    public static ExampleHandover siteMoveDue(LocalDate due) {
        return new ExampleHandover(
                "M1",
                HandoverKind.SITE_MOVE,
                "NW",
                "TERMINATIONS",
                "",
                "PSC_WAKEFIELD",
                "PSC_LIVERPOOL",
                LocalDate.of(2021, 10, 1),
                due,
                "BRIEFING");
    }

    public ExampleHandover row(String id) {
        return new ExampleHandover(id, kind, region, service, scope, from, to, windowStart, due, gates);
    }

    public ExampleHandover of(String otherService) {
        return new ExampleHandover(planRow, kind, region, otherService, scope, from, to, windowStart, due, gates);
    }

    public ExampleHandover windowFrom(LocalDate start) {
        return new ExampleHandover(planRow, kind, region, service, scope, from, to, start, due, gates);
    }

    public ExampleHandover gates(String... needed) {
        return new ExampleHandover(
                planRow, kind, region, service, scope, from, to, windowStart, due, String.join("|", needed));
    }
}
