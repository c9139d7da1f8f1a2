package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** All roles, which are the same in every region. */
@Service
public class Roles {
    private final ReferenceQuery reference;

    Roles(ReferenceQuery reference) {
        this.reference = reference;
    }

    /** Ordered by grade and name. */
    public List<Role> all() {
        return reference.roles();
    }

    /** The roles open to this grade. */
    public List<Role> of(String grade) {
        return all().stream().filter(role -> role.grade().equals(grade)).toList();
    }

    public Optional<Role> find(String code) {
        return all().stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
