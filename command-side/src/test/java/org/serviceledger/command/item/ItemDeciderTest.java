package org.serviceledger.command.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceledger.command.Examples.*;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceledger.api.calendar.LimitUnit;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemCommand;
import org.serviceledger.api.item.ItemCommand.CancelItem;
import org.serviceledger.api.item.ItemCommand.Publish;
import org.serviceledger.api.item.ItemCommand.ResumeItem;
import org.serviceledger.api.item.ItemCommand.Revise;
import org.serviceledger.api.item.ItemCommand.SuspendItem;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemEvent.ItemCancelled;
import org.serviceledger.api.item.ItemEvent.ItemPublished;
import org.serviceledger.api.item.ItemEvent.ItemRevised;
import org.serviceledger.api.item.ItemEvent.ItemSuspended;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemRefusal.AlreadyPublished;
import org.serviceledger.api.item.ItemRefusal.BeforeThePrevious;
import org.serviceledger.api.item.ItemRefusal.CatalogAttributeChanged;
import org.serviceledger.api.item.ItemRefusal.CatalogCodeDiffers;
import org.serviceledger.api.item.ItemRefusal.Inherited;
import org.serviceledger.api.item.ItemRefusal.LevelDoesNotFitCode;
import org.serviceledger.api.item.ItemRefusal.LimitNotPositive;
import org.serviceledger.api.item.ItemRefusal.NotACreditCode;
import org.serviceledger.api.item.ItemRefusal.NotInUse;
import org.serviceledger.api.item.ItemRefusal.NotPublished;
import org.serviceledger.api.item.ItemRefusal.NotSuspended;
import org.serviceledger.api.item.ItemRefusal.PromiseExceedsLaw;
import org.serviceledger.api.item.ItemRefusal.State;
import org.serviceledger.command.DeciderSpec;
import org.serviceledger.fixtures.ItemEvents;

class ItemDeciderTest {

    private static final ItemDetails DETAILS = promised(TimeLimit.workingDays(20), TimeLimit.workingDays(5));
    private static final ItemPublished PUBLISHED = ItemEvents.published()
            .of(ITEM)
            .details(DETAILS)
            .by(ADMIN)
            .at(at("2024-01-02 08:00"))
            .event();
    private static final ItemSuspended SUSPENDED = ItemEvents.suspended()
            .of(ITEM)
            .reason("系统改造")
            .by(ADMIN)
            .at(at("2024-01-03 08:00"))
            .event();
    private static final ItemCancelled CANCELLED = ItemEvents.cancelled()
            .of(ITEM)
            .reason("国务院取消")
            .by(ADMIN)
            .at(at("2024-01-04 08:00"))
            .event();

    @Nested
    class AnItem {

        @Test
        void isPublishedOnce() {
            given().when(publish(ITEM, DETAILS)).then(PUBLISHED);
            given(PUBLISHED).when(publish(ITEM, DETAILS)).thenRefused(new AlreadyPublished(ITEM));
            given(PUBLISHED, CANCELLED).when(publish(ITEM, DETAILS)).thenRefused(new AlreadyPublished(ITEM));
        }

        @ParameterizedTest
        @CsvSource({"5, CALENDAR_DAY, 100, HOUR", "21, WORKING_DAY, 20, WORKING_DAY", "721, HOUR, 30, WORKING_DAY"})
        void promisesNoMoreThanTheLawAllows(int promise, LimitUnit unit, int law, LimitUnit lawUnit) {
            var promised = new TimeLimit(promise, unit);
            var legal = new TimeLimit(law, lawUnit);

            given().when(publish(ITEM, promised(legal, promised)))
                    .thenRefused(new PromiseExceedsLaw(ITEM, promised, legal));
        }

        @Test
        void mayPromiseWhereTheLawIsSilent() {
            given().when(publish(ITEM, promised(null, TimeLimit.workingDays(60))))
                    .thenOne(ItemPublished.class);
        }

        @Test
        void hasPositiveLimits() {
            var none = TimeLimit.workingDays(0);

            given().when(publish(ITEM, promised(null, none))).thenRefused(new LimitNotPositive(ITEM, none));
        }

        @Test
        void hasACodeThatSaysWhoseItIs() {
            var forged = ItemId.ofCode("11450721MB155808124000104002000");
            var otherLevel = ItemId.ofCode("11450721MB155808115000104002000");
            var otherEntry = ItemId.ofCode("11450721MB155808114000104002001");

            given().when(publish(forged, DETAILS)).thenRefused(new NotACreditCode(forged));
            given().when(publish(otherLevel, DETAILS))
                    .thenRefused(new LevelDoesNotFitCode(otherLevel, ExerciseLevel.COUNTY));
            given().when(publish(otherEntry, DETAILS)).thenRefused(new CatalogCodeDiffers(otherEntry, "000104002000"));
        }

