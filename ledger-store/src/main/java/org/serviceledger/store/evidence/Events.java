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
import org.serviceledger.words.Message;

/**
 * Checks the events of a bundle: each event against its leaf, each leaf against the log, and the events of each stream
 * against each other.
 */
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

    /** The part of an event that is needed to check its stream after all events are read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(LeafFile leaf, @Nullable String streamId, byte @Nullable [] salt) {}

    Events(ZippedFiles files, List<BundleFinding> findings, @Nullable SignedNote checkpoint, boolean disclosed) {
        this.files = files;
        this.findings = findings;
        this.checkpoint = checkpoint;
        this.disclosed = disclosed;
    }

    /** Returns the number of events without findings, which the log thus contains as the bundle shows them. */
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
                found(name, Message.of("bundle.other-leaf", "position", leaf.position()));
            }
            return leaf;
        } catch (MalformedFile e) {
            found(name, e.what());
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
                        Message.of(
                                "bundle.other-event", "position", event.event().position()));
            }
            if (!event.isShownAsItIs()) {
                found(name, Message.of("bundle.not-as-shown"));
            }
            if (!event.commitment().equals(hex(event.event().commitment()))) {
                found(name, Message.of("bundle.commitment"));
            }
            return event;
        } catch (MalformedFile e) {
            found(name, e.what());
            return null;
        }
    }

    /** Compares the leaf computed from the event with the leaf in the bundle. */
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
                            ? Message.of("bundle.spelling")
                            : Message.of("bundle.different", "members", different));
        } catch (MalformedFile e) {
            found(name, Message.of("bundle.not-compared", "reason", e.what()));
        }
    }

    private void proof(long position, @Nullable LeafFile leaf) {
        var name = BundleFiles.proof(position);
        try {
            var proof = ProofFile.parse(Json.text(files.read(name, MOST_OF_PROOF)));
            if (proof.inclusion().index() != position) {
                found(
                        name,
                        Message.of(
                                "bundle.other-proof",
                                "position",
                                proof.inclusion().index()));
            }
            if (checkpoint == null) {
                return;
            }
            if (!proof.checkpoint().toString().equals(checkpoint.toString())) {
                found(name, Message.of("bundle.other-checkpoint"));
            }
            if (leaf != null) {
                proof.inclusion()
                        .flaw(leaf.hash(), Checkpoint.parse(checkpoint.text()).root())
                        .ifPresent(flaw -> found(name, Message.of("bundle.not-proved", "flaw", flaw)));
            }
        } catch (MalformedFile e) {
            found(name, e.what());
        } catch (MalformedLog e) {
            found(name, e.why());
        }
    }

    /** Checks that the events of each stream are linked, and that none between them is missing. */
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
                    Message.of(
                            "bundle.no-beginning",
                            "events",
                            first.leaf().sequence(),
                            "stream",
                            TerminalLines.one(streamId)));
        }
        if (first.leaf().sequence() == 0 && first.leaf().previous() != null) {
            found(leafOf(first), Message.of("bundle.first"));
        }
        if (first.leaf().sequence() == 0 && first.salt() != null) {
            stream.forEach(each -> pseudonym(each, first.salt()));
        }
        for (int i = 0; i + 1 < stream.size(); i++) {
            next(stream.get(i), stream.get(i + 1), whole);
        }
    }

    /**
     * Checks that the pseudonym in the leaf is the one of the stream that the event names. Leaves identify streams by
     * pseudonym only.
     */
    private void pseudonym(Sealed one, byte[] saltOfFirst) {
        var streamId = one.streamId();
        if (streamId != null
                && !hex(DisclosedEvent.pseudonym(saltOfFirst, streamId)).equals(one.leaf().stream())) {
            found(eventOf(one), Message.of("bundle.other-stream", "stream", streamId));
        }
    }

    private void next(Sealed before, Sealed after, boolean whole) {
        var steps = after.leaf().sequence() - before.leaf().sequence();
        if (steps == 0) {
            found(
                    leafOf(after),
                    Message.of("bundle.same-place", "position", before.leaf().position()));
        } else if (steps == 1 && !after.leaf().follows(before.leaf())) {
            found(
                    leafOf(after),
                    Message.of(
                            "bundle.does-not-follow", "position", before.leaf().position()));
        } else if (steps > 1 && whole) {
            found(
                    eventOf(after),
                    Message.of("bundle.gap", "position", before.leaf().position(), "events", steps - 1));
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

    private void found(String file, Message what) {
        findings.add(new BundleFinding(file, what));
    }
}
