package org.serviceledger.app.demonstration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.serviceledger.api.Actor;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.organization.OrganizationCommand.Establish;
import org.serviceledger.api.organization.OrganizationCommand.SetServiceHours;
import org.serviceledger.api.organization.OrganizationCommand.SurveyHall;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationEvent.HallSurveyed;
import org.serviceledger.api.organization.OrganizationEvent.ServiceHoursSet;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demonstration data once, through the command path. The county's own stream records progress: loading begins
 * with its service hours, dated at the end of the month, and ends with a survey of its hall. An interrupted loading
 * resumes with the same month, and each stream continues after the events it has.
 */
public final class DemonstrationData {

    /** The county that contains all demonstration data. */
    public static final OrganizationId COUNTY = OrganizationId.ofCode("320623");

    static final long SEED = 20200416L;
    private static final int AT_ONCE = 48;
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationData.class);

    private final CommandGateway commands;
    private final EventStore events;
    private final WorkingDayCalendar calendar;

    /**
     * Prepares loading.
     *
     * @param calendar as published in this ledger; without it no limit of a case can be counted
     */
    public DemonstrationData(CommandGateway commands, EventStore events, WorkingDayCalendar calendar) {
        this.commands = commands;
        this.events = events;
        this.calendar = calendar;
    }

    /**
     * Result of loading.
     *
     * @param sent commands executed now; 0 if the data were loaded before
     * @param refused commands that the rules refused; should be none
     */
    public record Loaded(long sent, long refused) {}

    /** Loads a month that ends now, or the rest of one whose loading was interrupted. */
    public Loaded load(Instant now) {
        if (isLoaded()) {
            return new Loaded(0, 0);
        }
        var begun = begun();
        var month = Month.endingAt(begun.orElse(now.truncatedTo(ChronoUnit.SECONDS)), calendar, SEED);
        var loading = new Loading(begun.isPresent());
        loading.send(List.of(List.of(opening(month))));
        loading.send(month.steps());
        loading.send(List.of(List.of(closing(month))));
        return new Loaded(loading.sent.get(), loading.refused.get());
    }

    /** Whether loading is complete. */
    public boolean isLoaded() {
        return ofTheCounty().stream().anyMatch(HallSurveyed.class::isInstance);
    }

    private Optional<Instant> begun() {
        return ofTheCounty().stream()
                .filter(ServiceHoursSet.class::isInstance)
                .map(OrganizationEvent::occurredAt)
                .findFirst();
    }

    private List<OrganizationEvent> ofTheCounty() {
        return events.readEvents(COUNTY.value())
                .asStream()
                .map(message -> (OrganizationEvent) message.getPayload())
                .toList();
    }

    private static List<LedgerCommand> opening(Month month) {
        var founded = DemonstratedDays.at(month.period().before(), DemonstratedDays.MORNING.start());
        return List.of(
                new Establish(
                        COUNTY,
                        month.county().name(),
                        OrganizationKind.COUNTY_OFFICE,
                        null,
                        "如东县政务服务中心（演示地址）",
                        "000-0000-0000",
                        Actor.system(),
                        founded),
                new SetServiceHours(
                        COUNTY,
                        List.of(DemonstratedDays.MORNING, DemonstratedDays.AFTERNOON),
                        DemonstratedDays.GRACE_MINUTES,
                        Actor.system(),
                        month.period().now()));
    }

    private static List<LedgerCommand> closing(Month month) {
        return List.of(new SurveyHall(
                COUNTY,
                6200,
                List.of("综合受理区", "专业窗口区", "自助服务区", "投诉受理区"),
                month.county().halls().stream()
                        .mapToInt(hall -> hall.windows().size())
                        .sum(),
                List.of("叫号机", "评价器", "自助终端"),
                month.county().supervisor(),
                month.period().now()));
    }

    /** Executes steps in order. The lists of a step run in parallel; a step begins after the previous one has ended. */
    private final class Loading {

        private final boolean again;
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final Semaphore room = new Semaphore(AT_ONCE);
        private final Map<String, Long> held = new HashMap<>();

        Loading(boolean again) {
            this.again = again;
        }

        void send(List<List<List<LedgerCommand>>> steps) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var step : steps) {
                    var tasks = step.stream()
                            .map(again ? this::missing : list -> list)
                            .filter(list -> !list.isEmpty())
                            .map(this::inOrder)
                            .toList();
                    for (var done : threads.invokeAll(tasks)) {
                        done.get();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while demonstration data were loaded", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }

        private Callable<Void> inOrder(List<LedgerCommand> list) {
            return () -> {
                room.acquire();
                try {
                    list.forEach(this::send);
                } finally {
                    room.release();
                }
                return null;
            };
        }

        private void send(LedgerCommand command) {
            try {
                commands.sendAndWait(command);
                sent.incrementAndGet();
            } catch (CommandRefused e) {
                refused.incrementAndGet();
                LOG.warn("{} was refused: {}", command, e.getMessage());
            }
        }

        /**
         * Skips commands that were executed before. Each command produces one event, so a stream's length is their
         * number.
         */
        private List<LedgerCommand> missing(List<LedgerCommand> list) {
            return list.stream().filter(command -> !isHeld(command.stream())).toList();
        }

        private boolean isHeld(String stream) {
            var left = held.computeIfAbsent(
                    stream, id -> events.lastSequenceNumberFor(id).orElse(-1L) + 1);
            held.put(stream, Math.max(left - 1, 0));
            return left > 0;
        }
    }
}
