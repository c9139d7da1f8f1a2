package uk.gov.justice.probation.devolution.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Serves the kept pages on loopback with what they are drawn with, which a browser fetches once. */
final class PageServer implements AutoCloseable {
    private static final String AXE = "axe.min.js";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String govuk;

    PageServer() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/META-INF/resources/webjars/govuk-frontend/*/dist/govuk/*.min.css");
        govuk = found[0].getURL().toString().replaceFirst("[^/]*$", "");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(Path page) {
        return onServer(KeptPages.FOLDER.relativize(page).toString());
    }

    /** Where axe is, which looks at a page. */
    String axe() {
        return onServer(AXE);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private String onServer(String path) {
        InetSocketAddress address = server.getAddress();
        return "http://%s:%d/%s".formatted(address.getAddress().getHostAddress(), address.getPort(), path);
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        try (call) {
            byte[] content = content(path);
            call.getResponseHeaders().set("Content-Type", type(path));
            call.getResponseHeaders().set("Cache-Control", "max-age=3600");
            call.sendResponseHeaders(200, content.length);
            call.getResponseBody().write(content);
        }
    }

    private byte[] content(String path) throws IOException {
        try (InputStream content = address(path).toURL().openStream()) {
            return content.readAllBytes();
        }
    }

    private URI address(String path) throws IOException {
        if (path.equals("/" + AXE))
            return URI.create(new ClassPathResource(AXE).getURL().toString());
        if (path.startsWith("/govuk/")) return URI.create(govuk + path.substring("/govuk/".length()));
        if (path.startsWith("/assets/")) return URI.create(govuk + path.substring(1));
        if (path.startsWith("/console/"))
            return Path.of("src/main/resources/static" + path).toUri();
        return KeptPages.FOLDER.resolve(path.substring(1)).toUri();
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            case "html" -> "text/html;charset=UTF-8";
            default -> "application/octet-stream";
        };
    }
}
