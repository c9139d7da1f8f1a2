package uk.gov.justice.probation.devolution.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SignedIn;

/** The console's menu as the signed-in colleague sees it, ordered by the entries' {@code @Order}. */
@Component("menu")
class Menu {
    private final Supplier<List<MenuEntry>> entries;
    private final Supplier<List<MenuCount>> counts;
    private final Supplier<Map<String, List<HandlerMethod>>> pages;
    private final RouteRules rules;
    private final SignedIn signedIn;

    Menu(
            ObjectProvider<MenuEntry> entries,
            ObjectProvider<MenuCount> counts,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            RouteRules rules,
            SignedIn signedIn) {
        this.entries = SingletonSupplier.of(() -> entries.orderedStream().toList());
        this.counts = SingletonSupplier.of(() -> counts.orderedStream().toList());
        this.pages = SingletonSupplier.of(() -> byPath(mappings.getObject()));
        this.rules = rules;
        this.signedIn = signedIn;
    }

    /** The parts that hold a page for the colleague. */
    public List<Part> parts(String here) {
        Colleague colleague = signedIn.inEveryRole();
        Map<MenuSection, List<MenuEntry>> shown = entries.get().stream()
                .filter(entry -> entry.shownTo().test(colleague) && leadsSomewhere(entry, colleague))
                .collect(Collectors.groupingBy(MenuEntry::section));
        return Arrays.stream(MenuSection.values())
                .filter(shown::containsKey)
                .map(section -> new Part(section, shown.get(section), here, news(shown.get(section), colleague)))
                .toList();
    }

    /** Whether the colleague's menu has this page, on whatever part of the console they are. */
    public boolean offers(String page) {
        Colleague colleague = signedIn.inEveryRole();
        return entries.get().stream()
                .anyMatch(entry ->
                        entry.id().equals(page) && entry.shownTo().test(colleague) && leadsSomewhere(entry, colleague));
    }

    /** What is new on a page, e.g. "3" and "unread". */
    public record News(String number, String noun) {}

    /** A section of the menu with the colleague's pages of it, seen from the page that is {@code here}. */
    public record Part(MenuSection section, List<MenuEntry> entries, String here, List<News> news) {

        public String name() {
            return entries.size() == 1 ? entries.getFirst().name() : section.words();
        }

        public String path() {
            return entries.getFirst().path();
        }

        public boolean current() {
            return entries.stream().anyMatch(entry -> entry.id().equals(here));
        }

        public boolean hasSecondRow() {
            return current() && entries.size() > 1;
        }
    }

    /** What cannot be counted, because the database is away, is not shown. */
    private List<News> news(List<MenuEntry> shown, Colleague colleague) {
        try {
            return counts.get().stream()
                    .filter(count -> shown.stream().anyMatch(entry -> entry.id().equals(count.id())))
                    .map(count -> new News(count.inWords(colleague), count.noun()))
                    .filter(news -> !news.number().isEmpty())
                    .toList();
        } catch (NestedRuntimeException away) {
            return List.of();
        }
    }

    /** Hides entries whose page would refuse the colleague. */
    private boolean leadsSomewhere(MenuEntry entry, Colleague colleague) {
        return pages.get().getOrDefault(entry.path(), List.of()).stream()
                .allMatch(page -> rules.allow(page, colleague));
    }

    private static Map<String, List<HandlerMethod>> byPath(RequestMappingHandlerMapping mappings) {
        Map<String, List<HandlerMethod>> pages = new HashMap<>();
        mappings.getHandlerMethods().forEach((route, handler) -> {
            if (route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                route.getDirectPaths()
                        .forEach(path -> pages.computeIfAbsent(path, first -> new ArrayList<>())
                                .add(handler));
        });
        return pages;
    }
}
