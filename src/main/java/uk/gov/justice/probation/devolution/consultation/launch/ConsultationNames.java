package uk.gov.justice.probation.devolution.consultation.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.refusal.Taken;

/** What consultations are called: no two alike, so that tasks, letters and messages name one and no other. */
@Component
class ConsultationNames {
    static final int LONGEST = 100;
    private static final String UNIQUE = "uk_consultation_title";
    private static final Pattern ONE_LINE =
            Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*[\\p{L}\\p{N}][^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*");

    private final ConsultationRepository consultations;

    ConsultationNames(ConsultationRepository consultations) {
        this.consultations = consultations;
    }

    /** What is wrong with a name, whether or not it is free. */
    static Optional<String> problem(String name) {
        if (name.length() > LONGEST) return Optional.of("The name must be %d characters or fewer.".formatted(LONGEST));
        return ONE_LINE.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("The name must be one line with a letter or a number in it.");
    }

    /** @throws Taken if a consultation has the name */
    void mustBeFree(String name) {
        if (consultations.existsByTitleIgnoreCase(name)) throw taken(name);
    }

    /** The name itself, or with the first number that makes it another one. */
    String freeLike(String name) {
        List<String> taken = consultations.titlesLike(name);
        String free = name;
        for (int number = 2; taken.contains(free); number++) free = "%s (%d)".formatted(name, number);
        return free;
    }

    /** @throws Taken if another one of the name was saved in the same moment */
    Consultation save(Consultation consultation) {
        try {
            return consultations.save(consultation);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains(UNIQUE)) throw taken(consultation.title());
            throw e;
        }
    }

    private static Taken taken(String name) {
        return new Taken("There is already a consultation named '%s'. Choose another name.".formatted(name));
    }
}
