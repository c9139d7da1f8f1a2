package uk.gov.justice.probation.devolution.security.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How colleagues prove who they are in this profile. */
interface SignInMethod {

    void onPages(HttpSecurity http) throws Exception;

    void onApi(HttpSecurity http, ApiRefusals refusals) throws Exception;

    /** Where the pages' forms may lead besides this application, for the content security policy. */
    default String formTargets() {
        return "";
    }
}
