package uk.gov.justice.probation.devolution.preferencing.round;

import java.util.List;

/** What is offered in a consultation: a role at a site, its places, and the tasks done there. Published once and not changed afterwards. */
public record Option(long id, String siteCode, String siteName, String roleCode, String roleName, String grade, int places, List<String> tasks) {

  /** "Sefton probation office – Case administrator". */
  public String name() {
    return "%s – %s".formatted(siteName, roleName);
  }

  /** The tasks that somebody who does these today would have to learn; upper and lower case are the same. */
  public List<String> newTasks(List<String> today) {
    return tasks.stream().filter(task -> today.stream().noneMatch(task::equalsIgnoreCase)).toList();
  }
}
