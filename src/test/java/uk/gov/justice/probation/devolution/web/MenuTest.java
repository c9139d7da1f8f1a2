package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.security.Colleague;

class MenuTest {
    private static final MenuEntry ORDERS = entry("upw", "/upw/orders", "Orders");
    private static final MenuEntry SESSIONS = entry("sessions", "/upw/sessions", "Sessions");

    @Test
    void aMenuHasNoMoreThanSevenParts() {
        assertThat(MenuSection.values()).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void aPartHasNoMoreThanSevenPages() throws IOException {
        Map<String, Long> pages;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            pages = files.filter(file -> file.toString().endsWith("Menu.java"))
                    .flatMap(MenuTest::sections)
                    .collect(Collectors.groupingBy(section -> section, Collectors.counting()));
        }
        assertThat(pages).hasSameSizeAs(MenuSection.values());
        assertThat(pages.values()).allMatch(number -> number <= 7);
    }

    @Test
    void aPartLeadsToItsFirstPageAndShowsTheOthersOnceOneIsThere() {
        Menu.Part elsewhere = new Menu.Part(MenuSection.UNPAID_WORK, List.of(ORDERS, SESSIONS), "work", List.of());
        assertThat(elsewhere.name()).isEqualTo("Unpaid work");
        assertThat(elsewhere.path()).isEqualTo("/upw/orders");
        assertThat(elsewhere.hasSecondRow()).isFalse();

        assertThat(new Menu.Part(MenuSection.UNPAID_WORK, List.of(ORDERS, SESSIONS), "sessions", List.of()))
                .matches(Menu.Part::current)
                .matches(Menu.Part::hasSecondRow);
    }

    @Test
    void aPartOfOnePageCarriesItsNameAndHasNoSecondRow() {
        Menu.Part part = new Menu.Part(MenuSection.UNPAID_WORK, List.of(SESSIONS), "sessions", List.of());
        assertThat(part.name()).isEqualTo("Sessions");
        assertThat(part.path()).isEqualTo("/upw/sessions");
        assertThat(part.hasSecondRow()).isFalse();
    }

    @Test
    void whatIsNewIsCountedNoFurtherThanFitsTheMenu() {
        assertThat(count(0)).isEmpty();
        assertThat(count(99)).isEqualTo("99");
        assertThat(count(100)).isEqualTo("99+");
    }

    private static String count(int unread) {
        return new MenuCount("messages", "unread", colleague -> unread).inWords(Colleague.system());
    }

    private static Stream<String> sections(Path menu) {
        try {
            return Pattern.compile("MenuSection\\.([A-Z_]+),")
                    .matcher(Files.readString(menu))
                    .results()
                    .map(section -> section.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MenuEntry entry(String id, String path, String name) {
        return new MenuEntry(MenuSection.UNPAID_WORK, id, path, name, colleague -> true);
    }
}
