package uk.gov.justice.probation.devolution.security;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** All existing task groups: each role with the regions, service centres or unions in the reference data. */
public interface TaskGroups {

    Set<String> all();

    /** Those of these names that are task groups. Any other group gives no access here. */
    default Set<String> known(Collection<String> names) {
        Set<String> all = all();
        return names.stream().filter(all::contains).collect(Collectors.toUnmodifiableSet());
    }
}
