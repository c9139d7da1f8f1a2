package uk.gov.justice.probation.devolution.security;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * For tests: somebody whose name is that of a task group is a member of it, as in the local profile, and needs no
 * sign-in; a staff number stands for a member of staff.
 */
@Component
@Primary
@Profile("test")
class ColleaguesByName implements Colleagues {
    private final TaskGroups taskGroups;
    private final SignIns signIns;

    ColleaguesByName(TaskGroups taskGroups, SignIns signIns) {
        this.taskGroups = taskGroups;
        this.signIns = signIns;
    }

    @Override
    public Optional<Colleague> named(String userName) {
        return taskGroups.all().contains(userName)
                ? Optional.of(new Colleague(userName, Set.of(userName)))
                : signIns.named(userName);
    }

    @Override
    public boolean knows(String userName) {
        return taskGroups.all().contains(userName) || signIns.knows(userName);
    }
}
