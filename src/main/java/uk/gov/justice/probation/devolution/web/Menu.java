package uk.gov.justice.probation.devolution.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** The console's menu as the signed-in colleague sees it, ordered by the entries' {@code @Order}. */
@Component("menu")
class Menu {
    private final ObjectProvider<MenuEntry> entries;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final RouteRules rules;
    private final SignedIn signedIn;

    Menu(
            ObjectProvider<MenuEntry> entries,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            RouteRules rules,
            SignedIn signedIn) {
        this.entries = entries;
        this.mappings = mappings;
        this.rules = rules;
        this.signedIn = signedIn;
    }

    public List<MenuEntry> entries() {
        Colleague colleague = signedIn.inEveryRole();
        return entries.orderedStream()
                .filter(entry -> entry.shownTo().test(colleague) && leadsSomewhere(entry, colleague))
                .toList();
    }

    /** Hides entries whose page would refuse the colleague. */
    private boolean leadsSomewhere(MenuEntry entry, Colleague colleague) {
        return mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(route -> route.getKey().getDirectPaths().contains(entry.path())
                        && route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .allMatch(route -> rules.allow(route.getValue(), colleague));
    }
}
