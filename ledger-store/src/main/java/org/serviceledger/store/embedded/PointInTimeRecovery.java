package org.serviceledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.words.Message;

/**
 * Recovers a copy of a cluster, taken while the cluster ran, to a point in time by replaying its write-ahead log (WAL).
 */
public final class PointInTimeRecovery {

    private static final String SEGMENTS = "wal-restore";
    private static final String NOT_REACHED = "recovery ended before configured recovery target was reached";

    /** The format of {@code recovery_target_time}, which does not accept {@code Z}. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private PointInTimeRecovery() {}

    /** Where the WAL segments must be in the directory of the copy, uncompressed and under their own names. */
    public static Path segments(Path dataDirectory) {
        return Cluster.in(dataDirectory).directory().resolve(SEGMENTS);
    }

    /** Where recovery ends. */
    public sealed interface Target {

        /** At the end of the last segment. */
        record End() implements Target {}

        /** After the last commit up to this time, such as {@code 2026-11-28T09:00:00Z}. */
        record Time(Instant at) implements Target {}

        /** After the commit of this transaction. */
        record Transaction(long id) implements Target {}
    }

    /** Looks at the recovered database, as its owner, while PostgreSQL still runs. */
    @FunctionalInterface
    public interface Look<T> {
        T at(Connection owner) throws SQLException;
    }

    /**
     * Recovers the data, takes the look, and stops PostgreSQL in order.
     *
     * @throws EmbeddedServerException if PostgreSQL cannot recover, or the segments end before the target
     */
    public static <T> T recover(Path dataDirectory, Target target, Look<T> look) {
        var cluster = Cluster.in(dataDirectory);
        try {
            Files.writeString(cluster.data().resolve("recovery.signal"), "");
            var port = LoopbackPort.free();
            var command = new ArrayList<>(EmbeddedPostgres.command(PostgresBinaries.unpacked(), cluster.data(), port));
            settings(target).forEach(setting -> command.addAll(List.of("-c", setting)));
            var server = ServerProcess.start(cluster.data(), cluster.log(), command);
            try {
                awaitReady(server, cluster);
                try (var connection = DriverManager.getConnection(
                        Cluster.url(port), Cluster.OWNER, cluster.password(Cluster.OWNER))) {
                    return look.at(connection);
                }
            } finally {
                ServerProcess.stop(server.toHandle());
            }
        } catch (IOException e) {
            throw EmbeddedServerException.under(cluster.directory(), e);
        } catch (SQLException e) {
            throw EmbeddedServerException.saying(cluster.directory(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException(Message.of("postgres.recovery-interrupted"), e);
        }
    }

    private static List<String> settings(Target target) {
        var settings = new ArrayList<>(List.of(
                "restore_command=cp ../" + SEGMENTS + "/%f %p", "recovery_target_action=promote", "hot_standby=off"));
        switch (target) {
            case Target.End() -> {}
            case Target.Time(var at) -> settings.add("recovery_target_time=" + TIME.format(at));
            case Target.Transaction(var id) -> settings.add("recovery_target_xid=" + id);
        }
        return settings;
    }

    /** Waits without a limit: recovery makes progress as long as the server lives. */
    private static void awaitReady(Process server, Cluster cluster) throws IOException, InterruptedException {
        var pidFile = cluster.data().resolve("postmaster.pid");
        while (server.isAlive()) {
            if (Files.exists(pidFile)
                    && Files.readString(pidFile)
                            .lines()
                            .reduce("", (_, last) -> last)
                            .startsWith("ready")) {
                return;
            }
            Thread.sleep(20);
        }
        var said = Files.readString(cluster.log());
        throw said.contains(NOT_REACHED)
                ? new EmbeddedServerException(Message.of("postgres.backup-too-short"))
                : EmbeddedServerException.saying(cluster.directory(), said);
    }
}
