package org.serviceledger.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.serviceledger.words.Message;

/**
 * A tile of the log and its path (c2sp.org/tlog-tiles). A full tile has 256 hashes or entries; a partial tile at the
 * right edge has fewer.
 */
public sealed interface LogTile {

    /** Number of hashes or entries in a full tile. */
    int FULL = 256;

    /** Number of tree levels that a tile spans. */
    int HEIGHT = 8;

    int HIGHEST_LEVEL = 63;

    Pattern PATH = Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Returns the index of the tile within its level, counted from 0. */
    long index();

    /** Returns the number of hashes or entries in the tile, 1 to 256. */
    int width();

    /** Returns the path of the tile relative to the log's URL prefix. */
    String path();

    /** Returns the tile level of the hashes, counted from 0. An entry bundle is at level 0. */
    int level();

    /** Returns whether a log of this size contains the whole tile. */
    default boolean isIn(long size) {
        long hashes = hashes(level(), size);
        return hashes >= width() && index() <= (hashes - width()) / FULL;
    }

    /** Returns the number of hashes that a log of this size has at the given tile level. */
    static long hashes(int level, long size) {
        return level * HEIGHT < Long.SIZE ? size >> (level * HEIGHT) : 0;
    }

    default boolean isFull() {
        return width() == FULL;
    }

    /** A tile of adjacent subtree hashes: of leaves at level 0, of full level 0 tiles at level 1, and so on. */
    record Hashes(int level, long index, int width) implements LogTile {

        public Hashes {
            if (level < 0 || level > HIGHEST_LEVEL) {
                throw new MalformedLog(Message.of("log.no-level", "level", level));
            }
            mustExist(index, width);
        }

        @Override
        public String path() {
            return "tile/" + level + "/" + place(index, width);
        }
    }

    /** An entry bundle: the log entries, each preceded by its length in two bytes. */
    record Entries(long index, int width) implements LogTile {

        public Entries {
            mustExist(index, width);
        }

        @Override
        public int level() {
            return 0;
        }

        @Override
        public String path() {
            return "tile/entries/" + place(index, width);
        }
    }

    /**
     * Parses a path relative to the log's URL prefix. Throws {@link MalformedLog} unless the path is the canonical one
     * of the tile.
     */
    static LogTile parse(String path) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            throw new MalformedLog(Message.of("log.no-path", "path", path));
        }
        var index = index(match.group(2), path);
        var width = match.group(3) == null ? FULL : Integer.parseInt(match.group(3));
        if (width >= FULL && match.group(3) != null) {
            throw new MalformedLog(Message.of("log.wide-tile", "path", path));
        }
        LogTile tile = "entries".equals(match.group(1))
                ? new Entries(index, width)
                : new Hashes(Integer.parseInt(match.group(1)), index, width);
        if (!tile.path().equals(path)) {
            throw new MalformedLog(Message.of("log.other-path", "right", tile.path(), "path", path));
        }
        return tile;
    }

    /** Returns the partial hash tiles of a log of this size, at most one for each level, the lowest level first. */
    static List<Hashes> atTheEdge(long size) {
        var edge = new ArrayList<Hashes>();
        long hashes = size;
        for (int level = 0; hashes > 0; level++) {
            if (hashes % FULL > 0) {
                edge.add(new Hashes(level, hashes / FULL, (int) (hashes % FULL)));
            }
            hashes /= FULL;
        }
        return edge;
    }

    private static long index(String groups, String path) {
        var digits = groups.replace("x", "").replace("/", "");
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new MalformedLog(Message.of("log.large-tile", "path", path), e);
        }
    }

    private static String place(long index, int width) {
        var place = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            place.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == FULL
                ? place.toString()
                : place.append(".p/").append(width).toString();
    }

    private static void mustExist(long index, int width) {
        if (index < 0 || width < 1 || width > FULL) {
            throw new MalformedLog(Message.of("log.no-tile", "index", index, "width", width));
        }
    }
}
