package uk.gov.justice.probation.devolution.endtoend;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long automated steps took, from when the engine requested them until they were done, according to its exported
 * records; in milliseconds.
 */
record JobLatency(String type, int jobs, long p50, long p95, long p99, long longest) {
    static final String ALL = "all";

    /** For every job of a family that was requested since then and is done: by type, and in total. */
    static List<JobLatency> of(RunningProduct product, String family, Instant since)
            throws IOException, InterruptedException {
        Map<Long, Long> wanted = new HashMap<>();
        Map<Long, Long> done = new HashMap<>();
        Map<Long, String> types = new HashMap<>();
        new ExportedRecords(product)
                .each(
                        "zeebe-record_job_*",
                        "{\"range\":{\"timestamp\":{\"gte\":%d}}}".formatted(since.toEpochMilli()),
                        record -> {
                            String type = record.at("/value/type").asText();
                            if (!type.startsWith(family + ".")) return;
                            long key = record.path("key").asLong();
                            switch (record.path("intent").asText()) {
                                case "CREATED" -> {
                                    wanted.put(key, record.path("timestamp").asLong());
                                    types.put(key, type);
                                }
                                case "COMPLETED" ->
                                    done.put(key, record.path("timestamp").asLong());
                                default -> {}
                            }
                        });
        wanted.keySet().retainAll(done.keySet());
        Map<String, List<Long>> taken = new TreeMap<>(Map.of(ALL, new ArrayList<>()));
        wanted.forEach((key, at) -> {
            taken.computeIfAbsent(types.get(key), unused -> new ArrayList<>()).add(done.get(key) - at);
            taken.get(ALL).add(done.get(key) - at);
        });
        return taken.entrySet().stream()
                .map(one -> of(
                        one.getKey(),
                        one.getValue().stream()
                                .mapToLong(Long::longValue)
                                .sorted()
                                .toArray()))
                .toList();
    }

    private static JobLatency of(String type, long[] sorted) {
        return new JobLatency(type, sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
    }

    private static long at(long[] sorted, int percentile) {
        return sorted.length == 0 ? 0 : sorted[Math.ceilDiv(sorted.length * percentile, 100) - 1];
    }
}
