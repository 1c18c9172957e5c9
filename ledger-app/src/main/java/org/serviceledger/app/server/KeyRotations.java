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
 * Brings another key of the log into force (密钥轮换), and has it recorded as an event. Made first, then in force, then in its
 * file, then recorded: cut off after any of these, the log goes on, and the next start does the rest.
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

    /** The key before says that it is followed; throws {@link KeyRotationRefused} if it cannot be had. */
    synchronized LogKeys.Tenure rotate(Actor by) {
        var inForce = inForce();
        var signer = files.signer(inForce.key())
                .orElseThrow(() -> new KeyRotationRefused(
                        Message.of("problem.log/key-not-held", "file", files.place(), "key", inForce.key())));
        signWhatThereIs();
        return bringIn(signer, by);
    }

    /** The key before is lost and says nothing; those who know only that cannot tell the new key from somebody else's. */
    synchronized LogKeys.Tenure replaceLost(Actor by) {
        var inForce = inForce();
        if (files.signer(inForce.key()).isPresent()) {
            throw new KeyRotationRefused(Message.of("problem.log/key-not-lost", "key", inForce.key()));
        }
        return bringIn(null, by);
    }

    /** Records the keys whose coming in is not recorded yet. */
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

    /** So that as little as possible is left to the new key alone; a fork is told by the next checkpoint too. */
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
