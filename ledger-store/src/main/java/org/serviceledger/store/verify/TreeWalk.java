package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.verify.Finding.Forked;
import org.serviceledger.store.verify.Finding.HeadDiffers;
import org.serviceledger.store.verify.Finding.Part;
import org.serviceledger.store.verify.Finding.Replaced;
import org.serviceledger.store.verify.Finding.TileAstray;
import org.serviceledger.store.verify.Finding.TileDiffers;

/**
 * Rebuilds the Merkle tree tile by tile and compares it with the signed roots and the upper tiles. Where events and
 * tiles differ, the walk continues with two trees, one from the events and one from the tiles, until a signed root
 * tells which is right. This way one change is reported once, at its place, and not again at each level above.
 */
final class TreeWalk {

    /**
     * An upper-tile hash that differs from the events.
     *
     * @param since the first position at which an event may be the cause
     */
    private record Doubt(int level, long index, long since) {}

    private final Connection connection;
    private final SignedSizes signed;
    private final HeadRow head;
    private final Findings findings;
    private final Frontier asEventsGive = new Frontier((_, _, hash) -> hash);
    private final Frontier asTilesSay = new Frontier(this::compared);
    private final List<Doubt> doubts = new ArrayList<>();
    private boolean isLost;
    private boolean isFound;
    private boolean isHeadTold;
    private long soundSize;
    private long nodes;

    TreeWalk(Connection connection, SignedSizes signed, HeadRow head, Findings findings) {
        this.connection = connection;
        this.signed = signed;
        this.head = head;
        this.findings = findings;
        if (head.isMissing()) {
            isHeadTold = true;
            findings.add(new HeadDiffers.Missing());
        }
    }

    /** Processes the next tile. {@code suspects} are its rows that do not yield their stored leaf hash. */
    void next(Tile tile, List<Suspect> suspects) throws SQLException {
        var evidence = evidence(tile);
        if (!tile.isWhole()) {
            recover(tile);
        } else if (suspects.isEmpty()) {
            settle(tile, evidence);
        } else {
            weigh(tile, suspects, evidence);
        }
    }

    /** Reports what remains to be decided after the last tile. */
    void finish() throws SQLException {
        if (!doubts.isEmpty()) {
            resolve(
                    Arrays.equals(asEventsGive.root(), head.root()),
                    Arrays.equals(asTilesSay.root(), head.root()),
                    new Source.Head());
        }
        if (!isLost && !isHeadTold) {
            if (!Arrays.equals(asEventsGive.root(), head.root())) {
                headDiffers();
            } else if (!Arrays.equals(asEventsGive.toBytes(), head.frontier())) {
                findings.add(new HeadDiffers.InFrontier(head.size()));
            }
        }
        head.strayNodes().forEach(node -> findings.add(new TileAstray(node.level(), node.index(), true)));
        signed.beyond(head.size());
    }

    /** Records that the rows end before the size in the head. */
    void endsEarly() {
        isLost = true;
    }

    /**
     * Returns the root of the events as far as it could be determined. Returns the root of the empty tree if the single
     * stored leaf hash is not 32 bytes long.
     */
    TreeHash root() {
        var root = asEventsGive.root();
        return root.length == TreeHash.BYTES ? new TreeHash(root) : TreeHash.EMPTY;
    }

    /** Returns the number of upper-tile hashes compared. */
    long nodes() {
        return nodes;
    }

    private SignedRoots evidence(Tile tile) throws SQLException {
        var evidence = new ArrayList<>(signed.upTo(tile.end()));
        if (tile.end() == head.size() && !head.isMissing()) {
            evidence.add(new Signed(new Source.Head(), head.size(), head.root()));
        }
        return new SignedRoots(evidence);
    }

    /**
     * Skips a tile whose leaves are unknown. If there is an upper-tile hash over it, the tree continues with that hash.
     */
    private void recover(Tile tile) throws SQLException {
        isLost = true;
        if (tile.isFull()) {
            advance(tile.node() == null ? new byte[head.root().length] : tile.node());
            isLost = tile.node() == null;
        }
    }

    /**
     * Decides whether the log was built from the leaves that the rows yield or from the stored leaf hashes, by the
     * roots and the upper-tile hash that each of them matches.
     */
    private void weigh(Tile tile, List<Suspect> suspects, SignedRoots evidence) throws SQLException {
        long first = suspects.stream().mapToLong(Suspect::position).min().orElseThrow();
        var telling = evidence.beyond(first);
        var stored = tile.with(tile.stored());
        long forRows = score(tile, telling);
        long forStored = score(stored, telling);
        if (forRows == 0 && forStored == 0) {
            recover(tile);
        } else if (forStored >= forRows) {
            suspects.forEach(suspect -> suspect.isOtherIn(Part.CONTENT));
            settle(stored, evidence);
        } else {
            suspects.forEach(suspect -> suspect.isOtherIn(Part.LEAF_HASH));
            settle(tile, evidence);
        }
    }

    private long score(Tile tile, SignedRoots evidence) {
        var fitting = evidence.fitting(asTilesSay, tile);
        return (long) fitting.size() + (tile.node() != null && Arrays.equals(tile.node(), tile.root()) ? 1 : 0);
    }

