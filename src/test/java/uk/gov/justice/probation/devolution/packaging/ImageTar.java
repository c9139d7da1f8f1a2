package uk.gov.justice.probation.devolution.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The image that this build made, read as {@code docker load} would read it. */
record ImageTar(Path file) {

    private interface Visitor {
        void visit(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    static ImageTar ofThisBuild() {
        return new ImageTar(Path.of(System.getProperty("image.tar", "target/image/psc-devolution-layers.tar")));
    }

    /** What the image runs, as which user and with which environment. */
    JsonNode config() throws IOException {
        JsonNode[] config = new JsonNode[1];
        read(Files.newInputStream(file), (entry, content) -> {
            if (entry.getName().equals("config.json"))
                config[0] = new ObjectMapper().readTree(content.readAllBytes()).get("config");
        });
        return config[0];
    }

    /** The files of all layers, as absolute paths. */
    List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        eachFile((entry, content) -> files.add(absolute(entry)));
        return files;
    }

    /** Writes the application's own files into a folder. */
    void unpackApplication(Path folder) throws IOException {
        eachFile((entry, content) -> {
            if (!absolute(entry).startsWith("/app/")) return;
            Path target = folder.resolve(absolute(entry).substring(1));
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        });
    }

    private void eachFile(Visitor visitor) throws IOException {
        read(Files.newInputStream(file), (layer, layerContent) -> {
            if (!layer.getName().endsWith(".tar.gz")) return;
            read(new GZIPInputStream(layerContent), (entry, content) -> {
                if (entry.isFile()) visitor.visit(entry, content);
            });
        });
    }

    private static void read(InputStream packed, Visitor visitor) throws IOException {
        var tar = new TarArchiveInputStream(new BufferedInputStream(packed));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            visitor.visit(entry, tar);
        }
    }

    private static String absolute(TarArchiveEntry entry) {
        return "/" + entry.getName().replaceFirst("^\\.?/", "");
    }
}
