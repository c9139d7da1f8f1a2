package uk.gov.justice.probation.devolution.work.overdue;

import jakarta.validation.constraints.Min;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of reminders of overdue tasks whose model has none of its own. All of them are our own choice. When it
 * is looked for overdue tasks is configured at {@link RemindsOfOverdueTasks}.
 *
 * @param escalateAfter working days after a reminder until whoever is responsible is told; 0 is at once
 * @param keep how long it is kept of which tasks people were told
 */
@Validated
@ConfigurationProperties("devolution.reminding")
public record RemindingSettings(
        @DefaultValue("5") @Min(0) int escalateAfter,
        @DefaultValue("P90D") Period keep) {}
