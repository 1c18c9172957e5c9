package org.serviceledger.projection.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.serviceledger.fixtures.Sample.*;
import static org.serviceledger.projection.SampleLedger.*;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.item.ItemEvent.ItemPublished;
import org.serviceledger.api.item.ItemEvent.ItemSuspended;
import org.serviceledger.fixtures.ItemEvents;

class ItemDocumentTest {

    private static final Items ITEMS = new Items();
    private static final ItemPublished PUBLISHED = ItemEvents.published().event();
    private static final ItemSuspended SUSPENDED = ItemEvents.suspended().event();

    @Test
    void showsTheVersionInForceAndRemembersTheOthers() {
        var document = folded(
                ITEMS,
                PUBLISHED,
                ItemEvents.revised().details(details("个体工商户登记")).event());

        assertThat(document.name()).isEqualTo("个体工商户登记");
        assertThat(document.version()).isEqualTo(2);
        assertThat(document.versions())
                .containsExactly(
                        new ItemDocument.Version(1, at("08:00"), 0), new ItemDocument.Version(2, at("08:10"), 1));
    }

    @Test
    void isSuspendedWithItsReasonUntilResumed() {
        assertThat(folded(ITEMS, PUBLISHED, SUSPENDED))
                .returns(ItemAvailability.SUSPENDED, ItemDocument::state)
                .returns("系统升级", ItemDocument::reason);
        assertThat(folded(ITEMS, PUBLISHED, SUSPENDED, ItemEvents.resumed().event()))
                .returns(ItemAvailability.IN_FORCE, ItemDocument::state)
                .returns(null, ItemDocument::reason);
    }

    @Test
    void isFoundByInitials() {
        assertThat(folded(ITEMS, PUBLISHED).pinyin().split(" ")).contains("yyzz", "yingyezhizhao");
    }

    @Test
    void cancellingWhatWasNeverPublishedIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> folded(ITEMS, ItemEvents.cancelled().event()));
    }
}
