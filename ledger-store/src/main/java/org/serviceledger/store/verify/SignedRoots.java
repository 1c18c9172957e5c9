package org.serviceledger.store.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The known roots at sizes that end within one tile, in order of size. */
record SignedRoots(List<Signed> signed) {

    boolean isEmpty() {
        return signed.isEmpty();
    }

    Signed first() {
        return signed.getFirst();
    }

    /** Returns the roots that cover this position. */
    SignedRoots beyond(long position) {
        return new SignedRoots(
                signed.stream().filter(each -> each.size() > position).toList());
    }

    List<Signed> except(List<Signed> others) {
        return signed.stream().filter(each -> !others.contains(each)).toList();
    }

    /** Returns the roots that match the tree that results from appending leaves of the tile to {@code before}. */
    List<Signed> fitting(Frontier before, Tile tile) {
        var fitting = new ArrayList<Signed>();
        if (signed.isEmpty()) {
            return fitting;
        }
        var tree = before.copy();
        int at = 0;
        for (var each : signed) {
            while (tree.size() < each.size()) {
                tree.append(tile.derived()[at++], 0);
            }
            if (Arrays.equals(tree.root(), each.root())) {
                fitting.add(each);
            }
        }
        return fitting;
    }
}
