package org.serviceledger.store.publication;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.serviceledger.store.DisclosedEvent;
import org.serviceledger.store.Durability;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.log.HashTree;
import org.serviceledger.store.log.LogTile;
import org.serviceledger.store.log.TreeHash;

/**
 * The transparency log (透明日志) as the database holds it: its tiles, byte for byte as C2SP specifies them, and the tree
 * that they are cut from. Leaves are salted commitments, so the log reveals nothing of an event's content.
 */
public final class PublishedLog implements HashTree {

    private static final String LEAVES =
            "SELECT leaf_hash FROM ledger_event WHERE position >= ? AND position < ? ORDER BY position";

    private static final String NODES =
            "SELECT hash FROM ledger_node WHERE index >= ? AND index < ? AND level = ? ORDER BY index";

    private static final String ENTRIES = """
            SELECT event.*, previous.leaf_hash AS previous_leaf
            FROM ledger_event AS event
            LEFT JOIN ledger_event AS previous
                ON previous.stream_id = event.stream_id AND previous.sequence = event.sequence - 1
            WHERE event.position >= ? AND event.position < ? ORDER BY event.position""";

    private final DataSource dataSource;
    private final Durability durability = new Durability();
    private final LedgerHeads heads;
    private final String tenant;

    /**
     * @param tenant the tenant of the ledger, the same as in the engine that wrote it
     */
    public PublishedLog(DataSource dataSource, String tenant) {
        this.dataSource = dataSource;
        this.heads = new LedgerHeads(dataSource);
        this.tenant = tenant;
    }

    /**
     * Returns a tile; empty if the log is not yet that long. Rows beyond the log's end are ignored. A returned tile is
     * durable.
     */
    public Optional<byte[]> tile(LogTile tile) {
        long size = heads.current().size();
        if (!tile.isIn(size)) {
            return Optional.empty();
        }
        if (!tile.isIn(durability.size())) {
            ensureDurable(size);
        }
        long first = tile.index() * LogTile.FULL;
        var parts = switch (tile) {
            case LogTile.Hashes hashes -> hashes(hashes.level(), first, hashes.width());
            case LogTile.Entries entries -> entries(first, entries.width());
        };
        return parts.size() == tile.width() ? Optional.of(joined(parts)) : Optional.empty();
    }

    /** Flushes the ledger. Others keep a tile for ever, so it must contain nothing that could still be lost. */
    private void ensureDurable(long size) {
        try (var connection = dataSource.getConnection()) {
            durability.ensure(connection, size);
        } catch (SQLException e) {
            throw new EventStoreException("could not read the log", e);
        }
    }

    /** Returns the entry at this position as canonical JSON; empty if the log is not yet that long. It is durable. */
    public Optional<String> entry(long position) {
        long size = heads.current().size();
        if (position < 0 || position >= size) {
            return Optional.empty();
        }
        if (position >= durability.size()) {
            ensureDurable(size);
        }
        return rows(
                        ENTRIES,
                        position,
                        1,
                        0,
                        row -> DisclosedEvent.of(row, tenant).leaf().getBytes(StandardCharsets.UTF_8))
                .stream()
                .findFirst()
                .map(entry -> new String(entry, StandardCharsets.UTF_8));
    }

    /** Throws {@link EventStoreException} if the log is not that long. */
    @Override
    public TreeHash full(int level, long index) {
        int within = level % LogTile.HEIGHT;
        int width = 1 << within;
        var hashes = hashes(level / LogTile.HEIGHT, index << within, width).stream()
                .map(TreeHash::new)
                .toList();
        if (hashes.size() != width) {
            throw new EventStoreException("the log has no hash %d at level %d yet".formatted(index, level));
        }
        while (hashes.size() > 1) {
            hashes = pairs(hashes);
        }
        return hashes.getFirst();
    }

    private static List<TreeHash> pairs(List<TreeHash> hashes) {
        var above = new ArrayList<TreeHash>(hashes.size() / 2);
        for (int i = 0; i < hashes.size(); i += 2) {
            above.add(hashes.get(i).with(hashes.get(i + 1)));
        }
        return above;
    }

    private List<byte[]> hashes(int level, long first, int width) {
        return level == 0
                ? rows(LEAVES, first, width, level, row -> row.getBytes(1))
                : rows(NODES, first, width, level, row -> row.getBytes(1));
    }

    private List<byte[]> entries(long first, int width) {
        return rows(ENTRIES, first, width, 0, row -> {
            var entry = DisclosedEvent.of(row, tenant).leaf().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Short.BYTES + entry.length)
                    .putShort((short) entry.length)
                    .put(entry)
                    .array();
        });
    }

    private interface Reading {
        byte[] read(ResultSet row) throws SQLException;
    }

    private List<byte[]> rows(String sql, long first, int width, int level, Reading reading) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setLong(1, first);
            query.setLong(2, first + width);
            if (level > 0) {
                query.setInt(3, level);
            }
            try (var rows = query.executeQuery()) {
                var read = new ArrayList<byte[]>(width);
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new EventStoreException("could not read the log", e);
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        var bytes =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(bytes::put);
        return bytes.array();
    }
}
