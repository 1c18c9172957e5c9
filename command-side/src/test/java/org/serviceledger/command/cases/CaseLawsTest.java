package org.serviceledger.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.Deadline;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.cases.CaseEvent;
import org.serviceledger.api.cases.CaseEvent.AcceptanceRefused;
import org.serviceledger.api.cases.CaseEvent.CaseAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseDeemedAccepted;
import org.serviceledger.api.cases.CaseEvent.CaseDelivered;
import org.serviceledger.api.cases.CaseEvent.CaseDenied;
import org.serviceledger.api.cases.CaseEvent.CaseExtended;
import org.serviceledger.api.cases.CaseEvent.CaseFinished;
import org.serviceledger.api.cases.CaseEvent.CaseGranted;
import org.serviceledger.api.cases.CaseEvent.CaseResumed;
import org.serviceledger.api.cases.CaseEvent.CaseTerminated;
import org.serviceledger.api.cases.CaseEvent.CaseWithdrawn;
import org.serviceledger.api.cases.CaseEvent.ResultIssued;
import org.serviceledger.api.cases.CaseEvent.SpecialProcedureEnded;
import org.serviceledger.api.cases.CaseEvent.SupplementRequested;
import org.serviceledger.api.cases.DecisionChain;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.command.item.ItemStanding;
import org.serviceledger.words.Language;

/** Checks invariants of a case under any commands in any order: 500 cases, each with commands drawn at random. */
class CaseLawsTest {

    private static final int LIVES = 500;
    private static final int COMMANDS = 120;
    private static final Instant BEGINNING = at("2024-03-01 09:00");

    private static final List<Life> LIVED =
            IntStream.range(0, LIVES).mapToObj(CaseLawsTest::live).toList();

    private record Life(int seed, boolean instant, List<CaseEvent> events, int refused) {}

    @Test
    void everyLifeIsLivedAndAllKindsOfEventsComeUp() {
        var kinds = new HashSet<Class<?>>();
        var refused = new int[1];
        inEveryLife(life -> {
            life.events().forEach(event -> kinds.add(event.getClass()));
            refused[0] += life.refused();
        });

        assertThat(kinds).containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
        assertThat(refused[0]).isGreaterThan(LIVES);
    }

    @Test
    void nothingFollowsTheEndButIssueAndDelivery() {
        inEveryLife(life -> {
            var ended = false;
            for (var event : life.events()) {
                assertThat(!ended || event instanceof ResultIssued || event instanceof CaseDelivered)
                        .as("seed %d: %s after the end", life.seed(), event)
                        .isTrue();
                ended |= isEnd(event);
            }
        });
    }

    @Test
    void timesNeverRunBackwards() {
        inEveryLife(life -> assertThat(life.events().stream()
                        .filter(event -> !(event instanceof CaseEvent.ImportedActRecorded))
                        .map(CaseEvent::occurredAt))
                .as("seed %d", life.seed())
                .isSorted());
    }

    @Test
    void deadlinesNeverMoveEarlier() {
        inEveryLife(life -> {
            var before = new Deadline[1];
            for (var event : life.events()) {
                promiseIn(event).forEach(promised -> {
                    if (before[0] != null) {
                        assertThat(promised.dueOn())
                                .as("seed %d: %s", life.seed(), event)
                                .isAfterOrEqualTo(before[0].dueOn());
                    }
                    before[0] = promised;
                });
            }
        });
    }

    @Test
    void whatIsMissingIsToldOnce() {
        inEveryLife(life -> assertThat(life.events().stream().filter(SupplementRequested.class::isInstance))
                .as("seed %d", life.seed())
                .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void nobodyDecidesWhatTheyHandled() {
        inEveryLife(life -> life.events().forEach(event -> {
            if (life.instant()) {
                return;
            }
            switch (event) {
                case CaseGranted granted ->
                    handsAreSeparate(life, granted.chain(), granted.by().person());
                case CaseDenied denied ->
                    handsAreSeparate(life, denied.chain(), denied.by().person());
                default -> {}
            }
        }));
    }

    @Test
    void whoeverIsLateHasSaidWhy() {
        inEveryLife(life -> life.events().forEach(event -> {
            if (event instanceof CaseFinished finished) {
                var late = finished.timeliness() == Timeliness.LATE;
                assertThat(finished.lateReason() != null)
                        .as("seed %d", life.seed())
                        .isEqualTo(late);
                assertThat(finished.overdueWorkingDays() > 0)
                        .as("seed %d", life.seed())
                        .isEqualTo(late);
                assertThat(late || !finished.pastLegalLimit())
                        .as("seed %d", life.seed())
                        .isTrue();
            }
        }));
    }

    private static void handsAreSeparate(Life life, DecisionChain chain, String decider) {
        var handler = chain.handler();
        assertThat(handler).as("seed %d", life.seed()).isNotNull();
        assertThat(handler == null ? "" : handler.person())
                .as("seed %d", life.seed())
                .isNotEqualTo(decider);
    }

    private static boolean isEnd(CaseEvent event) {
        return event instanceof CaseFinished
                || event instanceof CaseWithdrawn
                || event instanceof CaseTerminated
                || event instanceof AcceptanceRefused;
    }

    private static List<Deadline> promiseIn(CaseEvent event) {
        return switch (event) {
            case CaseAccepted e -> List.of(e.promised());
            case CaseDeemedAccepted e -> List.of(e.promised());
            case SpecialProcedureEnded e -> List.of(e.promised());
            case CaseResumed e -> List.of(e.promised());
            case CaseExtended e -> List.of(e.promised());
            default -> List.of();
        };
    }

    private static void inEveryLife(Consumer<Life> law) {
        LIVED.forEach(law);
    }

    /** Draws commands that are mostly dated a little later than the previous one. Refused commands are skipped. */
    private static Life live(int seed) {
        var random = new SplittableRandom(seed);
        var instant = random.nextInt(4) == 0;
        var facts = CaseHistory.facts(instant ? CaseHistory.INSTANT : standing(random));
        var draw = new CommandDraw(random);
        CaseState state = new CaseState.NotApplied();
        var events = new ArrayList<CaseEvent>();
        var now = BEGINNING;
        var refused = 0;
        for (var i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(8) == 0 ? 6000 : 300)));
            var command = draw.next(random.nextInt(20) == 0 ? now.minus(Duration.ofDays(1)) : now);
            try {
                for (var event : CaseDecider.decide(state, command, facts)) {
                    state = state.evolve(event);
                    events.add(event);
                }
            } catch (CommandRefused refusal) {
                assertThat(refusal.refusal().detail(Language.CHINESE)).isNotBlank();
                assertThat(refusal.refusal().detail(Language.ENGLISH)).isNotBlank();
                assertThat(refusal.refusal().rule()).isNotBlank();
                refused++;
            }
        }
        return new Life(seed, instant, events, refused);
    }

    private static ItemStanding standing(SplittableRandom random) {
        return random.nextBoolean()
                ? CaseHistory.PROMISED
                : CaseHistory.inForce(promised(null, new TimeLimit(10, LimitUnit.CALENDAR_DAY)));
    }
}
