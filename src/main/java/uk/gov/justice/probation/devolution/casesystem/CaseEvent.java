package uk.gov.justice.probation.devolution.casesystem;

import java.time.LocalDateTime;

/**
 * What the case system is told about one case: a unit does this service for it since then, in the place of another.
 *
 * @param id of the case in its manifest
 * @param movedAt in UTC
 * @param attempts how often it was sent in vain
 */
record CaseEvent(
        long id,
        long handoverId,
        String crn,
        int eventNumber,
        String service,
        String from,
        String to,
        LocalDateTime movedAt,
        int attempts) {}
