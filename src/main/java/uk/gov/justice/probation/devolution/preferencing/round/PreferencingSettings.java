package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The configurable numbers of location preferencing and its appeals, in working days unless stated otherwise.
 *
 * @param closeAfter how long after publication of the options preferences close, if HR gave no date or that date has
 *     passed (our own)
 * @param closeWithin a fixed period after which preferences close instead, ignoring calendar and HR's date; for trials,
 *     otherwise unset (our own)
 * @param stillTaken how long after closing an answer in Tasklist is still accepted, because one sent in time may be
 *     delivered late (our own)
 * @param firstReminder how long before closing a person who has not answered is reminded; people who join later have at
 *     least this long
 * @param secondReminder how long before closing they are reminded again
 * @param contactDue how long a line manager has to contact a person who did not answer (our own)
 * @param panelDue how long the panel has (our own)
 * @param appealWindow how long after the outcome letters an appeal can be lodged
 * @param appealsCloseWithin a fixed period after which the window closes instead, ignoring the calendar; for trials,
 *     otherwise unset (our own)
 * @param appealDecision how long the appeal panel has
 * @param appealReminder how long before that it is reminded (our own)
 * @param appealStepDue how long the chair, the reviewing manager and HR each have for their step of an appeal (our own)
 * @param startDue how long a line manager has to settle a start in the new place (our own)
 * @param experiencedShare percent of a receiving team that should be experienced; below it the panel is warned
 * @param experiencedMonths months in post after which a colleague counts as experienced (our own)
 * @param fullTimeHours the hours of full time in a week (our own)
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
        @DefaultValue("12") @Min(0) int experiencedMonths,
        @DefaultValue("37") @Min(1) @Max(48) int fullTimeHours) {}
