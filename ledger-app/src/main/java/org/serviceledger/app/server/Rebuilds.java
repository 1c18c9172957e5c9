package org.serviceledger.app.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.engine.ProjectionStatus;
import org.serviceledger.projection.engine.Projections;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs rebuilds in the background, one at a time per read model. */
final class Rebuilds {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final Projections projections;
    private final ReadModelWatch watch;
    private final Map<String, Progress> latest = new ConcurrentHashMap<>();

    Rebuilds(Projections projections, ReadModelWatch watch) {
        this.projections = projections;
        this.watch = watch;
    }

    /**
     * Progress of a read model's latest rebuild.
     *
     * @param done events read
     * @param total events there are
     * @param detail why it failed; null if it did not
     */
    record Progress(
            Stage stage, long done, long total, @Nullable Message detail) {

        /** Where a rebuild stands. */
        enum Stage {
            NONE,
            RUNNING,
            DONE,
            FAILED
        }

        private static final Progress BEGUN = new Progress(Stage.RUNNING, 0, 0, null);
    }

    /** No read model has the requested name. */
    static final class NoSuchReadModel extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Message words;

        private NoSuchReadModel(Message words) {
            super(words.in(Language.ENGLISH));
            this.words = words;
        }

        Message words() {
            return words;
        }
    }

    /** Starts a rebuild unless one is running. */
    Progress begin(String name) {
        mustBeOne(name);
        var before = latest.put(name, Progress.BEGUN);
        if (before == null || before.stage() != Progress.Stage.RUNNING) {
            Thread.ofVirtual().name("rebuild-" + name).start(() -> latest.put(name, outcome(name)));
        }
        return progress(name);
    }

    Progress progress(String name) {
        mustBeOne(name);
        var known = latest.getOrDefault(name, new Progress(Progress.Stage.NONE, 0, 0, null));
        return known.stage() == Progress.Stage.RUNNING ? filling(name).orElse(known) : known;
    }

    private Optional<Progress> filling(String name) {
        return watch.last().stream()
                .filter(model -> model.name().equals(name))
                .map(ProjectionStatus::rebuild)
                .flatMap(Stream::ofNullable)
                .map(filling -> new Progress(Progress.Stage.RUNNING, filling.position() + 1, filling.head() + 1, null))
                .findFirst();
    }

    private void mustBeOne(String name) {
        if (!projections.names().contains(name)) {
            throw new NoSuchReadModel(
                    Message.of("problem.read-model/known", "name", name, "names", projections.names()));
        }
    }

    private Progress outcome(String name) {
        try {
            projections.rebuild(name);
            var events = projections.status(name).position() + 1;
            return new Progress(Progress.Stage.DONE, events, events, null);
        } catch (RuntimeException e) {
            LOG.error("The rebuild of {} failed", name, e);
            return new Progress(Progress.Stage.FAILED, 0, 0, Message.of("health.failed", "reason", e.getMessage()));
        }
    }
}
