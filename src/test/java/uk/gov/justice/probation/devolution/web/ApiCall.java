package uk.gov.justice.probation.devolution.web;

import java.util.Arrays;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A bearer token for a MockMvc request, of a colleague named after their first group. */
public final class ApiCall {
    private ApiCall() {}

    public static RequestPostProcessor by(String... groups) {
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject(groups[0]))
                .authorities(Arrays.stream(groups)
                        .map(group -> (GrantedAuthority) new SimpleGrantedAuthority("GROUP_" + group))
                        .toList());
    }
}
