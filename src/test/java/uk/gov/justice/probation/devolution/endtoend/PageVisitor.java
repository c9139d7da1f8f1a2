package uk.gov.justice.probation.devolution.endtoend;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who uses our pages without a browser, for runs of many people. */
final class PageVisitor {
    private static final Pattern CHECKED = Pattern.compile("name=\"checked\" value=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningProduct product;
    private final HttpClient http;
    private String csrf;

    PageVisitor(RunningProduct product, String user) throws IOException, InterruptedException {
        this.product = product;
        http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        open("/sign-in");
        post("/sign-in", Map.of("username", List.of(user), "password", List.of(user)));
    }

    String open(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(product.console() + path)).build(), BodyHandlers.ofString());
        if (page.statusCode() >= 400) throw new IOException("%s answered %d".formatted(path, page.statusCode()));
        Matcher token = CSRF.matcher(page.body());
        if (token.find()) csrf = token.group(1);
        return page.body();
    }

    /**
     * Sends the form of the page opened last, and again if it asks for confirmation. A form that was accepted leads to
     * another page.
     */
    void post(String path, Map<String, List<String>> fields) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path, fields);
        Matcher asked = CHECKED.matcher(answer.body());
        if (asked.find()) {
            Map<String, List<String>> checked = new HashMap<>(fields);
            checked.put("checked", List.of(asked.group(1)));
            answer = send(path, checked);
        }
        if (answer.statusCode() != 302)
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }

    private HttpResponse<String> send(String path, Map<String, List<String>> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&", "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&", ""));
        return http.send(
                HttpRequest.newBuilder(URI.create(product.console() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
