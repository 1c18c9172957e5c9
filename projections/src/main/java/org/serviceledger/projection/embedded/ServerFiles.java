package org.serviceledger.projection.embedded;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** All files of an instance, below one directory. */
record ServerFiles(Path root) {

    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    void write(EmbeddedElasticsearch.Options options) throws IOException {
        for (var directory : List.of(config(), data(), logs(), temporary())) {
            Files.createDirectories(directory, OWNER_ONLY);
        }
        Files.deleteIfExists(output());
        Files.createFile(output(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(config().resolve("jvm.options"), jvmOptions(options.heapMegabytes()));
        Files.writeString(config().resolve("elasticsearch.yml"), settings(options.port()));
        Files.writeString(config().resolve("log4j2.properties"), logging());
        access().writeRealm(config());
        Files.deleteIfExists(httpPorts());
        Files.deleteIfExists(pid());
    }

    private String jvmOptions(int heapMegabytes) {
        return """
            -Xms%1$dm
            -Xmx%1$dm
            -XX:+UseG1GC
            -XX:-AlwaysPreTouch
            -XX:+ExitOnOutOfMemoryError
            -XX:ErrorFile=%2$s/hs_err_pid%%p.log
            -Xlog:gc:file=%2$s/gc.log:utctime:filecount=4,filesize=4m
            -Djava.io.tmpdir=${ES_TMPDIR}
            -Des.queryable_built_in_roles_enabled=false
            -Dorg.apache.lucene.store.defaultReadAdvice=normal
            -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
            --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED
            --add-opens=java.base/java.nio=ALL-UNNAMED
            %3$s
            %4$s
            """.formatted(heapMegabytes, logs(), marker(), compilation());
    }

    /**
     * Passes a limit of this JVM's compilation tiers on to the server. Half the work of a short-lived server is
     * thorough compilation.
     */
    private static String compilation() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel="))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Configures one node that listens on the loopback address only, serves its one user and writes its port to a file.
     */
    private String settings(int port) {
        return """
            cluster.name: ledger
            node.name: embedded
            node.portsfile: true
            path.data: "%s"
            path.logs: "%s"
            network.host: 127.0.0.1
            http.port: %d
            transport.port: 0
            discovery.type: single-node
            xpack.security.enabled: true
            xpack.security.autoconfiguration.enabled: false
            xpack.security.enrollment.enabled: false
            xpack.security.http.ssl.enabled: false
            xpack.security.transport.ssl.enabled: false
            xpack.security.authc.reserved_realm.enabled: false
            xpack.security.authc.realms.file.ledger.order: 0
            xpack.security.authc.realms.native.native.enabled: false
            xpack.security.authc.api_key.enabled: false
            xpack.security.authc.token.enabled: false
            cluster.routing.allocation.disk.threshold_enabled: false
            action.auto_create_index: false
            action.destructive_requires_name: true
            """.formatted(data(), logs(), port);
    }

    private String logging() {
        return """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%%p] %%m%%n
            appender.file.type = RollingFile
            appender.file.name = file
            appender.file.fileName = %1$s/elasticsearch.log
            appender.file.filePattern = %1$s/elasticsearch-%%i.log
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = [%%d{ISO8601}][%%-5p][%%-25c{1.}] %%m%%n
            appender.file.policies.type = Policies
            appender.file.policies.size.type = SizeBasedTriggeringPolicy
            appender.file.policies.size.size = 8MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 3
            rootLogger.level = info
            rootLogger.appenderRef.file.ref = file
            rootLogger.appenderRef.console.ref = console
            rootLogger.appenderRef.console.level = error
            """.formatted(logs());
    }

    /** Returns the JVM argument that distinguishes the server's process from all others by its command line. */
    String marker() {
        return "-Dledger.elasticsearch=" + root;
    }

    /** Returns the address of the running server. */
    URI uri() throws IOException {
        return URI.create("http://" + Files.readAllLines(httpPorts()).getFirst());
    }

    AccessFiles access() {
        return new AccessFiles(root);
    }

    Path config() {
        return root.resolve("config");
    }

    Path data() {
        return root.resolve("data");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path output() {
        return logs().resolve("start.log");
    }

    Path httpPorts() {
        return logs().resolve("http.ports");
    }

    Path pid() {
        return root.resolve("elasticsearch.pid");
    }

    Path launcherPid() {
        return root.resolve("launcher.pid");
    }

    Path lock() {
        return root.resolve("lock");
    }
}
