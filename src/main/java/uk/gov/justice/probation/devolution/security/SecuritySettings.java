package uk.gov.justice.probation.devolution.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of sign-in outside the local profile.
 *
 * @param issuerUri the OIDC issuer, whose discovery document names everything else
 * @param clientId this application's client at the issuer, for the pages
 * @param clientSecret that client's secret
 * @param audience what a bearer token's {@code aud} must contain for the API to accept it
 * @param groupsClaim the claim that lists a colleague's groups, in ID tokens and bearer tokens; a dot descends
 *     ({@code realm_access.roles})
 * @param userNameClaim the claim that names the colleague in the audit and on screen; the same name as in Tasklist
 * @param identityClaim the claim that identifies the account and is never reused for anybody else; the name stays with
 *     it
 * @param groupsHoldFor how long after somebody was last here their groups are trusted if only their name is known, as
 *     with a task completed in Tasklist
 */
@ConfigurationProperties("devolution.security")
public record SecuritySettings(
        String issuerUri,
        String clientId,
        String clientSecret,
        @DefaultValue("psc-devolution") String audience,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("preferred_username") String userNameClaim,
        @DefaultValue("sub") String identityClaim,
        @DefaultValue("P4D") Duration groupsHoldFor) {}
