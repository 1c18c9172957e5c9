package org.serviceledger.store.witness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.HashTree;
import org.serviceledger.store.log.NewSigner;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;

/** A log in memory that can be forked. */
final class ToyLog implements HashTree {

    private final NoteSigner signer;
    private final List<TreeHash> leaves = new ArrayList<>();

    private ToyLog(NoteSigner signer) {
        this.signer = signer;
    }

    static ToyLog of(String origin, int entries) {
        var log = new ToyLog(NewSigner.log(origin));
        log.grow(entries, "entry");
        return log;
    }

    /** Returns a fork of this log by the same signer: equal up to a size, different after it. */
    ToyLog forkedAt(int size, int entries) {
        var fork = new ToyLog(signer);
        fork.leaves.addAll(leaves.subList(0, size));
        fork.grow(entries - size, "forged");
        return fork;
    }

    void grow(int entries, String what) {
        for (int i = 0; i < entries; i++) {
            leaves.add(TreeHash.ofLeaf((what + leaves.size()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    VerifierKey key() {
        return signer.verifier();
    }

    NoteSigner signer() {
        return signer;
    }

    SignedNote checkpoint(long size) {
        return signer.sign(new Checkpoint(key().name(), size, root(size)).text());
    }

    AddCheckpoint asking(long old, long size) {
        var proof = old == 0 ? List.<TreeHash>of() : consistency(old, size).hashes();
        return new AddCheckpoint(old, proof, checkpoint(size));
    }

    @Override
    public TreeHash full(int level, long index) {
        if (level == 0) {
            return leaves.get((int) index);
        }
        return full(level - 1, 2 * index).with(full(level - 1, 2 * index + 1));
    }

    static TreeHash anyHash(int number) {
        return TreeHash.ofLeaf(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
