package uk.gov.justice.probation.devolution.preferencing.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links from task forms to the pages of an appeal. */
@Component
class AppealLinks {
  private final String base;

  AppealLinks(@Value("${devolution.console-url}") String base) {
    this.base = base;
  }

  String base() {
    return base;
  }

  String appeal(long appealId) {
    return "%s/appeals/%d".formatted(base, appealId);
  }
}
