package uk.gov.justice.probation.devolution.security;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The task groups there are: the roles of the list, each with the regions, service centres or unions that the reference
 * data knows.
 */
public interface TaskGroups {

    Set<String> all();

    /** Of these names, those that are task groups; every other group opens nothing here. */
    default Set<String> known(Collection<String> names) {
        Set<String> all = all();
        return names.stream().filter(all::contains).collect(Collectors.toUnmodifiableSet());
    }
}
