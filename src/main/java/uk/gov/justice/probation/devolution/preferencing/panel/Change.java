package uk.gov.justice.probation.devolution.preferencing.panel;

import uk.gov.justice.probation.devolution.preferencing.round.Option;

/** What a move changes for one person. {@code from} is null if they have no place. */
public record Change(Person person, Option from, int rankBefore, Option to, int rankAfter, boolean asked) {}