        @Test
        void mayHaveACodeOfAnOlderList() {
            given().when(publish(ItemId.ofCode("JS320623001"), DETAILS)).thenOne(ItemPublished.class);
        }
    }

    @Nested
    class ARevision {

        @Test
        void isTheNextVersion() {
            var shorter = promised(TimeLimit.workingDays(20), TimeLimit.workingDays(3));

            var revised = given(PUBLISHED).when(revise(shorter)).thenOne(ItemRevised.class);

            assertThat(revised.version()).isEqualTo(2);
            assertThat(revised.details()).isEqualTo(shorter);
        }

        @Test
        void thatChangesNothingIsNone() {
            given(PUBLISHED).when(revise(DETAILS)).thenNothing();
        }

        @Test
        void leavesWhatTheBasicCatalogueSays() {
            given(PUBLISHED)
                    .when(revise(with("别的名称", DETAILS.basis())))
                    .thenRefused(new CatalogAttributeChanged(ITEM, Inherited.NAME));
            given(PUBLISHED)
                    .when(revise(with(DETAILS.name(), "别的依据")))
                    .thenRefused(new CatalogAttributeChanged(ITEM, Inherited.BASIS));
        }

        @Test
        void isOfAnItemInUse() {
            given().when(revise(DETAILS)).thenRefused(new NotPublished(ITEM));
            given(PUBLISHED, SUSPENDED).when(revise(DETAILS)).thenRefused(new NotInUse(ITEM, State.SUSPENDED));
        }
    }

    @Nested
    class ASuspendedItem {

        @Test
        void resumesAsItWas() {
            var resumed = ItemEvents.resumed()
                    .of(ITEM)
                    .by(ADMIN)
                    .at(at("2024-01-04 08:00"))
                    .event();

            given(PUBLISHED, SUSPENDED).when(resume()).then(resumed);
            given(PUBLISHED, SUSPENDED, resumed).when(resume()).thenRefused(new NotSuspended(ITEM));
        }

        @Test
        void isNotSuspendedTwiceButMayBeCancelled() {
            given(PUBLISHED, SUSPENDED)
                    .when(new SuspendItem(ITEM, "系统改造", ADMIN, at("2024-01-04 08:00")))
                    .thenRefused(new NotInUse(ITEM, State.SUSPENDED));
            given(PUBLISHED, SUSPENDED).when(cancel()).then(CANCELLED);
            given(PUBLISHED, CANCELLED).when(cancel()).thenRefused(new NotInUse(ITEM, State.CANCELLED));
        }
    }

    @Nested
    class WhatHappensToAnItem {

        @Test
        void isNotBeforeWhatHappenedLast() {
            var last = SUSPENDED.occurredAt();
            var early = new ResumeItem(ITEM, ADMIN, last.minusMillis(1));

            given(PUBLISHED, SUSPENDED).when(early).thenRefused(new BeforeThePrevious(ITEM, early.at(), last));
            given(PUBLISHED, SUSPENDED)
                    .when(new ResumeItem(ITEM, ADMIN, last))
                    .then(ItemEvents.resumed().of(ITEM).by(ADMIN).at(last).event());
        }
    }

    @Nested
    class ACreditCode {

        @ParameterizedTest
        @CsvSource({"11450721MB15580811, true", "11450721MB15580812, false", "11450721MI15580811, false", "123, false"})
        void isKnownByItsCheckCharacter(String code, boolean valid) {
            assertThat(CreditCode.isValid(code)).isEqualTo(valid);
        }
    }

    private static DeciderSpec<ItemState, ItemCommand, ItemEvent> given(ItemEvent... history) {
        return DeciderSpec.given(new ItemState.Unpublished(), ItemState::evolve, ItemDecider::decide, history);
    }

    private static Publish publish(ItemId id, ItemDetails details) {
        return new Publish(id, details, ADMIN, at("2024-01-02 08:00"));
    }

    private static Revise revise(ItemDetails details) {
        return new Revise(ITEM, details, ADMIN, at("2024-01-04 08:00"));
    }

    private static ResumeItem resume() {
        return new ResumeItem(ITEM, ADMIN, at("2024-01-04 08:00"));
    }

    private static CancelItem cancel() {
        return new CancelItem(ITEM, "国务院取消", ADMIN, at("2024-01-04 08:00"));
    }

    private static ItemDetails with(String name, String basis) {
        var d = DETAILS;
        return new ItemDetails(
                name,
                d.catalogCode(),
                d.type(),
                basis,
                d.level(),
                d.department(),
                d.category(),
                d.theme(),
                d.caseKind(),
                d.legalLimit(),
                d.promisedLimit(),
                d.window(),
                d.audiences(),
                d.channels(),
                d.conditions(),
                d.materials(),
                d.steps(),
                d.fee(),
                d.resultName(),
                d.address(),
                d.serviceTime(),
                d.consultPhone(),
                d.complaintPhone(),
                d.demonstration());
    }
}
