package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Everybody of the official allocation as the staff file has them today; people who have left since are among them.
 *
 * @param staff by staff number
 */
record People(List<GroupsQuery.Row> rows, Map<String, StaffMember> staff) {}