    private void settle(Tile tile, SignedRoots evidence) throws SQLException {
        if (isLost) {
            if (tile.isFull()) {
                advance(tile.node() == null ? tile.derived()[0] : tile.node());
            }
            return;
        }
        if (!doubts.isEmpty() && !evidence.isEmpty()) {
            var first = evidence.first();
            resolve(first.isOver(asEventsGive, tile), first.isOver(asTilesSay, tile), first.which());
        }
        var fitting = evidence.fitting(asEventsGive, tile);
        var contrary = evidence.except(fitting);
        if (!contrary.isEmpty() && !isLost && !isExplained(tile, fitting, contrary)) {
            replaced(tile, fitting, contrary.getFirst());
            return;
        }
        sound(fitting);
        append(tile, fitting);
    }

    /**
     * Returns whether other evidence confirms the events, so that the contradicting checkpoints or the head are at
     * fault. Reports these if so.
     */
    private boolean isExplained(Tile tile, List<Signed> fitting, List<Signed> contrary) {
        boolean isNodeFitting = tile.node() != null && Arrays.equals(tile.node(), tile.root());
        var last = fitting.isEmpty() ? -1 : fitting.getLast().size();
        for (var each : contrary) {
            if (!each.isHead() && last < each.size() && !isNodeFitting) {
                return false;
            }
        }
        sound(fitting);
        for (var each : contrary) {
            if (each.isHead()) {
                headDiffers();
            } else {
                findings.add(new Forked(each.which()));
            }
        }
        return true;
    }

    private void replaced(Tile tile, List<Signed> fitting, Signed contrary) throws SQLException {
        sound(fitting.stream().filter(each -> each.size() < contrary.size()).toList());
        findings.add(new Replaced(Math.max(tile.first(), soundSize), contrary.size() - 1, contrary.which()));
        recover(tile);
    }

    private void append(Tile tile, List<Signed> fitting) throws SQLException {
        var root = tile.root();
        if (root == null) {
            for (var leaf : tile.derived()) {
                asEventsGive.append(leaf, 0);
                asTilesSay.append(leaf, 0);
            }
            return;
        }
        asEventsGive.append(root, LogTile.HEIGHT);
        nodes++;
        byte @Nullable [] node = tile.node();
        long index = tile.first() / LogTile.FULL;
        if (node == null) {
            findings.add(new TileAstray(1, index, false));
            asTilesSay.append(root, LogTile.HEIGHT);
        } else if (Arrays.equals(node, root)) {
            asTilesSay.append(root, LogTile.HEIGHT);
        } else if (!fitting.isEmpty() && fitting.getLast().size() == tile.end()) {
            findings.add(new TileDiffers(1, index, true));
            asTilesSay.append(root, LogTile.HEIGHT);
        } else {
            doubts.add(new Doubt(1, index, soundSize));
            asTilesSay.append(node, LogTile.HEIGHT);
        }
        rejoin();
    }

    /** Continues with one hash over a full tile, whatever its leaves are. */
    private void advance(byte[] node) {
        asTilesSay.append(node, LogTile.HEIGHT);
        asEventsGive.become(asTilesSay);
        rejoin();
    }

    private void rejoin() {
        if (isFound) {
            asEventsGive.become(asTilesSay);
            isFound = false;
            isLost = false;
        }
    }

    /**
     * Compares a computed hash with the one in the upper tile, and returns the hash that the tree of the tiles
     * continues with.
     */
    private byte[] compared(int level, long index, byte[] hash) {
        nodes++;
        byte @Nullable [] node = stored(level, index);
        if (node == null) {
            findings.add(new TileAstray(level, index, false));
            return hash;
        }
        if (!Arrays.equals(node, hash)) {
            if (isLost) {
                isFound = true;
            } else {
                doubts.add(new Doubt(level, index, soundSize));
            }
        }
        return node;
    }

    private byte @Nullable [] stored(int level, long index) {
        try {
            return Nodes.between(connection, level, index, index + 1).get(index);
        } catch (SQLException e) {
            throw new UnreadableLedger(e);
        }
    }

    /** Resolves all doubts with a root that matches the events, the tiles or neither. */
    private void resolve(boolean isForEvents, boolean isForTiles, Source witness) {
        for (var doubt : doubts) {
            if (isForTiles && !isForEvents) {
                int height = doubt.level() * LogTile.HEIGHT;
                findings.add(new Replaced(
                        Math.max(doubt.index() << height, doubt.since()),
                        ((doubt.index() + 1) << height) - 1,
                        witness));
            } else {
                findings.add(new TileDiffers(doubt.level(), doubt.index(), isForEvents));
            }
        }
        doubts.clear();
        if (isForEvents) {
            asTilesSay.become(asEventsGive);
        } else {
            asEventsGive.become(asTilesSay);
            isLost = !isForTiles;
        }
    }

    private void headDiffers() {
        isHeadTold = true;
        findings.add(new HeadDiffers.InRoot(head.size(), soundSize));
    }

    private void sound(List<Signed> fitting) {
        for (var each : fitting) {
            if (!each.isHead()) {
                soundSize = each.size();
            }
        }
    }
}
