package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The roles there are, the same in every region. */
@Service
public class Roles {
  private final JdbcClient jdbc;

  Roles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By grade and name. */
  public List<Role> all() {
    return jdbc.sql("SELECT code, name, grade_code AS grade FROM role ORDER BY grade_code, name").query(Role.class).list();
  }

  /** What somebody of the grade may take. */
  public List<Role> of(String grade) {
    return all().stream().filter(role -> role.grade().equals(grade)).toList();
  }

  public Optional<Role> find(String code) {
    return all().stream().filter(role -> role.code().equals(code)).findFirst();
  }
}
