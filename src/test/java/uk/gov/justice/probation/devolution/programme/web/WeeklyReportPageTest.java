package uk.gov.justice.probation.devolution.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.programme.WeeklyReports;
import uk.gov.justice.probation.devolution.web.ConsoleTest;
import uk.gov.justice.probation.devolution.web.SomePlan;

/** A handover that was due three days before this week began, and another that moved seven cases the week before. */
@ConsoleTest
class WeeklyReportPageTest {
    private static final LocalDate MONDAY = TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    private static final LocalDate LAST_WEEK = MONDAY.minusWeeks(1);

    @Autowired
    MockMvc http;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WeeklyReports reports;

    @BeforeEach
    void twoHandoversOfTheNorthWest() throws Exception {
        SomePlan.importInto(http);
        SomeCases cases = new SomeCases(jdbc);
        handover(cases, "H-NW-5", "TERMINATIONS", MONDAY.minusDays(3));
        long moved = handover(cases, "H-NW-2", "ALLOCATION", MONDAY.plusWeeks(9));
        given.theHandover(moved)
                .state("HYPERCARE")
                .counted(9, 7, 2)
                .transferred(LAST_WEEK.plusDays(2).atTime(10, 0).toInstant(ZoneOffset.UTC))
                .save();
    }

    @Test
    void thePresentWeekSaysHowItStandsNow() throws Exception {
        assertThat(text("/reports/weekly", "psc-service-owner"))
                .contains("this is how the programme stands now")
                .contains("North West 2 0 1 1 0 0 0 0 0")
                .contains("North West: late or at risk")
                .contains("H-NW-5")
                .contains("All regions 2 0 1 1 0 0 0 0 0");
    }

    @Test
    void aPastWeekSaysWhatMovedInItAndNotWhatIsNotKept() throws Exception {
        assertThat(text("/reports/weekly?week=" + LAST_WEEK, "psc-service-owner"))
                .contains("How the programme stood at the end of the week.")
                .contains("North West 2 0 1 1 Not known 7 2 Not known Not known");
        assertThat(text("/reports/weekly?week=" + LAST_WEEK.minusWeeks(1), "psc-service-owner"))
                .contains("North West 2 0 2 0 Not known 0 0 Not known Not known");
        assertThat(text("/reports/weekly?week=never", "psc-service-owner")).contains("stands now");
    }

    @Test
    void aWeekThatWasKeptIsShownAsItWasHoweverTheProgrammeWentOn() throws Exception {
        reports.keepPresentWeek();
        given.theHandover("H-NW-2")
                .transferred(MONDAY.atTime(10, 0).toInstant(ZoneOffset.UTC))
                .save();
        reports.keepPresentWeek();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM weekly_report_line WHERE region_code = 'NW'")
                        .query(Integer.class)
                        .single())
                .as("lines of the North West in this week")
                .isOne();
        given.weeksWereKeptAWeekBefore();
        given.theHandover("H-NW-5").state("CANCELLED").save();

        String week = "/reports/weekly?week=" + LAST_WEEK;
        assertThat(text(week, "psc-service-owner"))
                .contains("How the programme stood on " + Deadlines.inWords(TODAY.minusWeeks(1)))
                .contains("North West 2 0 1 1 0 7 2 0 0")
                .contains("All regions 2 0 1 1 0 7 2 0 0")
                .contains("H-NW-5")
                .doesNotContain("Not known", "not saved");
        assertThat(text(week, "rpd-gm")).doesNotContain("North West", "H-NW-5");
        try (PDDocument document = Loader.loadPDF(
                page("/reports/weekly.pdf?week=" + LAST_WEEK, "rpd-nw").getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("North West 2 0 1 1 0 7 2 0 0", "H-NW-5");
        }
    }

    @Test
    void managersReadOfTheirRegionsOnly() throws Exception {
        for (String reader : new String[] {"rpd-nw", "head-of-operations-nw", "programme-nw"})
            assertThat(text("/reports/weekly", reader))
                    .contains("North West 2")
                    .doesNotContain("Greater Manchester", "All regions");
        assertThat(text("/reports/weekly", "rpd-gm"))
                .contains("Greater Manchester 0")
                .doesNotContain("North West", "H-NW-5");
        assertThat(page("/reports/weekly", "hr-nw").getStatus()).isEqualTo(403);
        assertThat(page("/reports/weekly.pdf", "hr-nw").getStatus()).isEqualTo(403);
    }

    @Test
    void thePdfSaysTheSameAndIsTagged() throws Exception {
        MockHttpServletResponse pdf = page("/reports/weekly.pdf", "rpd-nw");
        assertThat(pdf.getHeader("Content-Disposition")).contains("weekly-report-%s.pdf".formatted(MONDAY));
        try (PDDocument document = Loader.loadPDF(pdf.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Weekly report of the devolution programme", "North West 2 0 1 1 0 0 0 0 0", "H-NW-5");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Weekly report.");
        }
    }

    private static long handover(SomeCases cases, String row, String service, LocalDate due) {
        return cases.handover(
                row, "HANDOVER", "NW", service, "FORMER_CRC_CASES", "PSC_LIVERPOOL", "REGION_NW", due, "BRIEFING");
    }

    private String text(String address, String reader) throws Exception {
        return page(address, reader)
                .getContentAsString()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private MockHttpServletResponse page(String address, String reader) throws Exception {
        return http.perform(get(URI.create(address)).with(colleague(reader)))
                .andReturn()
                .getResponse();
    }
}
