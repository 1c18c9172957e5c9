package org.serviceledger.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.serviceledger.store.evidence.Believed;
import org.serviceledger.store.evidence.BundleCheck;
import org.serviceledger.store.evidence.BundleReport;
import org.serviceledger.store.evidence.EvidenceBundle;
import org.serviceledger.store.evidence.EvidenceWriter;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.PublishedLog;
import org.serviceledger.words.Language;

/** A ledger to write bundles from, with the two checks of a bundle: ours, and the recipe that each bundle contains. */
final class EvidenceLedger implements AutoCloseable {

    private final TestLedger ledger = TestLedger.empty();
    private final PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder(
                    ledger.application(), Note.serializer())
            .build();
    private final PublishedLog log = new PublishedLog(ledger.application(), "default");
    private final EvidenceWriter writer = new EvidenceWriter(log, new Disclosures(ledger.application(), "default"));
    private final Checkpoints checkpoints;

    EvidenceLedger(NoteSigner signer) {
        this.checkpoints = new Checkpoints(ledger.application(), log, signer);
    }

    void append(DomainEventMessage<?>... events) {
        engine.appendEvents(events);
    }

    PublishedLog log() {
        return log;
    }

    /** Publishes a checkpoint of the whole ledger and returns its text. */
    String checkpoint() {
        checkpoints.publish();
        return checkpoints.latest().orElseThrow().text();
    }

    Path write(Path file, EvidenceBundle bundle) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            writer.write(bundle, out);
        }
        return file;
    }

    @Override
    public void close() {
        engine.close();
        ledger.close();
    }

    static BundleReport check(Path file, NoteSigner... trusted) {
        return BundleCheck.of(
                file, new Believed(Stream.of(trusted).map(NoteSigner::verifier).toList()));
    }

    /** The facts that the check established, in English. */
    static List<String> facts(BundleReport report) {
        return report.facts().stream().map(fact -> fact.in(Language.ENGLISH)).toList();
    }

    /** The findings, in English. */
    static List<String> findings(BundleReport report) {
        return report.findings().stream()
                .map(finding -> finding.line(Language.ENGLISH))
                .toList();
    }

    /** Runs the recipe as the README says, with nothing but Python and OpenSSL. */
    static Ended recipe(Path unpacked, NoteSigner... trusted) throws IOException {
        var command = new ArrayList<>(List.of("python3", "check.py"));
        Stream.of(trusted).map(signer -> signer.verifier().toString()).forEach(command::add);
        return run(unpacked, command);
    }

    /** The exit code and the output of a program. */
    record Ended(int exitCode, String output) {}

    static Ended run(Path place, List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ended(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
