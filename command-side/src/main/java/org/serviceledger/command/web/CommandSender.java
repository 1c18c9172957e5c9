package org.serviceledger.command.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.command.stream.Shells;
import org.serviceledger.store.AppendReceipt;
import org.serviceledger.store.IdempotencyKeyUsed;
import org.serviceledger.store.IdempotencyKeys;
import org.serviceledger.store.IdempotencyReceipt;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.Positions;
import org.serviceledger.words.Message;

/** Sends commands. A request with an idempotency key is carried out once. */
public final class CommandSender {

    /** Metadata key of the signed-in user, who need not be the person who acted. */
    static final String RECORDED_BY = "recordedBy";

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final CommandGateway gateway;
    private final IdempotencyKeys keys;
    private final LedgerHeads heads;
    private final Actors actors;
    private final Clock clock;
    private final BoundedWait wait;

    CommandSender(
            CommandGateway gateway,
            IdempotencyKeys keys,
            LedgerHeads heads,
            Actors actors,
            Clock clock,
            BoundedWait wait) {
        this.gateway = gateway;
        this.keys = keys;
        this.heads = heads;
        this.actors = actors;
        this.clock = clock;
        this.wait = wait;
    }

    /**
     * Sends the command of a request and returns the response.
     *
     * @throws RequestRefused if the request names somebody or a time that it may not
     * @throws AccessRefused if the user may not send the command
     * @throws CommandRefused if a rule forbids it
     */
    public Recorded record(SignedIn user, Envelope asked, BiFunction<Actor, Instant, LedgerCommand> command) {
        var key = RequestKey.current();
        return wait.answer(() -> key.flatMap(this::foundBefore)
                .orElseGet(() -> {
                    var at = at(asked);
                    return carriedOut(user.userName(), user, command.apply(actors.of(user, asked.by(), at), at), key);
                })
                .answer());
    }

    /** Returns the earlier response to this request if the key was used before. */
    public Optional<Recorded> before(RequestKey key) {
        return sentBefore(key).map(Sent::answer);
    }

    /** Sends a command of the program itself on behalf of a user. */
    public Recorded send(String userName, LedgerCommand command, Optional<RequestKey> key) {
        return sent(userName, command, key).answer();
    }

    /** Sends a command as {@link #send} does and also returns the number of its events. */
    public Sent sent(String userName, LedgerCommand command, Optional<RequestKey> key) {
        return wait.answer(() -> carriedOut(userName, null, command, key));
    }

    private Sent carriedOut(String userName, @Nullable SignedIn user, LedgerCommand command, Optional<RequestKey> key) {
        try {
            var receipt = AppendReceipt.capture(() -> gateway.sendAndWait(message(userName, user, command, key)));
            return receipt.positions()
                    .map(positions -> Sent.of(command.stream(), positions))
                    .orElseGet(() -> new Sent(new Recorded(command.stream(), position()), 0));
        } catch (IdempotencyKeyUsed used) {
            return key.map(mine -> sentBefore(mine, used.receipt())).orElseThrow(() -> used);
        } catch (CommandRefused | ConcurrencyException e) {
            return key.flatMap(this::foundBefore).orElseThrow(() -> e);
        }
    }

    /** Returns the earlier result of the command sent under this key, if any. */
    public Optional<Sent> sentBefore(RequestKey key) {
        return wait.answer(() -> foundBefore(key));
    }

    private Optional<Sent> foundBefore(RequestKey key) {
        return keys.find(key.key()).map(receipt -> sentBefore(key, receipt));
    }

    /** Refuses a key that was used for a different request. */
    public void mustNotBeOfAnother(RequestKey key) {
        keys.find(key.key()).ifPresent(key::mustBeOf);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the position of the last event in the ledger, or -1 if the ledger is empty. */
    public long position() {
        return heads.current().size() - 1;
    }

    /**
     * Returns the time that the request states, or the current time. {@link PlausibleTime} has already checked that it
     * is not too long ago; here it must not be more than five minutes ahead, which allows for clocks that differ.
     */
    private Instant at(Envelope asked) {
        @Nullable Instant at = asked.at();
        if (at == null) {
            return now();
        }
        if (at.isAfter(now().plus(CLOCKS_DIFFER))) {
            throw RequestRefused.ofField("at", Message.of("fault.future"));
        }
        return at;
    }

    private static Sent sentBefore(RequestKey key, IdempotencyReceipt receipt) {
        key.mustBeOf(receipt);
        return Sent.of(receipt.streamId(), receipt.positions());
    }

    private static GenericCommandMessage<LedgerCommand> message(
            String userName, @Nullable SignedIn user, LedgerCommand command, Optional<RequestKey> key) {
        var metadata = new HashMap<String, Object>();
        metadata.put(RECORDED_BY, userName);
        if (user != null) {
            metadata.put(Shells.USER, user);
        }
        key.ifPresent(given -> {
            metadata.put(IdempotencyKeys.KEY, given.key());
            metadata.put(IdempotencyKeys.REQUEST_DIGEST, given.digest());
        });
        return new GenericCommandMessage<>(command, metadata);
    }

    /** A response and the number of events behind it. */
    public record Sent(Recorded answer, long events) {

        private static Sent of(String id, Positions positions) {
            return new Sent(new Recorded(id, positions.last()), positions.last() - positions.first() + 1);
        }
    }
}
