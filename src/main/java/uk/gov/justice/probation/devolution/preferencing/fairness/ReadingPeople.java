package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.workforce.StaffDirectory;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/** Reads the people whose results are counted, once for their groups and for what they got. */
@Component
class ReadingPeople {
    private final GroupsQuery query;
    private final StaffDirectory staff;
    private final Clock clock;

    ReadingPeople(GroupsQuery query, StaffDirectory staff, Clock clock) {
        this.query = query;
        this.staff = staff;
        this.clock = clock;
    }

    People of(Run official) {
        List<GroupsQuery.Row> rows = query.of(official.id(), LocalDate.now(clock));
        return new People(
                rows,
                staff.all(rows.stream().map(GroupsQuery.Row::staffNumber).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(StaffMember::staffNumber, Function.identity())));
    }
}
