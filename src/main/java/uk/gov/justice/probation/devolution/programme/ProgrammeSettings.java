package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the programme.
 *
 * @param backstop the programme-wide date, in the plan's own time, after which a region's RPD is informed of what is
 *     still open
 * @param signWithin working days the region has to sign the closing report
 */
@ConfigurationProperties("devolution.programme")
public record ProgrammeSettings(
        @DefaultValue("2022-01-31") LocalDate backstop,
        @DefaultValue("5") int signWithin) {}
