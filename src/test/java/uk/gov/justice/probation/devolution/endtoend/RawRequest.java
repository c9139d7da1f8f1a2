package uk.gov.justice.probation.devolution.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request sent exactly as written, as by somebody who keeps to no rules: no client corrects its address or its
 * headers.
 */
record RawRequest(int port, String method, String path, List<String> headers, String body) {
    private static final int PATIENCE = 30_000;

    static RawRequest of(int port, String method, String path) {
        return new RawRequest(
                port,
                method,
                path,
                List.of("Host: localhost:" + port, "Content-Type: application/json"),
                method.equals("GET") ? "" : "{}");
    }

    RawRequest with(String header, String value) {
        List<String> all = new ArrayList<>(headers);
        all.removeIf(line -> line.startsWith(header + ":"));
        all.add(header + ": " + value);
        return new RawRequest(port, method, path, all, body);
    }

    RawRequest saying(String text) {
        return new RawRequest(port, method, path, headers, text);
    }

    int status() throws IOException {
        return Integer.parseInt(answer().split(" ", 3)[1]);
    }

    /** The whole answer: status, headers and body. */
    String answer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                            .formatted(
                                    method,
                                    path,
                                    String.join("\r\n", headers),
                                    body.getBytes(StandardCharsets.UTF_8).length,
                                    body)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Signs in and returns the cookies to send as {@code Cookie}. */
    static String signIn(int port, String user) throws IOException {
        String answer = of(port, "POST", "/api/login?username=%s&password=%s".formatted(user, user))
                .answer();
        Matcher cookie = Pattern.compile("(?im)^Set-Cookie: ([^;]+)").matcher(answer);
        List<String> cookies = new ArrayList<>();
        while (cookie.find()) cookies.add(cookie.group(1));
        if (cookies.isEmpty()) throw new IOException("Nobody is signed in: " + answer);
        return String.join("; ", cookies);
    }
}
