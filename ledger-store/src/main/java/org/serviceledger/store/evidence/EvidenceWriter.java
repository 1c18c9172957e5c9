package org.serviceledger.store.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.serviceledger.store.DisclosedEvent;
import org.serviceledger.store.Disclosures;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.publication.PublishedLog;

/**
 * Writes bundles as zip files. The writer holds a bounded number of events in memory, and the same content always gives
 * the same bytes.
 */
public final class EvidenceWriter {

    private static final int AT_A_TIME = 200;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final PublishedLog log;
    private final Disclosures disclosures;

    public EvidenceWriter(PublishedLog log, Disclosures disclosures) {
        this.log = log;
        this.disclosures = disclosures;
    }

    /** Writes the bundle and flushes the stream, but does not close it. */
    public void write(EvidenceBundle bundle, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, BundleFiles.README, resource(BundleFiles.README));
        put(zip, BundleFiles.RECIPE, resource(BundleFiles.RECIPE));
        put(zip, BundleFiles.MANIFEST, manifest(bundle).write());
        if (bundle.page().isPresent()) {
            put(zip, BundleFiles.PAGE, utf8(bundle.page().get()));
        }
        put(zip, BundleFiles.CHECKPOINT, utf8(bundle.checkpoint().toString()));
        put(zip, BundleFiles.KEYS, keys(bundle.keys()));
        for (int from = 0; from < bundle.positions().size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, bundle.positions().size());
            for (var event : disclosures.at(bundle.positions().subList(from, to))) {
                put(zip, bundle, event);
            }
        }
        zip.finish();
        zip.flush();
    }

    private void put(ZipOutputStream zip, EvidenceBundle bundle, DisclosedEvent event) throws IOException {
        var position = event.position();
        var size = Checkpoint.parse(bundle.checkpoint().text()).size();
        if (bundle.isDisclosed()) {
            put(zip, BundleFiles.event(position), EventFile.write(event));
        }
        put(zip, BundleFiles.leaf(position), utf8(event.leaf()));
        var proof = new ProofFile(log.inclusion(position, size), bundle.checkpoint());
        put(zip, BundleFiles.proof(position), utf8(proof.toString()));
    }

    private static Manifest manifest(EvidenceBundle bundle) {
        return new Manifest(bundle.subject(), bundle.isDisclosed(), bundle.positions(), bundle.excerpts());
    }

    private static byte[] keys(List<VerifierKey> keys) {
        return utf8(keys.stream().map(key -> key + "\n").collect(Collectors.joining()));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] resource(String name) {
        try (InputStream in = EvidenceWriter.class.getResourceAsStream("/evidence/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks evidence/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
