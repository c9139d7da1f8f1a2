package uk.gov.justice.probation.devolution.web;

import java.util.function.Predicate;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * An entry of the console's menu: a bean of the family whose page it leads to.
 *
 * @param id what the page calls itself in the layout
 * @param shownTo who sees the entry, of those whom the page lets in
 */
public record MenuEntry(String id, String path, String name, Predicate<Colleague> shownTo) {

    /** For everybody who holds a role, whichever it is. */
    public static MenuEntry forEveryRole(String id, String path, String name) {
        return new MenuEntry(id, path, name, colleague -> !colleague.groups().isEmpty());
    }
}
