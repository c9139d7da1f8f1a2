package uk.gov.justice.probation.devolution.letters;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of letters.
 *
 * @param keepFor how long a letter's text is kept after it was sent or handed over; its hash stays (our own)
 * @param taskDue working days for HR to deal with a letter that could not be sent (our own)
 */
@ConfigurationProperties("devolution.letters")
public record LetterSettings(
        @DefaultValue("P12M") Period keepFor,
        @DefaultValue("2") int taskDue) {}
