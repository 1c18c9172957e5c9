package org.serviceledger.store.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was signed of the tree at sizes that one tile leads to, the smallest first. */
record SignedRoots(List<Signed> signed) {

    boolean isEmpty() {
        return signed.isEmpty();
    }

    Signed first() {
        return signed.getFirst();
    }

    /** What an event at this position matters to. */
    SignedRoots beyond(long position) {
        return new SignedRoots(
                signed.stream().filter(each -> each.size() > position).toList());
    }

    List<Signed> except(List<Signed> others) {
        return signed.stream().filter(each -> !others.contains(each)).toList();
    }

    /** What was signed over the tree before this tile and the tile. */
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
