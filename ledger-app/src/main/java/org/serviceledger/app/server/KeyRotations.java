package org.serviceledger.app.server;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.log.LogCommand.RecordKeyRotation;
import org.serviceledger.api.log.LogYearId;
import org.serviceledger.app.data.LogKeyFiles;
import org.serviceledger.store.log.KeyRotation;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.log.NoteSigner;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.publication.Checkpoints;
import org.serviceledger.store.publication.ForkedLog;
import org.serviceledger.store.publication.LogKeyHistory;
import org.serviceledger.words.Message;

/**
 * Rotates the log's key (密钥轮换) and records the rotation as an event. The steps are: create the key, put it in force,
 * move it to its file, record it. If a step is interrupted, the log continues and the next start completes the rest.
 */
final class KeyRotations {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final LogKeyHistory history;
    private final Checkpoints checkpoints;
    private final LogKeyFiles files;
    private final CommandGateway commands;

    KeyRotations(LogKeyHistory history, Checkpoints checkpoints, LogKeyFiles files, CommandGateway commands) {
        this.history = history;
        this.checkpoints = checkpoints;
        this.files = files;
        this.commands = commands;
    }

    /**
     * Brings in a new key; the previous key signs the transition. Throws {@link KeyRotationRefused} if the previous key
     * is not available.
     */
    synchronized LogKeys.Tenure rotate(Actor by) {
        var inForce = inForce();
        var signer = files.signer(inForce.key())
                .orElseThrow(() -> new KeyRotationRefused(
                        Message.of("problem.log/key-not-held", "file", files.place(), "key", inForce.key())));
        signWhatThereIs();
        return bringIn(signer, by);
    }

    /**
     * Brings in a new key although the previous one is lost, so that no signature links them. Verifiers that know only
     * the lost key cannot tell the new key from a forger's.
     */
    synchronized LogKeys.Tenure replaceLost(Actor by) {
        var inForce = inForce();
        if (files.signer(inForce.key()).isPresent()) {
            throw new KeyRotationRefused(Message.of("problem.log/key-not-lost", "key", inForce.key()));
        }
        return bringIn(null, by);
    }

    /** Records every key change of the history that is not recorded yet. */
    synchronized void recordMissing(Actor by) {
        history.read().tenures().stream()
                .filter(tenure -> tenure.statement() != null)
                .forEach(tenure -> record(tenure, by));
    }

    private LogKeys.Tenure inForce() {
        return history.read()
                .current()
                .orElseThrow(() -> new KeyRotationRefused(Message.of("problem.log/never-signed")));
    }

    private LogKeys.Tenure bringIn(@Nullable NoteSigner before, Actor by) {
        var tenure = history.rotate(before, files.next());
        files.settle(tenure.key());
        recordMissing(by);
        return tenure;
    }

    /**
     * Signs everything with the previous key first, so that little depends on the new key alone. Refuses a forked log,
     * which the next checkpoint would report too.
     */
    private void signWhatThereIs() {
        try {
            checkpoints.publish();
        } catch (ForkedLog e) {
            throw new KeyRotationRefused(Message.of("problem.log/not-whole", "reason", e.why()));
        }
    }

    private void record(LogKeys.Tenure tenure, Actor by) {
        SignedNote statement = Objects.requireNonNull(tenure.statement());
        var rotation = KeyRotation.parse(statement.text());
        var at = tenure.since().truncatedTo(ChronoUnit.MILLIS);
        commands.sendAndWait(new RecordKeyRotation(
                LogYearId.of(LocalDate.ofInstant(at, CHINA)),
                rotation.before().toString(),
                rotation.next().toString(),
                tenure.fromSize(),
                statement.toString(),
                by,
                at));
    }
}
