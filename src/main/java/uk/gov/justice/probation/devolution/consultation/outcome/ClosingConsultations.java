package uk.gov.justice.probation.devolution.consultation.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.confidential.ConfidentialSettings;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** Closes a consultation when everything is done, with a report in counts. */
@Service
public class ClosingConsultations {
    private final ConsultationRepository consultations;
    private final Reports reports;
    private final ConfidentialRecords records;
    private final ConfidentialSettings retention;
    private final Deadlines deadlines;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    ClosingConsultations(
            ConsultationRepository consultations,
            Reports reports,
            ConfidentialRecords records,
            ConfidentialSettings retention,
            Deadlines deadlines,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.records = records;
        this.retention = retention;
        this.deadlines = deadlines;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the report, informs HR and the director, and starts the period after which confidential records are
     * erased.
     */
    @Transactional
    public void close(long consultationId) {
        Consultation consultation = consultations.lock(consultationId);
        if (consultation.state().ended()) return;
        Report report = reports.count(consultationId);
        LocalDate eraseAfter = deadlines.today().plus(retention.keepAfterClose());
        consultation.close(reports.write(report), clock.instant(), eraseAfter);
        records.eraseAfter(consultation.subject(), eraseAfter);
        consultations.save(consultation);
        audit.record(
                "system",
                "CONSULTATION_CLOSED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("report", report, "eraseAfter", eraseAfter));
        List.of(Role.HR, Role.RPD)
                .forEach(role -> notifications.send(
                        "closed-%d-%s-".formatted(consultationId, role.word()),
                        TaskGroup.of(role, consultation.regionSlug()).name(),
                        "%s: closed".formatted(consultation.title()),
                        "The report is on the page of the consultation.",
                        consultation.subject()));
    }

    /** Empty until the consultation is closed. */
    @Transactional(readOnly = true)
    public Optional<Report> report(long consultationId) {
        return consultations.findById(consultationId).map(Consultation::report).map(reports::read);
    }
}
