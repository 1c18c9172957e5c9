package org.serviceledger.app.endtoend;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.HashTree;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.TreeHash;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.witness.AddCheckpoint;

/** A log without a ledger that signs any checkpoint it is asked for. */
record PaperLog(NoteSigner signer, List<TreeHash> leaves) implements HashTree {

    static PaperLog of(String origin, int entries) {
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = new VerifierKey(origin, keys.getPublic());
            return new PaperLog(new NoteSigner(key, keys.getPrivate()), List.of()).grownBy(entries, "entry");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PaperLog grownBy(int entries, String what) {
        var all = new ArrayList<>(leaves);
        for (int i = 0; i < entries; i++) {
            all.add(TreeHash.ofLeaf((what + all.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return new PaperLog(signer, List.copyOf(all));
    }

    /** Returns a log with a different history after {@code size} entries. */
    PaperLog forkedAt(int size, int entries, String what) {
        return new PaperLog(signer, leaves.subList(0, size)).grownBy(entries - size, what);
    }

    String origin() {
        return signer.verifier().name();
    }

    SignedNote checkpoint(long size) {
        return signer.sign(new Checkpoint(origin(), size, root(size)).text());
    }

    /** Body of a request to cosign the checkpoint of this size. */
    String asking(long old, long size) {
        var proof = old == 0 ? List.<TreeHash>of() : consistency(old, size).hashes();
        return new AddCheckpoint(old, proof, checkpoint(size)).toString();
    }

    @Override
    public TreeHash full(int level, long index) {
        return level == 0 ? leaves.get((int) index) : full(level - 1, 2 * index).with(full(level - 1, 2 * index + 1));
    }
}
