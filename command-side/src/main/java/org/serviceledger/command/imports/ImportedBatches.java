package org.serviceledger.command.imports;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.cases.CaseCommand.ImportCase;
import org.serviceledger.api.imports.ImportEvent.ImportBegun;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.imports.ImportRefusal;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.command.imports.ImportOutcome.OfCase;
import org.serviceledger.command.web.Actors;
import org.serviceledger.command.web.CommandSender;
import org.serviceledger.command.web.RequestKey;
import org.serviceledger.command.web.RequestRefused;
import org.serviceledger.web.FieldFault;
import org.serviceledger.web.Problem;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import org.springframework.stereotype.Component;

/** Imports a batch of cases. Each case is a command of its own, and the commands run in parallel. */
@Component
final class ImportedBatches {

    private static final int MOST = 500;

    private final CommandSender sender;
    private final Actors actors;
    private final EventStore events;
    private final Validator validator;

    ImportedBatches(CommandSender sender, Actors actors, EventStore events, Validator validator) {
        this.sender = sender;
        this.actors = actors;
        this.events = events;
        this.validator = validator;
    }

    ImportOutcome take(ImportId id, List<@Nullable ImportedCase> cases, OrganizationId where, SignedIn user) {
        if (cases.isEmpty() || cases.size() > MOST) {
            throw RequestRefused.ofField("body", Message.of("fault.batch", "most", MOST));
        }
        var key = RequestKey.current();
        for (var i = 0; key.isPresent() && i < cases.size(); i++) {
            sender.mustNotBeOfAnother(key.get().part(i));
        }
        var file = begun(id);
        var at = sender.now();
        var by = actors.of(user, null, at);
        var language = Language.current();
        var tasks = new ArrayList<Callable<OfCase>>(cases.size());
        for (var i = 0; i < cases.size(); i++) {
            var number = i;
            tasks.add(() -> language.<OfCase, RuntimeException>speaking(() -> take(
                    cases.get(number),
                    asked -> asked.toCommand(file, where, by, at),
                    user,
                    key.map(given -> given.part(number)))));
        }
        return ImportOutcome.of(id, all(tasks), sender);
    }

    private ImportBegun begun(ImportId id) {
        return events.readEvents(id.value())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(ImportBegun.class::isInstance)
                .map(ImportBegun.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow(() -> new CommandRefused(new ImportRefusal.NotBegun(id)));
    }

    private OfCase take(
            @Nullable ImportedCase asked,
            Function<ImportedCase, ImportCase> command,
            SignedIn user,
            Optional<RequestKey> key) {
        if (asked == null) {
            return OfCase.refused("", Problem.INVALID, Words.say("fault.required"));
        }
        var faults = validator.validate(asked);
        if (!faults.isEmpty()) {
            var first = faults.iterator().next();
            return OfCase.refused(
                    asked.number(),
                    Problem.INVALID,
                    new FieldFault(first.getPropertyPath().toString(), first.getMessage())
                            .sentence()
                            .said());
        }
        try {
            var sent = key.flatMap(sender::sentBefore)
                    .orElseGet(() -> sender.sent(user.userName(), command.apply(asked), key));
            return OfCase.taken(asked, sent);
        } catch (CommandRefused e) {
            return OfCase.refused(
                    asked.number(), e.refusal().rule(), e.refusal().detail());
        } catch (ConcurrencyException _) {
            return OfCase.refused(
                    asked.number(), "record/one-at-a-time", Words.say("problem.record/one-at-a-time.import"));
        }
    }

    private static List<OfCase> all(List<Callable<OfCase>> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<OfCase>(tasks.size());
            for (var future : threads.invokeAll(tasks)) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was taken in", e);
        }
    }

    private static OfCase outcome(Future<OfCase> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
