package uk.gov.justice.probation.devolution.imports.web;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.web.MenuEntry;
import uk.gov.justice.probation.devolution.web.MenuSection;

/** The files' entry in the console's menu, for those who import one kind or another. */
@Configuration(proxyBeanMethods = false)
class ImportMenu {

    @Bean
    @Order(30)
    MenuEntry importsEntry(Imports imports) {
        return new MenuEntry(
                MenuSection.RECORDS,
                "imports",
                "/imports",
                "Imports",
                colleague -> Stream.concat(
                                Stream.of(Role.PSC_SERVICE_OWNER),
                                imports.kinds().stream().flatMap(kind -> kind.importers().stream()))
                        .anyMatch(colleague::is));
    }
}
