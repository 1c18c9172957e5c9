package org.serviceledger.app.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs rebuilds beside the requests that ask for them, one at a time for each read model. */
final class Rebuilds {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final Projections projections;
    private final Map<String, Progress> latest = new ConcurrentHashMap<>();

    Rebuilds(Projections projections) {
        this.projections = projections;
    }

    /**
     * How far the latest rebuild of a read model has come.
     *
     * @param done events read
     * @param total events there are
     */
    record Progress(
            Stage stage, long done, long total, @Nullable String detail) {

        /** Where a rebuild stands. */
        enum Stage {
            NONE,
            RUNNING,
            DONE,
            FAILED
        }

        private static final Progress BEGUN = new Progress(Stage.RUNNING, 0, 0, null);
    }

    /** Begins one unless it is under way. */
    Progress begin(String name) {
        projections.status(name);
        var before = latest.put(name, Progress.BEGUN);
        if (before == null || before.stage() != Progress.Stage.RUNNING) {
            Thread.ofVirtual().name("rebuild-" + name).start(() -> latest.put(name, outcome(name)));
        }
        return progress(name);
    }

    Progress progress(String name) {
        var status = projections.status(name);
        var known = latest.getOrDefault(name, new Progress(Progress.Stage.NONE, 0, 0, null));
        var filling = status.rebuild();
        return known.stage() == Progress.Stage.RUNNING && filling != null
                ? new Progress(Progress.Stage.RUNNING, filling.position() + 1, filling.head() + 1, null)
                : known;
    }

    private Progress outcome(String name) {
        try {
            projections.rebuild(name);
            var events = projections.status(name).position() + 1;
            return new Progress(Progress.Stage.DONE, events, events, null);
        } catch (RuntimeException e) {
            LOG.error("The rebuild of {} failed", name, e);
            return new Progress(Progress.Stage.FAILED, 0, 0, String.valueOf(e.getMessage()));
        }
    }
}
