package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way from the console to Tasklist and Operate without a second sign-in: a browser brings a ticket of the console,
 * and the web apps ask the console whom it admits and where to. They use this class too, so it needs nothing but the
 * JDK.
 */
public final class FromTheConsole {
    /** Where the web apps take tickets. */
    public static final String PATH = "/from-console";

    /** The field of the form in which a ticket is brought. */
    public static final String TICKET = "ticket";

    /** The cookie of the console's session, which a browser sends to every port of this machine. */
    public static final String SESSION = "devolution-session";

    /** Where the console says whom a ticket admits. */
    static final String ADMISSION = "/admission";

    private static final Pattern PAGES = Pattern.compile("/tasklist(/\\d{1,19})?|/operate(/processes/\\d{1,19})?");
    private static final Pattern TICKETS = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SESSIONS = Pattern.compile("[A-Za-z0-9+/=_-]{1,200}");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI admission;
    private final LocalToken token;

    public FromTheConsole(int consolePort, LocalToken token) {
        this.admission = URI.create("http://127.0.0.1:%d%s".formatted(consolePort, ADMISSION));
        this.token = token;
    }

    /** Somebody who has signed in to the console, and the page of a web app that they want to open. */
    public record Admitted(String user, String page) {}

    /** Whether this is a page of Tasklist or Operate to which a link of the console may lead. */
    static boolean leadsTo(String page) {
        return PAGES.matcher(page).matches();
    }

    /**
     * Whom the ticket admits; empty if the console does not know it, or no longer, or gave it to another session.
     *
     * @param ticket as it was sent; null if it was not
     * @param session of the console, as its cookie was sent; null if it was not
     */
    public Optional<Admitted> admitted(String ticket, String session) throws IOException {
        if (!isOne(TICKETS, ticket) || !isOne(SESSIONS, session)) return Optional.empty();
        HttpRequest asking = HttpRequest.newBuilder(admission)
                .timeout(PATIENCE)
                .header("Authorization", token.header())
                .header("Cookie", SESSION + "=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TICKET + "=" + ticket))
                .build();
        try {
            HttpResponse<String> answer = http.send(asking, BodyHandlers.ofString());
            String[] lines = answer.body().split("\n");
            return answer.statusCode() == 200 && lines.length == 2 && leadsTo(lines[1])
                    ? Optional.of(new Admitted(lines[0], lines[1]))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isOne(Pattern pattern, String sent) {
        return sent != null && pattern.matcher(sent).matches();
    }
}
