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
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.store.AppendReceipt;
import org.serviceledger.store.IdempotencyKeyUsed;
import org.serviceledger.store.IdempotencyKeys;
import org.serviceledger.store.IdempotencyReceipt;
import org.serviceledger.store.LedgerHeads;
import org.serviceledger.store.Positions;
import org.serviceledger.words.Message;

/** Sends commands, each request under one key once. */
final class CommandSender {

    /** The metadata key of the user who asked, who need not be the one who acted. */
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

    /** What a request to record something in an organisation comes to. */
    Recorded record(SignedIn user, OrganizationId where, Act asked, BiFunction<Actor, Instant, LedgerCommand> command) {
        Scopes.mustReach(user, where);
        return record(user, asked, command);
    }

    /** The same for what belongs to no organisation. */
    Recorded record(SignedIn user, Act asked, BiFunction<Actor, Instant, LedgerCommand> command) {
        var key = RequestKey.current();
        return wait.answer(() -> key.flatMap(this::foundBefore)
                .orElseGet(() -> {
                    var at = at(asked);
                    return carriedOut(user.userName(), command.apply(actors.of(user, asked.by(), at), at), key);
                })
                .answer());
    }

    /** What this request was answered when it came before. */
    Optional<Recorded> before(RequestKey key) {
        return sentBefore(key).map(Sent::answer);
    }

    Recorded send(String userName, LedgerCommand command, Optional<RequestKey> key) {
        return sent(userName, command, key).answer();
    }

    /** As {@link #send}, and says how many events there are of it. */
    Sent sent(String userName, LedgerCommand command, Optional<RequestKey> key) {
        return wait.answer(() -> carriedOut(userName, command, key));
    }

    private Sent carriedOut(String userName, LedgerCommand command, Optional<RequestKey> key) {
        try {
            var receipt = AppendReceipt.capture(() -> gateway.sendAndWait(message(userName, command, key)));
            return receipt.positions()
                    .map(positions -> Sent.of(command.stream(), positions))
                    .orElseGet(() -> new Sent(new Recorded(command.stream(), position()), 0));
        } catch (IdempotencyKeyUsed used) {
            return key.map(mine -> sentBefore(mine, used.receipt())).orElseThrow(() -> used);
        } catch (CommandRefused | ConcurrencyException e) {
            return key.flatMap(this::foundBefore).orElseThrow(() -> e);
        }
    }

    /** What came of the command when it was sent under this key before. */
    Optional<Sent> sentBefore(RequestKey key) {
        return wait.answer(() -> foundBefore(key));
    }

    private Optional<Sent> foundBefore(RequestKey key) {
        return keys.find(key.key()).map(receipt -> sentBefore(key, receipt));
    }

    /** Refuses a key another request came under. */
    void mustNotBeOfAnother(RequestKey key) {
        keys.find(key.key()).ifPresent(key::mustBeOf);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of the last event there is. */
    long position() {
        return heads.current().size() - 1;
    }

    /**
     * Returns the time the request states, or now if it states none. {@link PlausibleTime} has already bounded how far
     * back that may be.
     */
    private Instant at(Act asked) {
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
            String userName, LedgerCommand command, Optional<RequestKey> key) {
        var metadata = new HashMap<String, Object>();
        metadata.put(RECORDED_BY, userName);
        key.ifPresent(given -> {
            metadata.put(IdempotencyKeys.KEY, given.key());
            metadata.put(IdempotencyKeys.REQUEST_DIGEST, given.digest());
        });
        return new GenericCommandMessage<>(command, metadata);
    }

    /** An answer, and how many events there are of it. */
    record Sent(Recorded answer, long events) {

        private static Sent of(String id, Positions positions) {
            return new Sent(new Recorded(id, positions.last()), positions.last() - positions.first() + 1);
        }
    }
}
