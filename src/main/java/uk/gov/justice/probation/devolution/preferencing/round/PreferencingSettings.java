package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The [set] numbers of location preferencing and its appeals, in working days unless named otherwise.
 *
 * @param closeAfter preferences close this long after the options are published, if HR gave no date or it has passed
 *     (our own)
 * @param closeWithin they close this long after instead, whatever the calendar or HR says: for trials; unset otherwise
 *     (our own)
 * @param stillTaken an answer in Tasklist is still taken this long after closing: one that was sent in time may have to
 *     wait until it is kept (our own)
 * @param firstReminder a person who has not answered is reminded this long before closing; anybody who joins later has
 *     at least this long
 * @param secondReminder and again this long before
 * @param contactDue a line manager has this long to contact somebody who did not answer (our own)
 * @param panelDue the panel has this long (our own)
 * @param appealWindow an appeal can be lodged this long after the outcome letters
 * @param appealsCloseWithin or only this long, whatever the calendar says: for trials; unset otherwise (our own)
 * @param appealDecision the appeal panel has this long
 * @param appealReminder and is reminded this long before that (our own)
 * @param appealStepDue the chair, the reviewing manager and HR have this long for their step of an appeal (our own)
 * @param startDue a line manager has this long to settle a start in the new place (our own)
 * @param experiencedShare percent of a receiving team's people who should be experienced; the panel is warned below it
 * @param experiencedMonths months of experience that make a colleague experienced (our own)
 */
@Validated
@ConfigurationProperties("devolution.preferencing")
public record PreferencingSettings(
        @DefaultValue("20") @Min(0) int closeAfter,
        Duration closeWithin,
        @DefaultValue("10m") Duration stillTaken,
        @DefaultValue("5") @Min(0) int firstReminder,
        @DefaultValue("2") @Min(0) int secondReminder,
        @DefaultValue("3") @Min(0) int contactDue,
        @DefaultValue("5") @Min(0) int panelDue,
        @DefaultValue("10") @Min(0) int appealWindow,
        Duration appealsCloseWithin,
        @DefaultValue("20") @Min(0) int appealDecision,
        @DefaultValue("5") @Min(0) int appealReminder,
        @DefaultValue("5") @Min(0) int appealStepDue,
        @DefaultValue("10") @Min(0) int startDue,
        @DefaultValue("40") @Min(0) @Max(100) int experiencedShare,
        @DefaultValue("12") @Min(0) int experiencedMonths) {}
