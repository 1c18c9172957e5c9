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

/** A ledger to write bundles from, and the two checks of them: ours, and the recipe that is in them. */
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

    /** What is to be signed of all there is. */
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

    /** What was established, in English. */
    static List<String> facts(BundleReport report) {
        return report.facts().stream().map(fact -> fact.in(Language.ENGLISH)).toList();
    }

    /** What is wrong, in English. */
    static List<String> findings(BundleReport report) {
        return report.findings().stream()
                .map(finding -> finding.line(Language.ENGLISH))
                .toList();
    }

    /** What the README says to do, with nothing but Python and OpenSSL. */
    static Ended recipe(Path unpacked, NoteSigner... trusted) throws IOException {
        var command = new ArrayList<>(List.of("python3", "check.py"));
        Stream.of(trusted).map(signer -> signer.verifier().toString()).forEach(command::add);
        return run(unpacked, command);
    }

    /** How a program ended, and what it printed. */
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
