package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Informs the court, victim liaison and providers by letter, and the region's groups by message, each once. We do not
 * know who the victim is, or whether there is one.
 */
@Service
public class TellingOthers {
    private final Terminations terminations;
    private final LettersAboutEnds letters;
    private final MessagesAboutCases messages;
    private final Cases cases;
    private final CaseOwners owners;
    private final TerminationDates dates;

    TellingOthers(
            Terminations terminations,
            LettersAboutEnds letters,
            MessagesAboutCases messages,
            Cases cases,
            CaseOwners owners,
            TerminationDates dates) {
        this.terminations = terminations;
        this.letters = letters;
        this.messages = messages;
        this.cases = cases;
        this.owners = owners;
        this.dates = dates;
    }

    /** The event has ended. */
    @Transactional
    public void ended(long terminationId) {
        Termination termination = terminations.lock(terminationId);
        if (!termination.open()) return;
        ProbationCase probationCase = cases.get(termination.caseId());
        letters.write(termination, probationCase);
        tell(
                termination,
                probationCase,
                "ended",
                "%s is terminated".formatted(probationCase.text()),
                "Letters to the court and others have to be posted. There is more on the page of termination %d."
                        .formatted(terminationId));
    }

    /** The case was reopened, so what the letters say is no longer true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopened(Termination termination, ProbationCase probationCase) {
        letters.withdraw(termination);
        tell(
                termination,
                probationCase,
                "reopened",
                "%s is reopened".formatted(probationCase.text()),
                "Everything its termination closed is open again. Tell everybody who got a letter about its end. There is more on the page of termination %d."
                        .formatted(termination.id()));
    }

    /** The hours that it began for are not complete any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(Termination termination, ProbationCase probationCase) {
        tell(
                termination,
                probationCase,
                "withdrawn",
                "The termination of %s is withdrawn".formatted(probationCase.text()),
                "An outcome of its unpaid work was corrected, so hours are left to work. Its tasks are withdrawn: nobody needs to do anything.");
    }

    /** An event such as a death was recorded, and what must stop has stopped. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopped(Termination termination, ProbationCase probationCase, String reasonCode, LocalDate occurredOn) {
        tell(
                termination,
                probationCase,
                "stopped-%s-%s".formatted(reasonCode, occurredOn),
                "%s has stopped".formatted(probationCase.text()),
                "An event was recorded that ends it: its unpaid work has stopped, and its termination goes on. There is more on the page of termination %d."
                        .formatted(termination.id()));
    }

    /** The termination is overdue or soon will be. */
    @Transactional
    public void lateness(long terminationId) {
        Termination termination = terminations.get(terminationId);
        if (!termination.open()) return;
        ProbationCase probationCase = cases.get(termination.caseId());
        if (dates.isSoonOverdue(termination)) {
            tell(
                    termination,
                    probationCase,
                    "due",
                    "The termination of %s is soon overdue".formatted(probationCase.text()),
                    "It has to be done by %s. The page of termination %d says what it waits for."
                            .formatted(Deadlines.inWords(termination.overdueOn()), terminationId));
            return;
        }
        send(
                termination,
                probationCase,
                "overdue",
                List.of(
                        probationCase.group(Role.HEAD_OF_OPERATIONS),
                        probationCase.group(Role.SPO),
                        ownerGroup(probationCase)),
                "The termination of %s is overdue".formatted(probationCase.text()),
                "It was due on %s. The page of termination %d says what it waits for. Speak to the people whose task it is."
                        .formatted(Deadlines.inWords(termination.dueOn()), terminationId));
    }

    private void tell(Termination termination, ProbationCase probationCase, String what, String subject, String body) {
        send(
                termination,
                probationCase,
                what,
                List.of(ownerGroup(probationCase), practitionerGroup(probationCase)),
                subject,
                body);
    }

    private void send(
            Termination termination,
            ProbationCase probationCase,
            String what,
            List<String> groups,
            String subject,
            String body) {
        for (String group : groups) {
            messages.send(
                    probationCase,
                    group,
                    CaseMessage.news(
                            "termination-%d-%s-%s".formatted(termination.id(), what, group),
                            probationCase,
                            termination.subject(),
                            subject,
                            body,
                            "the page of termination %d".formatted(termination.id())));
        }
    }

    /** The group that manages the sentence. A stand-alone order has no practitioner in sentence management. */
    public static String practitionerGroup(ProbationCase probationCase) {
        return probationCase.group(probationCase.practitionerRole());
    }

    private String ownerGroup(ProbationCase probationCase) {
        return owners.find(probationCase.id(), StartingTerminations.SERVICE)
                .map(CaseOwners.Owner::group)
                .orElse(probationCase.group(Role.CASE_ADMIN));
    }
}
