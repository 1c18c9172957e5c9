package org.serviceledger.command.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemInForce;
import org.serviceledger.fixtures.ItemEvents;
import org.serviceledger.words.Language;

/** Tests which version applies to an application of a given moment. */
class ItemHistoryTest {

    private static final ItemDetails FIRST = promised(TimeLimit.workingDays(20), TimeLimit.workingDays(10));
    private static final ItemDetails SECOND = promised(TimeLimit.workingDays(20), TimeLimit.workingDays(5));
    private static final ItemDetails THIRD = promised(TimeLimit.workingDays(20), TimeLimit.workingDays(3));

    private static final ItemHistory LIFE = of(
            ItemEvents.published()
                    .of(ITEM)
                    .details(FIRST)
                    .by(ADMIN)
                    .at(at("2024-01-10 08:00"))
                    .event(),
            ItemEvents.revised()
                    .of(ITEM)
                    .details(SECOND)
                    .by(ADMIN)
                    .at(at("2024-02-01 08:00"))
                    .event(),
            ItemEvents.suspended()
                    .of(ITEM)
                    .reason("系统改造")
                    .by(ADMIN)
                    .at(at("2024-03-01 08:00"))
                    .event(),
            ItemEvents.resumed().of(ITEM).by(ADMIN).at(at("2024-03-05 08:00")).event(),
            ItemEvents.revised()
                    .of(ITEM)
                    .version(3)
                    .details(THIRD)
                    .by(ADMIN)
                    .at(at("2024-04-01 08:00"))
                    .event(),
            ItemEvents.cancelled()
                    .of(ITEM)
                    .reason("国务院取消")
                    .by(ADMIN)
                    .at(at("2024-05-01 08:00"))
                    .event());

    @ParameterizedTest
    @CsvSource({
        "2024-01-09 08:00:00, not yet",
        "2024-01-10 07:59:59, not yet",
        "2024-01-10 08:00:00, 1",
        "2024-01-31 08:00:00, 1",
        "2024-02-01 07:59:59, 1",
        "2024-02-01 08:00:00, 2",
        "2024-02-29 08:00:00, 2",
        "2024-03-01 07:59:59, 2",
        "2024-03-01 08:00:00, suspended",
        "2024-03-04 08:00:00, suspended",
        "2024-03-05 07:59:59, suspended",
        "2024-03-05 08:00:00, 2",
        "2024-03-31 08:00:00, 2",
        "2024-04-01 08:00:00, 3",
        "2024-05-01 07:59:59, 3",
        "2024-05-01 08:00:00, cancelled",
        "2034-05-01 08:00:00, cancelled"
    })
    void anApplicationFindsWhatWasInForceThen(String moment, String found) {
        assertThat(words(LIFE.standing(ITEM, at(moment)))).isEqualTo(found);
    }

    @Test
    void aVersionComesWithItsOwnLimits() {
        assertThat(LIFE.standing(ITEM, at("2024-02-15 09:00")))
                .isEqualTo(new ItemStanding.InForce(ItemInForce.of(ITEM, 2, SECOND)));
    }

    @Test
    void anItemNobodyPublishedIsNone() {
        assertThat(ItemHistory.NONE.standing(ITEM, Instant.MAX)).isEqualTo(new ItemStanding.NoSuchItem());
    }

    /**
     * The decider refuses this now, but older ledgers may contain it. Then the event recorded last takes precedence.
     */
    @Test
    void aRevisionDatedBeforeItsPredecessorTakesItsPlace() {
        var history = of(
                ItemEvents.published()
                        .of(ITEM)
                        .details(FIRST)
                        .by(ADMIN)
                        .at(at("2024-01-10 08:00"))
                        .event(),
                ItemEvents.revised()
                        .of(ITEM)
                        .details(SECOND)
                        .by(ADMIN)
                        .at(at("2024-01-09 08:00"))
                        .event());

        assertThat(words(history.standing(ITEM, at("2024-01-09 09:00")))).isEqualTo("2");
        assertThat(words(history.standing(ITEM, at("2024-01-10 09:00")))).isEqualTo("2");
        assertThat(words(history.standing(ITEM, at("2024-01-08 09:00")))).isEqualTo("not yet");
    }

    private static ItemHistory of(ItemEvent... events) {
        var history = ItemHistory.NONE;
        for (var event : events) {
            history = history.evolve(event);
        }
        return history;
    }

    private static String words(ItemStanding standing) {
        return switch (standing) {
            case ItemStanding.NoSuchItem _ -> "none";
            case ItemStanding.NotYetInForce _ -> "not yet";
            case ItemStanding.InForce(var item) -> String.valueOf(item.version());
            case ItemStanding.OutOfUse(var state) -> state.term(Language.ENGLISH);
        };
    }
}
