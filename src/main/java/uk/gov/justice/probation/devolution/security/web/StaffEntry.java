package uk.gov.justice.probation.devolution.security.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.StaffNumbers;

/**
 * Admits people without a task group who are members of staff and sign in with their staff number. Each route declares
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
     * @throws AccessDeniedException if the name is not a staff number, or they request the start page for colleagues
     *     with a role
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
