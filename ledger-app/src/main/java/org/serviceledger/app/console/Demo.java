package org.serviceledger.app.console;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.app.demonstration.DemonstrationData;
import org.serviceledger.app.server.LedgerServer;
import org.serviceledger.app.server.ServerOptions;
import org.serviceledger.command.calendar.CurrentCalendar;
import org.serviceledger.words.Words;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server with demonstration data: a county's month. */
@Command(name = "demo", description = "${bundle:console.demo}", footer = "${bundle:console.demo.passwords}")
final class Demo implements Callable<Integer> {

    @Mixin
    private final ServerCommandOptions options = new ServerCommandOptions();

    @Option(names = "--fresh", descriptionKey = "console.demo.fresh")
    private boolean fresh;

    @Mixin
    private final WitnessingOptions witnesses = new WitnessingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var server = LedgerServer.start(
                new ServerOptions(
                        options.data().path(), options.address(), options.port(), fresh, null, null, settings()),
                this::load);
        return Announcement.ready(server, spec.commandLine().getOut());
    }

    /** Accepts any downtime: a demonstration may be restarted after weeks, and it contains no real deadlines. */
    private Map<String, String> settings() {
        var settings = new LinkedHashMap<>(witnesses.settings());
        settings.put("ledger.clock.longest-absence", "36500d");
        return settings;
    }

    private void load(BeanFactory application) {
        var data = new DemonstrationData(
                application.getBean(CommandGateway.class),
                application.getBean(EventStore.class),
                application.getBean(CurrentCalendar.class).calendar());
        if (!data.isLoaded()) {
            var errors = spec.commandLine().getErr();
            errors.println(Words.say("console.demo.loading"));
            var loaded = data.load(application.getBean(Clock.class).instant());
            errors.println(Words.say("console.demo.loaded", "acts", loaded.sent()));
            errors.flush();
        }
    }
}
