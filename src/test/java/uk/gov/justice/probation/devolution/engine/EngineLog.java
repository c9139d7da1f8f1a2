package uk.gov.justice.probation.devolution.engine;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that ever reached the engine in this test: commands, events and rejections, byte by byte, as exporters
 * receive them.
 */
public final class EngineLog {

    /** The number of records that contain each of these words. */
    public static Map<String, Integer> holding(Collection<String> words) {
        Map<String, Integer> found = new TreeMap<>();
        words.forEach(word -> found.put(word, 0));
        try (LogStreamReader log = EmbeddedCamunda.running().run().reader()) {
            log.seekToFirstEvent();
            while (log.hasNext()) {
                String content = content(log.next());
                words.stream()
                        .filter(word -> content.contains(latin(word)))
                        .forEach(word -> found.merge(word, 1, Integer::sum));
            }
        }
        return found;
    }

    private static String content(LoggedEvent event) {
        // a rejection's reason is beside the value
        byte[] content = new byte[event.getMetadataLength() + event.getValueLength()];
        event.getMetadata().getBytes(event.getMetadataOffset(), content, 0, event.getMetadataLength());
        event.getValueBuffer()
                .getBytes(event.getValueOffset(), content, event.getMetadataLength(), event.getValueLength());
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** Texts are UTF-8 in the log; the search treats each byte as one character. */
    private static String latin(String word) {
        return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private EngineLog() {}
}
