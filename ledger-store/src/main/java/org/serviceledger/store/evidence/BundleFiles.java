package org.serviceledger.store.evidence;

import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The file names of a bundle. */
final class BundleFiles {

    static final String README = "README.txt";
    static final String RECIPE = "check.py";
    static final String MANIFEST = "bundle.json";
    static final String PAGE = "chain.html";
    static final String CHECKPOINT = "checkpoint";
    static final String KEYS = "keys.txt";

    private static final Set<String> SINGLE = Set.of(README, RECIPE, MANIFEST, PAGE, CHECKPOINT, KEYS);

    private static final Set<String> DIRECTORIES = Set.of("events/", "leaves/", "proofs/");

    private static final Pattern OF_A_POSITION = Pattern.compile(
            "(?:(?:events|leaves)/(0|[1-9][0-9]{0,17})\\.json|proofs/(0|[1-9][0-9]{0,17})\\.tlog-proof)");

    private BundleFiles() {}

    static String event(long position) {
        return "events/" + position + ".json";
    }

    static String leaf(long position) {
        return "leaves/" + position + ".json";
    }

    static String proof(long position) {
        return "proofs/" + position + ".tlog-proof";
    }

    static boolean isKnown(String name) {
        return SINGLE.contains(name)
                || DIRECTORIES.contains(name)
                || position(name).isPresent();
    }

    /** Returns whether the file discloses the content of events. */
    static boolean isDisclosure(String name) {
        return name.equals(PAGE) || name.startsWith("events/");
    }

    /** Returns the position of the event that the file belongs to; empty if it belongs to none. */
    static OptionalLong position(String name) {
        var match = OF_A_POSITION.matcher(name);
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(match.group(1) == null ? match.group(2) : match.group(1)));
    }
}
