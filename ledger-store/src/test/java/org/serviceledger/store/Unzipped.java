package org.serviceledger.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a zip in memory, so that tests can change them and zip them again. */
record Unzipped(Map<String, byte[]> files) {

    static Unzipped of(Path zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return new Unzipped(files);
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void replace(String name, String what, String by) {
        if (!text(name).contains(what)) {
            throw new IllegalArgumentException("%s has no %s".formatted(name, what));
        }
        put(name, text(name).replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by)));
    }

    void swap(String one, String other) {
        var kept = files.get(one);
        files.put(one, files.get(other));
        files.put(other, kept);
    }

    Path zipTo(Path file) throws IOException {
        return zipTo(Files.newOutputStream(file), file);
    }

    private Path zipTo(OutputStream out, Path file) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    Path unpackTo(Path directory) throws IOException {
        for (var entry : files.entrySet()) {
            var file = directory.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        return directory;
    }
}
