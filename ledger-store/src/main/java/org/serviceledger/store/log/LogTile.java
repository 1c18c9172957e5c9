package org.serviceledger.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.serviceledger.words.Message;

/** A piece of the log that is fetched by itself, and where it is (c2sp.org/tlog-tiles): 256 hashes or entries, or fewer at the right edge. */
public sealed interface LogTile {

    /** Hashes or entries in a full tile. */
    int FULL = 256;

    /** Levels of the tree that a tile spans. */
    int HEIGHT = 8;

    int HIGHEST_LEVEL = 63;

    Pattern PATH = Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Which of the tiles of its level, from 0. */
    long index();

    /** Hashes or entries in it, 1 to 256. */
    int width();

    /** Where it is, below the log's prefix. */
    String path();

    /** Which of the tree's levels its hashes are of, counted in tiles; entries are of the lowest. */
    int level();

    /** Whether a log of this size has all of it. */
    default boolean isIn(long size) {
        long hashes = hashes(level(), size);
        return hashes >= width() && index() <= (hashes - width()) / FULL;
    }

    /** How many hashes a log of this size has at a level of tiles. */
    static long hashes(int level, long size) {
        return level * HEIGHT < Long.SIZE ? size >> (level * HEIGHT) : 0;
    }

    default boolean isFull() {
        return width() == FULL;
    }

    /** Hashes of subtrees beside each other; at level 0 of leaves, at level 1 of full tiles of level 0, and so on. */
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

    /** The entries themselves, each after its length in two bytes. */
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

    /** Reads a path below the log's prefix; only the one way to write it is taken. */
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

    /** The tiles of hashes that a log of this size has but in part, one a level at most, the lowest first. */
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
