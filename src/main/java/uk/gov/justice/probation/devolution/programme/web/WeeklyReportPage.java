package uk.gov.justice.probation.devolution.programme.web;

import static uk.gov.justice.probation.devolution.security.Role.HEAD_OF_OPERATIONS;
import static uk.gov.justice.probation.devolution.security.Role.PROGRAMME;
import static uk.gov.justice.probation.devolution.security.Role.PSC_SERVICE_OWNER;
import static uk.gov.justice.probation.devolution.security.Role.RPD;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import uk.gov.justice.probation.devolution.letters.Typesetting;
import uk.gov.justice.probation.devolution.programme.WeeklyReport;
import uk.gov.justice.probation.devolution.programme.WeeklyReport.Line;
import uk.gov.justice.probation.devolution.programme.WeeklyReports;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Allows.Of;
import uk.gov.justice.probation.devolution.security.SignedIn;
import uk.gov.justice.probation.devolution.web.WholeList;

/** The weekly report of the programme, as a page and, with the same words, as an accessible PDF. */
@Allows(
        value = {PSC_SERVICE_OWNER, PROGRAMME, HEAD_OF_OPERATIONS, RPD},
        of = Of.REGION)
@Controller
@RequestMapping("/reports")
class WeeklyReportPage {
    private final WeeklyReports reports;
    private final Typesetting typesetting;
    private final SpringTemplateEngine templates;
    private final SignedIn signedIn;

    WeeklyReportPage(
            WeeklyReports reports, Typesetting typesetting, SpringTemplateEngine templates, SignedIn signedIn) {
        this.reports = reports;
        this.typesetting = typesetting;
        this.templates = templates;
        this.signedIn = signedIn;
    }

    @GetMapping("/weekly")
    String page(@RequestParam(defaultValue = "") String week, Model model) {
        WeeklyReport report = reports.of(week, signedIn.colleague());
        model.addAttribute("report", report);
        model.addAttribute("weeks", reports.weeks());
        model.addAttribute(
                WholeList.ATTRIBUTE,
                WholeList.of("weekly-report", report.lines())
                        .column("Region", Line::region)
                        .column("Rows of the plan", Line::rows)
                        .column("Ended", Line::ended)
                        .column("On time", Line::onTime)
                        .column("Late", Line::late)
                        .column("At risk", Line::atRisk)
                        .column("Cases moved", Line::moved)
                        .column("Cases left", Line::left)
                        .column("Overdue tasks", Line::overdueTasks)
                        .column("Incidents", Line::incidents)
                        .column("To look at", line -> String.join(" ", line.toLookAt())));
        return "programme/weekly";
    }

    @GetMapping("/weekly.pdf")
    ResponseEntity<byte[]> pdf(@RequestParam(defaultValue = "") String week) {
        WeeklyReport report = reports.of(week, signedIn.colleague());
        String html = templates.process("programme/weekly-paper", new Context(Locale.UK, Map.of("report", report)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("weekly-report-%s.pdf".formatted(report.monday()))
                                .build()
                                .toString())
                .body(typesetting.pdf(html));
    }
}
