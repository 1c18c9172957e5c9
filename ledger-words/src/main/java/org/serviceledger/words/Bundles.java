package org.serviceledger.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads the message bundles. A bundle is a UTF-8 file {@code words/<name>_<language>.properties} on the class path;
 * each module contributes its own.
 */
final class Bundles {

    /** The bundle names. A module need not have a file for each. */
    private static final List<String> NAMES = List.of(
            "terms",
            "refusals",
            "faults",
            "findings",
            "layout",
            "public",
            "desk",
            "cases",
            "reports",
            "operations",
            "console");

    private Bundles() {}

    /**
     * Returns all messages of a language by key.
     *
     * @throws IllegalStateException if two files define the same key
     */
    static Map<String, String> read(Language language) {
        var all = new HashMap<String, String>();
        for (var name : NAMES) {
            var path = "words/%s_%s.properties".formatted(name, language.suffix());
            try {
                for (var file : Collections.list(Bundles.class.getClassLoader().getResources(path))) {
                    add(file, all);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
        return Map.copyOf(all);
    }

    private static void add(URL file, Map<String, String> all) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        for (var key : properties.stringPropertyNames()) {
            if (all.putIfAbsent(key, properties.getProperty(key)) != null) {
                throw new IllegalStateException("%s holds %s, which stands elsewhere already".formatted(file, key));
            }
        }
    }
}
