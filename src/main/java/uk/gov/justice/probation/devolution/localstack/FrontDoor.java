package uk.gov.justice.probation.devolution.localstack;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Checks every request to Tasklist, Operate and the engine's REST API before anything else does. It refuses addresses
 * that could be read in two ways, pages of other sites, host names that are not this machine's, and commands without
 * the {@link LocalToken}. An accepted address needs no decoding, so later comparisons see the path that is served.
 */
public final class FrontDoor {
    /**
     * No encoding, no parameters, no empty or dotted segment, nothing but ASCII: there is one spelling of each address.
     */
    private static final Pattern ONE_SPELLING = Pattern.compile("/|(/[A-Za-z0-9_~@:+=,-][A-Za-z0-9_~@:+=,.-]*)+/?");

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final int webPort;
    private final int enginePort;
    private final String console;
    private final LocalToken token;

    /**
     * Creates the check for all ports.
     *
     * @param webPort of Tasklist and Operate, where people sign in
     * @param enginePort of the engine's REST API; it and every other port require the token
     * @param consolePort of the console, whose pages may bring a ticket
     */
    public FrontDoor(int webPort, int enginePort, int consolePort, LocalToken token) {
        this.webPort = webPort;
        this.enginePort = enginePort;
        this.console = "http://localhost:" + consolePort;
        this.token = token;
    }

    /** The answer to a request that is refused. */
    public record Refusal(int status, String reason) {}

    /**
     * Why the request is refused; null if it is not.
     *
     * @param path as sent, not decoded
     * @param header the value of a header; null if it was not sent
     */
    public Refusal refusal(int port, String method, String path, UnaryOperator<String> header) {
        if (path == null || !ONE_SPELLING.matcher(path).matches()) {
            return new Refusal(400, "This address is not written in the form that is accepted.");
        }
        String host = header.apply("Host");
        if (host == null || !THIS_MACHINE.matcher(host).matches()) {
            return new Refusal(403, "Open this as localhost: other names are not accepted.");
        }
        if (port == webPort && path.equals(FromTheConsole.PATH)) {
            return bringsATicket(method, header)
                    ? null
                    : new Refusal(403, "Only a page of the console leads here. Open the task or the process there.");
        }
        String origin = header.apply("Origin");
        if (origin != null && !origin.toLowerCase(Locale.ROOT).equals("http://" + host.toLowerCase(Locale.ROOT))) {
            return new Refusal(403, "Pages of other sites may not ask for this.");
        }
        if (isAskedByAnotherPage(method, header)) {
            return new Refusal(403, "Pages of other sites may not ask for this.");
        }
        if (port == webPort) {
            return WebAppRights.of(method, path) == WebAppRights.NOBODY
                    ? new Refusal(403, "This is not offered here.")
                    : null;
        }
        if (!token.isIn(header.apply("Authorization"))) {
            return new Refusal(401, "Only the application may ask for this.");
        }
        return port == enginePort && !path.startsWith("/v2/") ? new Refusal(403, "This is not offered here.") : null;
    }

    /** The console is on the same host but another port, which browsers call another origin of the same site. */
    private boolean bringsATicket(String method, UnaryOperator<String> header) {
        String site = header.apply("Sec-Fetch-Site");
        return method.equals("POST")
                && console.equals(header.apply("Origin"))
                && (site == null || site.equals("same-site"));
    }

    /** A link that somebody follows does not count, because its page never sees what it leads to. */
    private static boolean isAskedByAnotherPage(String method, UnaryOperator<String> header) {
        String site = header.apply("Sec-Fetch-Site");
        boolean own = site == null || site.equals("same-origin") || site.equals("none");
        boolean followed = method.equals("GET")
                && "navigate".equals(header.apply("Sec-Fetch-Mode"))
                && "document".equals(header.apply("Sec-Fetch-Dest"));
        return !own && !followed;
    }
}
