package org.serviceledger.store.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The hashes of all full subtrees over some leaves, computed level by level. */
final class Levels implements HashTree {

    private final List<List<TreeHash>> levels = new ArrayList<>();

    Levels(Stream<byte[]> entries) {
        var level = entries.map(TreeHash::ofLeaf).toList();
        while (!level.isEmpty()) {
            levels.add(level);
            var above = new ArrayList<TreeHash>(level.size() / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(level.get(i).with(level.get(i + 1)));
            }
            level = above;
        }
    }

    @Override
    public TreeHash full(int level, long index) {
        return levels.get(level).get((int) index);
    }
}
