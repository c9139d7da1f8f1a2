package uk.gov.justice.probation.devolution.engine;

import io.camunda.client.event.CamundaClientCreatedEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Remembers which jars name a service while the workers are opened: Camunda's client 8.8.14 searches them all for each
 * method of each worker, before each test.
 */
final class RemembersServices {
    private final ClassLoader own = RemembersServices.class.getClassLoader();
    private final ClassLoader remembering = new Remembering(own);

    @EventListener(CamundaClientCreatedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void beforeWorkersAreOpened() {
        Thread.currentThread().setContextClassLoader(remembering);
    }

    @EventListener(CamundaClientCreatedEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void onceWorkersAreOpen() {
        Thread.currentThread().setContextClassLoader(own);
    }

    private static final class Remembering extends ClassLoader {
        private final Map<String, List<URL>> found = new ConcurrentHashMap<>();

        private Remembering(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.enumeration(found.computeIfAbsent(name, this::search));
        }

        private List<URL> search(String name) {
            try {
                return Collections.list(super.getResources(name)).stream()
                        .map(Remembering::kept)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The same names, without the licence above them, under an address that opens no jar. */
        private static URL kept(URL service) {
            try (InputStream content = service.openStream()) {
                byte[] names = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8);
                return URL.of(URI.create("kept:" + service), new URLStreamHandler() {
                    @Override
                    protected URLConnection openConnection(URL address) {
                        return new URLConnection(address) {
                            @Override
                            public void connect() {}

                            @Override
                            public InputStream getInputStream() {
                                return new ByteArrayInputStream(names);
                            }
                        };
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
