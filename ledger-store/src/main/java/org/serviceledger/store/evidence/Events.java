package org.serviceledger.store.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.DisclosedEvent;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.ProofFile;
import org.serviceledger.store.log.SignedNote;

/** The events of a bundle, each held against its leaf, each leaf against the log, and each stream against itself. */
final class Events {

    private static final int MOST_OF_EVENT = 64 << 20;
    private static final int MOST_OF_LEAF = 0xffff;
    private static final int MOST_OF_PROOF = SignedNote.MOST_BYTES + (16 << 10);

    private final ZippedFiles files;
    private final List<BundleFinding> findings;
    private final @Nullable SignedNote checkpoint;
    private final boolean disclosed;
    private final List<Sealed> sealed = new ArrayList<>();
    private int proved;

    /** What is kept of an event until all are read: enough to put the streams together. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(LeafFile leaf, @Nullable String streamId, byte @Nullable [] salt) {}

    Events(ZippedFiles files, List<BundleFinding> findings, @Nullable SignedNote checkpoint, boolean disclosed) {
        this.files = files;
        this.findings = findings;
        this.checkpoint = checkpoint;
        this.disclosed = disclosed;
    }

    /** How many turned out to be in the log, and shown as they are there. */
    int proved() {
        return proved;
    }

    void check(long position) {
        int before = findings.size();
        @Nullable LeafFile leaf = leaf(position);
        @Nullable EventFile event = disclosed ? event(position) : null;
        if (leaf != null && event != null) {
            compare(event, leaf, BundleFiles.event(position));
        }
        proof(position, leaf);
        if (leaf != null) {
            sealed.add(new Sealed(
                    leaf,
                    event == null ? null : event.event().streamId(),
                    event == null ? null : event.event().salt()));
        }
        if (findings.size() == before && checkpoint != null) {
            proved++;
        }
    }

    private @Nullable LeafFile leaf(long position) {
        var name = BundleFiles.leaf(position);
        try {
            var leaf = LeafFile.parse(files.read(name, MOST_OF_LEAF));
            if (leaf.position() != position) {
                found(name, "is the leaf of position %d".formatted(leaf.position()));
            }
            return leaf;
        } catch (MalformedFile e) {
            found(name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable EventFile event(long position) {
        var name = BundleFiles.event(position);
        try {
            var event = EventFile.parse(files.read(name, MOST_OF_EVENT));
            if (event.event().position() != position) {
                found(
                        name,
                        "is the event at position %d".formatted(event.event().position()));
            }
            if (!event.isShownAsItIs()) {
                found(name, "'payload' or 'metadata' is not what the stored bytes beside it say");
            }
            if (!event.commitment().equals(hex(event.event().commitment()))) {
                found(name, "'commit' is not the commitment to salt, payload and metadata: one of them was changed");
            }
            return event;
        } catch (MalformedFile e) {
            found(name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The leaf computed from the event, against the one the log has. */
    private void compare(EventFile file, LeafFile leaf, String name) {
        DisclosedEvent event = file.event();
        if (event.leaf().equals(leaf.text())) {
            return;
        }
        try {
            var computed = Json.read(event.leaf().getBytes(StandardCharsets.UTF_8));
            var held = Json.read(leaf.text().getBytes(StandardCharsets.UTF_8));
            var different = computed.propertyNames().stream()
                    .filter(member -> !computed.path(member).equals(held.path(member)))
                    .sorted()
                    .toList();
            found(
                    name,
                    different.isEmpty()
                            ? "its leaf is not written in canonical JSON"
                            : "its leaf says otherwise in %s".formatted(String.join(", ", different)));
        } catch (MalformedFile e) {
            found(name, "its leaf cannot be compared: %s".formatted(e.getMessage()));
        }
    }

    private void proof(long position, @Nullable LeafFile leaf) {
        var name = BundleFiles.proof(position);
        try {
            var proof = ProofFile.parse(Json.text(files.read(name, MOST_OF_PROOF)));
            if (proof.inclusion().index() != position) {
                found(name, "proves the entry at %d".formatted(proof.inclusion().index()));
            }
            if (checkpoint == null) {
                return;
            }
            if (!proof.checkpoint().toString().equals(checkpoint.toString())) {
                found(name, "leads to another checkpoint than that of the bundle");
            }
            if (leaf != null) {
                proof.inclusion()
                        .flaw(leaf.hash(), Checkpoint.parse(checkpoint.text()).root())
                        .ifPresent(flaw -> found(name, "does not prove that the leaf is in the log: " + flaw));
            }
        } catch (MalformedFile | MalformedLog e) {
            found(name, String.valueOf(e.getMessage()));
        }
    }

    /** That the events of a stream follow each other, and that none between them was left out. */
    void histories(@Nullable Manifest manifest) {
        Map<String, List<Sealed>> streams = sealed.stream()
                .collect(Collectors.groupingBy(each -> each.leaf().stream(), TreeMap::new, Collectors.toList()));
        streams.values().forEach(stream -> {
            stream.sort(Comparator.comparingLong(each -> each.leaf().sequence()));
            history(stream, manifest == null || !manifest.disclosed() ? null : manifest);
        });
    }

    private void history(List<Sealed> stream, @Nullable Manifest manifest) {
        var first = stream.getFirst();
        var streamId = first.streamId();
        var whole = manifest != null && streamId != null && !manifest.excerpts().contains(streamId);
        if (whole && streamId != null && first.leaf().sequence() > 0) {
            found(
                    eventOf(first),
                    "the %d events of %s before this one are missing"
                            .formatted(first.leaf().sequence(), TerminalLines.one(streamId)));
        }
        if (first.leaf().sequence() == 0 && first.leaf().previous() != null) {
            found(leafOf(first), "is the first of its stream and names one before it");
        }
        if (first.leaf().sequence() == 0 && first.salt() != null) {
            stream.forEach(each -> pseudonym(each, first.salt()));
        }
        for (int i = 0; i + 1 < stream.size(); i++) {
            next(stream.get(i), stream.get(i + 1), whole);
        }
    }

    /** The log names streams by pseudonyms: this is what ties them to the stream an event claims to be of. */
    private void pseudonym(Sealed one, byte[] saltOfFirst) {
        var streamId = one.streamId();
        if (streamId != null
                && !hex(DisclosedEvent.pseudonym(saltOfFirst, streamId)).equals(one.leaf().stream())) {
            found(
                    eventOf(one),
                    "is of another stream than '%s': the pseudonym in its leaf is another".formatted(streamId));
        }
    }

    private void next(Sealed before, Sealed after, boolean whole) {
        var steps = after.leaf().sequence() - before.leaf().sequence();
        if (steps == 0) {
            found(
                    leafOf(after),
                    "has the same place in its stream as position %d"
                            .formatted(before.leaf().position()));
        } else if (steps == 1 && !after.leaf().follows(before.leaf())) {
            found(
                    leafOf(after),
                    "does not follow position %d, the event before it in its stream"
                            .formatted(before.leaf().position()));
        } else if (steps > 1 && whole) {
            found(
                    eventOf(after),
                    "between position %d and this one %d events of the stream are missing"
                            .formatted(before.leaf().position(), steps - 1));
        }
    }

    private static String leafOf(Sealed one) {
        return BundleFiles.leaf(one.leaf().position());
    }

    private static String eventOf(Sealed one) {
        return BundleFiles.event(one.leaf().position());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private void found(String file, String what) {
        findings.add(new BundleFinding(file, TerminalLines.one(what)));
    }
}
