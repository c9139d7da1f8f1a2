package uk.gov.justice.probation.devolution.security.web;

import java.util.List;

/**
 * The logins offered on the sign-in page for trying the service out, if any: those of the local profile, which is not
 * part of the packaged application.
 */
interface TrialLogins {

    /** A role and the logins that hold it, one for each region or site. */
    record Role(String name, List<String> userNames) {}

    List<Role> roles();
}
