package org.serviceledger.store.log;

import java.util.List;
import java.util.Optional;

/**
 * A Merkle proof (RFC 6962 §2.1.1 and §2.1.2), verified with the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. The
 * verifier needs only the root hash.
 */
public sealed interface MerkleProof {

    /** Returns the proof's hashes, from the leaves to the root. */
    List<TreeHash> hashes();

    /** An inclusion proof (包含证明): the leaf at this index is in the tree of this size. */
    record Inclusion(long index, long size, List<TreeHash> hashes) implements MerkleProof {

        public Inclusion {
            hashes = List.copyOf(hashes);
        }

        /** Returns why this proof fails for the given leaf hash and root; empty if it is valid. */
        public Optional<ProofFlaw> flaw(TreeHash leaf, TreeHash root) {
            if (index < 0 || index >= size) {
                return Optional.of(new ProofFlaw.NoSuchLeaf(index, size));
            }
            var path = new Path(index, size - 1);
            var hash = leaf;
            for (var sibling : hashes) {
                if (path.isAtRoot()) {
                    return Optional.of(new ProofFlaw.TooLong());
                }
                if (path.isRight()) {
                    hash = sibling.with(hash);
                    path.upToARightTurn();
                } else {
                    hash = hash.with(sibling);
                }
                path.up();
            }
            return path.isAtRoot()
                    ? unless(hash.equals(root), ProofFlaw.Root.ONLY)
                    : Optional.of(new ProofFlaw.TooShort());
        }
    }

    /**
     * A consistency proof (一致性证明): the smaller tree is a prefix of the larger one, so no leaf was removed or changed.
     */
    record Consistency(long smaller, long larger, List<TreeHash> hashes) implements MerkleProof {

        public Consistency {
            hashes = List.copyOf(hashes);
        }

        /** Returns why this proof fails for the given roots; empty if it is valid. */
        public Optional<ProofFlaw> flaw(TreeHash smallerRoot, TreeHash largerRoot) {
            if (smaller < 0 || smaller > larger) {
                return Optional.of(new ProofFlaw.NoBeginning(smaller, larger));
            }
            if (smaller == 0) {
                return Optional.of(new ProofFlaw.OfNothing());
            }
            if (smaller == larger) {
                return hashes.isEmpty()
                        ? unless(smallerRoot.equals(largerRoot), ProofFlaw.Root.ONLY)
                        : Optional.of(new ProofFlaw.TooLong());
            }
            if (hashes.isEmpty()) {
                return Optional.of(new ProofFlaw.TooShort());
            }
            return isPowerOfTwo(smaller)
                    ? climbed(smallerRoot, hashes, smallerRoot, largerRoot)
                    : climbed(hashes.getFirst(), hashes.subList(1, hashes.size()), smallerRoot, largerRoot);
        }

        private Optional<ProofFlaw> climbed(
                TreeHash first, List<TreeHash> rest, TreeHash smallerRoot, TreeHash largerRoot) {
            var path = new Path(smaller - 1, larger - 1);
            path.upWhileRight();
            var inSmaller = first;
            var inLarger = first;
            for (var sibling : rest) {
                if (path.isAtRoot()) {
                    return Optional.of(new ProofFlaw.TooLong());
                }
                if (path.isRight()) {
                    inSmaller = sibling.with(inSmaller);
                    inLarger = sibling.with(inLarger);
                    path.upToARightTurn();
                } else {
                    inLarger = inLarger.with(sibling);
                }
                path.up();
            }
            if (!path.isAtRoot()) {
                return Optional.of(new ProofFlaw.TooShort());
            }
            return inSmaller.equals(smallerRoot)
                    ? unless(inLarger.equals(largerRoot), ProofFlaw.Root.LARGER)
                    : unless(false, ProofFlaw.Root.SMALLER);
        }

        private static boolean isPowerOfTwo(long number) {
            return Long.bitCount(number) == 1;
        }
    }

    private static Optional<ProofFlaw> unless(boolean fits, ProofFlaw.Root root) {
        return fits ? Optional.empty() : Optional.of(new ProofFlaw.OtherRoot(root));
    }

    /** The path from a leaf to the root, together with the path from the last leaf. */
    final class Path {

        private long node;
        private long last;

        Path(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean isAtRoot() {
            return last == 0;
        }

        /** Returns whether the next sibling is on the left. At the right edge, levels without a sibling are skipped. */
        boolean isRight() {
            return (node & 1) == 1 || node == last;
        }

        void up() {
            node >>= 1;
            last >>= 1;
        }

        void upToARightTurn() {
            while ((node & 1) == 0 && node != 0) {
                up();
            }
        }

        void upWhileRight() {
            while ((node & 1) == 1) {
                up();
            }
        }
    }
}
