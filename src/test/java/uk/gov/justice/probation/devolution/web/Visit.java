package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import uk.gov.justice.probation.devolution.security.TestIssuer;

/**
 * A colleague who uses the console over HTTP as its pages offer: they sign in, follow links by their words, and fill in
 * and send forms by their buttons. Each link and each button is one click.
 */
final class Visit {
    private static final String BOUNDARY = "----------of-a-form";

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.ALWAYS)
            .build();
    private final URI console;
    private final List<String> clicks = new ArrayList<>();
    private int signIns;
    private Document page;

    /** The colleague has signed in and sees what comes first. */
    Visit(int port, String userName, String... groups) {
        console = URI.create("http://localhost:" + port);
        TestIssuer.running().nextSignIn(userName, groups);
        signIns++;
        show(HttpRequest.newBuilder(console.resolve("/oauth2/authorization/devolution")));
    }

    List<String> clicks() {
        return clicks;
    }

    int signIns() {
        return signIns;
    }

    Document page() {
        return page;
    }

    String text() {
        return page.select("main").text();
    }

    /** Follows the link that begins with these words. */
    Visit follow(String words) {
        Element link = link(words);
        clicks.add(words);
        return show(HttpRequest.newBuilder(URI.create(link.absUrl("href"))));
    }

    /** Follows a link that leaves the console for a task in Tasklist, which is not opened here. */
    Visit open(String words, long task) {
        assertThat(link(words).attr("href")).endsWith("/tasklist/" + task);
        clicks.add(words);
        return this;
    }

    /** Fills in the form that has this button, and presses it; whatever is not named stays as the page shows it. */
    Visit press(String button, Map<String, String> entered) {
        Element pressed = page.select("form button").stream()
                .filter(one -> one.text().startsWith(button) && !one.className().contains("visually-hidden"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '%s' on %s".formatted(button, page.title())));
        FormElement form = (FormElement) pressed.closest("form");
        List<Entry<String, String>> fields = new ArrayList<>();
        form.formData().stream()
                .filter(field -> !entered.containsKey(field.key()))
                .forEach(field -> fields.add(Map.entry(field.key(), field.value())));
        entered.forEach((name, value) -> {
            assertThat(form.select("[name=%s]".formatted(name)))
                    .as("a field of '%s'", button)
                    .isNotEmpty();
            fields.add(Map.entry(name, value));
        });
        if (pressed.hasAttr("name")) fields.add(Map.entry(pressed.attr("name"), pressed.attr("value")));
        clicks.add(button);
        return show(request(form, fields));
    }

    private Element link(String words) {
        return page.select("a[href]").stream()
                .filter(one -> one.text().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link '%s' on %s".formatted(words, page.title())));
    }

    private static HttpRequest.Builder request(FormElement form, List<Entry<String, String>> fields) {
        URI action = URI.create(form.absUrl("action"));
        if (form.attr("method").equals("get"))
            return HttpRequest.newBuilder(URI.create(action + "?" + encoded(fields)));
        if (form.attr("enctype").startsWith("multipart"))
            return HttpRequest.newBuilder(action)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofString(inParts(fields)));
        return HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    private static String encoded(List<Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String inParts(List<Entry<String, String>> fields) {
        StringBuilder parts = new StringBuilder();
        for (Entry<String, String> field : fields)
            parts.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, field.getKey(), field.getValue()));
        return parts.append("--%s--\r\n".formatted(BOUNDARY)).toString();
    }

    private Visit show(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s after %s: %s".formatted(answer.uri(), clicks, answer.body()))
                    .isEqualTo(200);
            if (answer.uri().getPath().equals("/sign-in")) signIns++;
            page = Jsoup.parse(answer.body(), answer.uri().toString());
            return this;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
