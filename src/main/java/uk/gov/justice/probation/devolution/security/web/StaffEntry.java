package uk.gov.justice.probation.devolution.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.StaffNumbers;

/**
 * Whom the service lets in without a task group: members of staff, who sign in with their staff number, to the pages about themselves and those they manage. What such a page
 * shows to whom, it decides itself.
 */
@Component
class StaffEntry {
  static final String HOME = "/my";
  private static final List<PathPattern> PAGES = List.of("/my/**", "/people/**", "/consultations/**", "/letters/**", "/mailbox", "/appeals/**").stream().map(PathPatternParser.defaultInstance::parse).toList();

  private final ObjectProvider<StaffNumbers> staffNumbers;

  StaffEntry(ObjectProvider<StaffNumbers> staffNumbers) {
    this.staffNumbers = staffNumbers;
  }

  /** @throws NotAllowedException where the name is no staff number, or the page needs a role */
  void mustBeOpen(HttpServletRequest request, String userName) {
    if (!includes(userName)) throw new NotAllowedException("Your sign-in has no role in this service. Ask the PSC Service Owner for one.");
    if (!isOpen(request)) throw new NotAllowedException("This is for those who hold a role in the programme. What concerns you is under 'My consultation'.");
  }

  boolean includes(String userName) {
    return staffNumbers.stream().anyMatch(staff -> staff.includes(userName));
  }

  private static boolean isOpen(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return PAGES.stream().anyMatch(page -> page.matches(path));
  }
}
