package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoginTest {

    @Test
    void everyLoginHasAGroupAndDemoHasEveryGroup() {
        List<Login> logins = Login.all();

        assertThat(logins)
                .hasSize(93)
                .allSatisfy(login -> assertThat(login.groups()).isNotEmpty().doesNotContain(""));
        assertThat(logins).extracting(Login::userName).doesNotHaveDuplicates();
        assertThat(logins)
                .filteredOn(login -> login.userName().equals("psc-manager-liverpool"))
                .singleElement()
                .isEqualTo(new Login(
                        "psc-manager-liverpool",
                        "Service centre manager (Liverpool)",
                        List.of("psc-manager-liverpool")));
        List<String> roles = logins.stream()
                .filter(login -> !login.userName().equals(Login.DEMO))
                .flatMap(login -> login.groups().stream())
                .toList();
        assertThat(logins.getLast().userName()).isEqualTo(Login.DEMO);
        assertThat(logins.getLast().groups()).containsExactlyInAnyOrderElementsOf(roles);
    }
}
