package org.serviceledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Families;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.Refusal;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseCommand.Finish;
import org.serviceledger.api.cases.CaseCommand.Grant;
import org.serviceledger.api.cases.CaseRefusal.NoSuchStep;
import org.serviceledger.api.cases.CaseRefusal.StepIsOpen;
import org.serviceledger.api.item.ItemCommand.Revise;
import org.serviceledger.api.log.LogRefusal;
import org.serviceledger.api.staffday.StaffDayRefusal.LeaveAfterwards;
import org.serviceledger.command.calendar.CalendarPublication;
import org.serviceledger.command.stream.FamilyShell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * A command that is offered is never refused as out of order; a command that is not offered is refused or changes
 * nothing. Checked over 1,000 random histories of every family.
 */
@SpringJUnitConfig(InMemoryLedger.class)
@TestPropertySource(
        properties = {
            "axon.serializer.general=jackson3",
            "axon.axonserver.enabled=false",
            "axon.timeout.enabled=false",
            "axoniq.update-checker.disabled=true"
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class OfferIsLawTest {

    private static final int HISTORIES = 1_000;
    private static final int COMMANDS = 40;

    /** Refusals of a command's contents, whatever their nature: a step, a size or an hour that does not fit. */
    private static final Set<Class<? extends Refusal>> OF_CONTENTS = Set.of(
            NoSuchStep.class,
            StepIsOpen.class,
            LeaveAfterwards.class,
            LogRefusal.DayPassed.class,
            LogRefusal.SmallerThanAnchored.class);

    @Autowired
    private List<FamilyShell<?, ?, ?>> families;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private CalendarPublication publication;

    private final List<String> broken = new ArrayList<>();

    @BeforeEach
    void aHallServedACase() {
        publication.publishMissingYears(at("2024-01-01 00:00"));
        OpenedHall.commands().forEach(commands::sendAndWait);
        OpenedHall.anInstantCase(AnyCommand.CASE).forEach(commands::sendAndWait);
        commands.sendAndWait(new Grant(AnyCommand.CASE, "JD-1", "符合条件", CLERK, at("2024-03-01 09:05")));
        commands.sendAndWait(new Finish(AnyCommand.CASE, null, CLERK, at("2024-03-01 09:06")));
        commands.sendAndWait(new Revise(ITEM, promised(null, TimeLimit.workingDays(5)), ADMIN, at("2024-03-20 08:00")));
    }

    @Test
    void whatIsOfferedIsWhatMayFollow() {
        for (var family : families) {
            var followed = new HashSet<Class<?>>();
            for (int seed = 0; seed < HISTORIES; seed++) {
                live(family, new SplittableRandom(seed), followed);
            }
            assertThat(broken).isEmpty();
            assertThat(followed)
                    .as("what was offered and followed")
                    .containsExactlyInAnyOrderElementsOf(Families.records(family.commands()));
        }
    }

    private <S, C extends LedgerCommand, E extends LedgerEvent> void live(
            FamilyShell<S, C, E> family, SplittableRandom random, Set<Class<?>> followed) {
        var state = family.initial();
        var draw = new AnyCommand(random);
        var now = random.nextBoolean() ? at("2024-03-01 09:10") : at("2024-03-21 08:31");
        for (int count = 0; count < COMMANDS; count++) {
            now = now.plus(pause(family, random));
            var legal = family.legal(state, now);
            var command = family.commands().cast(draw.of(drawn(family, legal, random), now));
            var happened = decided(family, state, command, legal.contains(command.getClass()), now);
            if (!happened.isEmpty()) {
                followed.add(command.getClass());
            }
            for (var event : happened) {
                state = family.evolve(state, event);
            }
        }
    }

    /** Days of windows and staff are lived within the day. */
    private static Duration pause(FamilyShell<?, ?, ?> family, SplittableRandom random) {
        if (family.type().endsWith("Day")) {
            return Duration.ofMinutes(random.nextInt(20));
        }
        return switch (random.nextInt(16)) {
            case 0 -> Duration.ofDays(random.nextInt(20));
            case 1 -> Duration.ofHours(random.nextInt(100));
            default -> Duration.ofMinutes(random.nextInt(300));
        };
    }

    private static Class<?> drawn(FamilyShell<?, ?, ?> family, Set<? extends Class<?>> legal, SplittableRandom random) {
        var any = random.nextInt(3) == 0 || legal.isEmpty()
                ? Families.records(family.commands())
                : legal.stream()
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .toList();
        return any.get(random.nextInt(any.size()));
    }

    private <S, C extends LedgerCommand, E extends LedgerEvent> List<E> decided(
            FamilyShell<S, C, E> family, S state, C command, boolean offered, Instant now) {
        try {
            var happened = family.decide(state, command);
            if (!offered && !happened.isEmpty()) {
                broken.add("not offered, but followed at %s: %s in %s".formatted(now, command, state));
            }
            return happened;
        } catch (CommandRefused refused) {
            var refusal = refused.refusal();
            if (offered
                    && refusal.nature() != Refusal.Nature.BREAKS_RULE
                    && !OF_CONTENTS.contains(refusal.getClass())) {
                broken.add("offered, but refused at %s: %s in %s: %s".formatted(now, command, state, refusal));
            }
            return List.of();
        }
    }
}
