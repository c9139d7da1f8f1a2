package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;
import uk.gov.justice.probation.devolution.calendar.Deadlines;

/** Registers in the words of the audit: the project and the day. */
@Component
class AuditOfRegisters implements AuditSubjects {
    private static final String KIND = "register/";

    private final RegistersBatch registers;

    AuditOfRegisters(RegistersBatch registers) {
        this.registers = registers;
    }

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        Map<String, String> words = new HashMap<>();
        subjects.stream()
                .filter(subject -> subject.matches(KIND + "\\d{1,18}"))
                .forEach(subject -> registers
                        .find(Long.parseLong(subject.substring(KIND.length())))
                        .ifPresent(register -> words.put(
                                subject,
                                "the register of %s of %s"
                                        .formatted(register.projectName(), Deadlines.inWords(register.on())))));
        return words;
    }
}
