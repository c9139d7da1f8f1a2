package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.Statements;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.HandoverOverview.Filter;

/** A handover sends as many statements for many rows as for one. */
@DomainTest
@WithDatabase
class HandoverStatementsTest {

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HandoverOverview overview;

    @Autowired
    TakingInventory inventory;

    @Autowired
    AnsweringGates gates;

    @Autowired
    TransferringCases transferring;

    @Autowired
    Queues queues;

    private SomeCases cases;
    private long handover;

    @BeforeEach
    void aHandoverOfThirtyCases() {
        cases = new SomeCases(jdbc);
        cases.held(30, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        handover = cases.handover(
                "H-NW-1",
                "HANDOVER",
                "NW",
                "ALLOCATION",
                "",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2021, 12, 1),
                "BRIEFING|EQIP|VETTING");
    }

    @Test
    void theListOfHandoversAsksNoMoreForManyThanForOne() throws Exception {
        int one = Statements.during(() -> overview.latest(Filter.ALL)).count();
        Stream.of("GM", "WALES", "LONDON")
                .forEach(region -> cases.handover(
                        "H-" + region,
                        "HANDOVER",
                        region,
                        "ALLOCATION",
                        "",
                        "PSC_LIVERPOOL",
                        "REGION_" + region,
                        LocalDate.of(2021, 12, 1),
                        "BRIEFING"));

        Statements many = Statements.during(() -> overview.latest(Filter.ALL));

        assertThat(many.count()).isEqualTo(one);
        assertThat(many.repeated()).isEmpty();
    }

    @Test
    void aGateIsAnsweredWithTheHandoverReadOnce() throws Exception {
        inventory.take(handover);
        given.theHandover(handover).state("GATES").save();

        Statements sent = Statements.during(() ->
                gates.publishedOnEqip(handover, "EQIP 7", LocalDate.of(2021, 11, 1), SomeAnswers.of(1, "change-nw")));

        assertThat(sent.of("handover"))
                .filteredOn(sql -> sql.toLowerCase().startsWith("select"))
                .as(sent.toString())
                .hasSize(1);
        assertThat(sent.count()).as(sent.toString()).isLessThanOrEqualTo(8);
    }

    @Test
    void aBatchMovesInAsManyStatementsHoweverManyCasesItHas() throws Exception {
        inventory.take(handover);
        queues.freeze(handover);
        TransferringCases.Batches planned = transferring.plan(handover);

        Statements sent = Statements.during(() -> transferring.transfer(
                handover, planned.round(), planned.numbers().getFirst()));

        assertThat(planned.numbers()).isEqualTo(List.of(1));
        assertThat(sent.count()).as(sent.toString()).isEqualTo(6);
    }
}
