package uk.gov.justice.probation.devolution.web;

import java.util.function.Predicate;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * An entry of the console's menu, registered as a bean by the module whose page it opens. The order of the beans is the
 * order within their section.
 *
 * @param id the page's name in the layout
 * @param shownTo limits the entry to some of the colleagues whom the page admits
 */
public record MenuEntry(MenuSection section, String id, String path, String name, Predicate<Colleague> shownTo) {

    /** An entry for everybody who has any role. */
    public static MenuEntry forEveryRole(MenuSection section, String id, String path, String name) {
        return new MenuEntry(
                section, id, path, name, colleague -> !colleague.groups().isEmpty());
    }
}
