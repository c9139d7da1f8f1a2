package uk.gov.justice.probation.devolution.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Arrays;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A colleague for a MockMvc request, named after their first group. */
public final class SignedInAs {
    private SignedInAs() {}

    public static RequestPostProcessor colleague(String... groups) {
        return user(groups[0])
                .authorities(Arrays.stream(groups)
                        .map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                        .toList());
    }
}
