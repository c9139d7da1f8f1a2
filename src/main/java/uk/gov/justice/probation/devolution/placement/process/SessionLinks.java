package uk.gov.justice.probation.devolution.placement.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links from task forms to the pages of sessions and enforcements. */
@Component
class SessionLinks {
  private final String base;

  SessionLinks(@Value("${devolution.console-url}") String base) {
    this.base = base;
  }

  String session(long sessionId) {
    return "%s/upw/sessions/%d".formatted(base, sessionId);
  }

  String enforcement(long enforcementId) {
    return "%s/upw/enforcements/%d".formatted(base, enforcementId);
  }
}
