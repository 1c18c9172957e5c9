package org.serviceledger.app.backup;

import java.util.Set;
import java.util.TreeSet;

/** Names of WAL segments: eight hexadecimal digits each for timeline, log and segment. */
final class Segments {

    private static final int NAME = 24;
    private static final int PART = 8;
    private static final long IN_A_LOG = 0x100;
    private static final int RADIX = 16;

    private Segments() {}

    /** Whether the files contain every segment from {@code first} to the last without a gap. */
    static boolean isWhole(String first, Set<String> files) {
        var numbers = new TreeSet<Long>();
        for (var file : files) {
            var name = BackupDirectory.plain(file).replace(BackupDirectory.WAL, "");
            if (file.startsWith(BackupDirectory.WAL) && name.matches("[0-9A-F]{24}\\.gz")) {
                numbers.add(number(name));
            }
        }
        var needed = numbers.tailSet(number(first));
        return !needed.isEmpty()
                && needed.first() == number(first)
                && needed.last() - needed.first() + 1 == needed.size();
    }

    /**
     * Whether the file is a WAL file older than segment {@code first}, so that recovery from there does not need it.
     */
    static boolean isBefore(String first, String file) {
        var name = BackupDirectory.plain(file).replace(BackupDirectory.WAL, "");
        return file.startsWith(BackupDirectory.WAL)
                && name.matches("[0-9A-F]{24}\\..*")
                && number(name) < number(first);
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(PART, 2 * PART), RADIX) * IN_A_LOG
                + Long.parseLong(name.substring(2 * PART, NAME), RADIX);
    }
}
