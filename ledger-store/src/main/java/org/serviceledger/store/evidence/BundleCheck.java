package org.serviceledger.store.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Message;

/**
 * Verifies a bundle offline, using only its files and trusted keys. The check recomputes commitments and leaves from
 * the events, verifies each inclusion proof against the root, and verifies the signatures of the checkpoint.
 */
public final class BundleCheck {

    private static final int MOST_OF_MANIFEST = 16 << 20;
    private static final int MOST_OF_TEXT = 1 << 20;
    private static final int MOST_OF_PAGE = 64 << 20;

    private final ZippedFiles files;
    private final List<BundleFinding> findings = new ArrayList<>();
    private final List<Message> facts = new ArrayList<>();

    private BundleCheck(ZippedFiles files) {
        this.files = files;
    }

    /**
     * Verifies the bundle. Throws {@link UnreadableBundle} if the file is not a bundle, or is too large to check.
     *
     * @param believed trusted keys from outside; if there are none, the check uses the keys in the bundle
     */
    public static BundleReport of(Path file, Believed believed) {
        try (var files = ZippedFiles.open(file)) {
            if (!files.has(BundleFiles.MANIFEST) && !files.has(BundleFiles.CHECKPOINT)) {
                throw new UnreadableBundle(Message.of(
                        "bundle.none",
                        "file",
                        file,
                        "manifest",
                        BundleFiles.MANIFEST,
                        "checkpoint",
                        BundleFiles.CHECKPOINT));
            }
            return new BundleCheck(files).check(believed);
        }
    }

    private BundleReport check(Believed believed) {
        var manifest = manifest();
        names(manifest);
        readable();
        var checkpoint = checkpoint(believed);
        events(manifest, checkpoint.orElse(null));
        return new BundleReport(facts, findings);
    }

    private @Nullable Manifest manifest() {
        try {
            var manifest = Manifest.parse(files.read(BundleFiles.MANIFEST, MOST_OF_MANIFEST));
            facts.add(Message.of(
                    "bundle.about",
                    "subject",
                    TerminalLines.one(manifest.subject()),
                    "events",
                    manifest.positions().size(),
                    "disclosed",
                    manifest.disclosed()));
            return manifest;
        } catch (MalformedFile e) {
            found(BundleFiles.MANIFEST, e);
            return null;
        }
    }

    private void names(@Nullable Manifest manifest) {
        if (files.repeated().isEmpty()) {
            files.ambiguity().ifPresent(why -> found(null, why));
        }
        files.repeated().forEach(name -> found(TerminalLines.one(name), Message.of("bundle.repeated")));
        var listed = manifest == null ? Set.<Long>of() : Set.copyOf(manifest.positions());
        for (var name : files.names()) {
            var position = BundleFiles.position(name);
            if (!BundleFiles.isKnown(name)) {
                found(TerminalLines.one(name), Message.of("bundle.strange"));
            } else if (manifest != null && position.isPresent() && !listed.contains(position.getAsLong())) {
                found(name, Message.of("bundle.unlisted", "manifest", BundleFiles.MANIFEST));
            } else if (manifest != null && !manifest.disclosed() && BundleFiles.isDisclosure(name)) {
                found(name, Message.of("bundle.undisclosed"));
            }
        }
    }

    /**
     * Checks that these files can be read and are complete. No signature covers them, so nothing else can be verified.
     */
    private void readable() {
        for (var name : List.of(BundleFiles.README, BundleFiles.RECIPE, BundleFiles.PAGE)) {
            try {
                if (files.has(name)) {
                    files.read(name, MOST_OF_PAGE);
                }
            } catch (MalformedFile e) {
                found(name, e);
            }
        }
    }

    private Optional<SignedNote> checkpoint(Believed believed) {
        var inside = keys();
        try {
            var note = SignedNote.parse(files.read(BundleFiles.CHECKPOINT, SignedNote.MOST_BYTES));
            var checkpoint = Checkpoint.parse(note.text());
            facts.add(Message.of(
                    "bundle.checkpoint",
                    "origin",
                    checkpoint.origin(),
                    "size",
                    checkpoint.size(),
                    "root",
                    checkpoint.root()));
            new Signatures(findings, facts).check(note, checkpoint, inside, believed);
            return Optional.of(note);
        } catch (MalformedFile e) {
            found(BundleFiles.CHECKPOINT, e);
        } catch (MalformedLog e) {
            found(BundleFiles.CHECKPOINT, e.why());
        }
        return Optional.empty();
    }

    private List<VerifierKey> keys() {
        var keys = new ArrayList<VerifierKey>();
        try {
            for (var line : Json.text(files.read(BundleFiles.KEYS, MOST_OF_TEXT))
                    .lines()
                    .toList()) {
                if (!line.isBlank()) {
                    keys.add(VerifierKey.parse(line.strip()));
                }
            }
        } catch (MalformedFile e) {
            found(BundleFiles.KEYS, e);
        } catch (MalformedLog e) {
            found(BundleFiles.KEYS, e.why());
        }
        return keys;
    }

    private void events(@Nullable Manifest manifest, @Nullable SignedNote checkpoint) {
        var positions = new TreeSet<Long>();
        if (manifest != null) {
            positions.addAll(manifest.positions());
        }
        files.names().forEach(name -> BundleFiles.position(name).ifPresent(positions::add));
        if (positions.isEmpty()) {
            found(BundleFiles.MANIFEST, Message.of("bundle.no-events"));
        }
        var disclosed = manifest == null || manifest.disclosed();
        var events = new Events(files, findings, checkpoint, disclosed);
        positions.forEach(events::check);
        events.histories(manifest);
        if (files.has(BundleFiles.PAGE)) {
            facts.add(Message.of("bundle.page", "page", BundleFiles.PAGE));
        }
        if (events.proved() > 0) {
            facts.add(Message.of("bundle.proved", "proved", events.proved(), "events", positions.size()));
        }
    }

    private void found(String file, MalformedFile e) {
        found(file, e.what());
    }

    private void found(@Nullable String file, Message what) {
        findings.add(new BundleFinding(file, what));
    }
}
