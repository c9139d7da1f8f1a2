package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The roles there are, the same in every region. */
@Service
public class Roles {
    private final ReferenceQuery reference;

    Roles(ReferenceQuery reference) {
        this.reference = reference;
    }

    /** By grade and name. */
    public List<Role> all() {
        return reference.roles();
    }

    /** What somebody of the grade may take. */
    public List<Role> of(String grade) {
        return all().stream().filter(role -> role.grade().equals(grade)).toList();
    }

    public Optional<Role> find(String code) {
        return all().stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
