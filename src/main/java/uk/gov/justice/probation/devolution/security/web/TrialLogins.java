package uk.gov.justice.probation.devolution.security.web;

import java.util.List;

/**
 * The logins that the sign-in page offers for trying the service out, if there are any: the local profile's, which the
 * packaged application does not hold.
 */
interface TrialLogins {

    /** A role and the logins that hold it, one for each region or site. */
    record Role(String name, List<String> userNames) {}

    List<Role> roles();
}
