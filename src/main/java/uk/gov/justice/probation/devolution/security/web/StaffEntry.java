package uk.gov.justice.probation.devolution.security.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.StaffNumbers;

/**
 * Whom the service lets in without a task group: members of staff, who sign in with their staff number. Each route says
 * whether it is open to them ({@code Allows}).
 */
@Component
class StaffEntry {
    static final String HOME = "/my";
    static final String FIRST_PAGE = "/";

    private final ObjectProvider<StaffNumbers> staffNumbers;

    StaffEntry(ObjectProvider<StaffNumbers> staffNumbers) {
        this.staffNumbers = staffNumbers;
    }

    /**
     * @throws AccessDeniedException if the name is no staff number, or they ask for what everybody with a role sees
     *     first
     */
    void mustBeOpen(HttpServletRequest request, String userName) {
        if (!includes(userName))
            throw new AccessDeniedException(
                    "Your sign-in has no role in this service. Ask the PSC Service Owner for one.");
        if (FIRST_PAGE.equals(request.getRequestURI()))
            throw new AccessDeniedException(
                    "This is for those who hold a role in the programme. What concerns you is under 'My consultation'.");
    }

    boolean includes(String userName) {
        return staffNumbers.stream().anyMatch(staff -> staff.includes(userName));
    }
}
