package org.serviceledger.app;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.serviceledger.words.Language;

/**
 * The messages of all modules in one language, as their bundle files contain them.
 *
 * @param entries messages by key
 * @param repeated keys that occur more than once, each with its place
 */
record BundleText(Map<String, Entry> entries, List<String> repeated) {

    private static final Pattern CONTINUED = Pattern.compile("(?:^|[^\\\\])(?:\\\\\\\\)*\\\\$");

    /**
     * A message.
     *
     * @param place file and line
     */
    record Entry(String place, String pattern) {

        /**
         * The names of its arguments, including those of nested messages.
         *
         * @throws IllegalArgumentException if the pattern is malformed
         */
        Set<String> arguments() {
            var parsed = new MessagePattern(pattern);
            var names = new TreeSet<String>();
            for (int at = 0; at < parsed.countParts(); at++) {
                var part = parsed.getPart(at);
                if (part.getType() == MessagePattern.Part.Type.ARG_NAME
                        || part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                    names.add(parsed.getSubstring(part));
                }
            }
            return names;
        }
    }

    static BundleText of(Path repository, Language language) throws IOException {
        var all = new BundleText(new HashMap<>(), new ArrayList<>());
        var ending = "_%s.properties".formatted(language.tag().replace('-', '_'));
        for (var path : SourceFiles.in(repository, "resources/words", ending)) {
            all.read(Files.readAllLines(path), repository.relativize(path).toString());
        }
        return all;
    }

    private void read(List<String> lines, String file) throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            var place = file + ":" + (at + 1);
            var entry = new StringBuilder(lines.get(at));
            while (!isComment(lines.get(at)) && CONTINUED.matcher(lines.get(at)).find() && at + 1 < lines.size()) {
                at++;
                entry.append('\n').append(lines.get(at));
            }
            var properties = new Properties();
            properties.load(new StringReader(entry.toString()));
            properties.forEach((key, pattern) -> add(key.toString(), new Entry(place, pattern.toString())));
        }
    }

    private void add(String key, Entry entry) {
        var before = entries.putIfAbsent(key, entry);
        if (before != null) {
            repeated.add("%s: %s stands at %s already".formatted(entry.place(), key, before.place()));
        }
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#") || line.stripLeading().startsWith("!");
    }
}
