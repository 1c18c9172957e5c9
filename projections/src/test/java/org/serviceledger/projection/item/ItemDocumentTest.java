package org.serviceledger.projection.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.serviceledger.projection.SampleLedger.*;

import org.junit.jupiter.api.Test;
import org.serviceledger.api.item.ItemEvent.ItemCancelled;
import org.serviceledger.api.item.ItemEvent.ItemPublished;
import org.serviceledger.api.item.ItemEvent.ItemResumed;
import org.serviceledger.api.item.ItemEvent.ItemRevised;
import org.serviceledger.api.item.ItemEvent.ItemSuspended;

class ItemDocumentTest {

    private static final Items ITEMS = new Items();
    private static final ItemPublished PUBLISHED =
            new ItemPublished(ITEM, 1, details("个体工商户营业执照办理"), CLERK, at("08:00"));
    private static final ItemSuspended SUSPENDED = new ItemSuspended(ITEM, "系统升级", CLERK, at("08:20"));

    @Test
    void showsTheVersionInForceAndRemembersTheOthers() {
        var document = folded(ITEMS, PUBLISHED, new ItemRevised(ITEM, 2, details("个体工商户登记"), CLERK, at("08:10")));

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
        assertThat(folded(ITEMS, PUBLISHED, SUSPENDED, new ItemResumed(ITEM, CLERK, at("08:30"))))
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
                .isThrownBy(() -> folded(ITEMS, new ItemCancelled(ITEM, "下放", CLERK, at("08:30"))));
    }
}
