package org.serviceledger.projection.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.Audience;
import org.serviceledger.api.item.CaseKind;
import org.serviceledger.api.item.Channel;
import org.serviceledger.api.item.ExerciseLevel;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemType;
import org.serviceledger.api.item.ServiceCategory;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.text.ChineseText;
import org.serviceledger.words.Language;

/**
 * A service item (事项) as the list and the guide show it.
 *
 * @param code the implementation code (实施编码)
 * @param details the version in force, complete; fields to search by are repeated outside it
 * @param reason why the item is suspended or cancelled, null if it is neither
 * @param versions all versions so far, oldest first
 */
@RecordBuilder
public record ItemDocument(
        ItemId itemId,
        String code,
        String name,
        int version,
        ItemAvailability state,
        ItemType type,
        ExerciseLevel level,
        String department,
        ServiceCategory category,
        String theme,
        CaseKind kind,
        WindowKind window,
        List<Audience> audiences,
        List<Channel> channels,
        boolean demonstration,
        ItemDetails details,
        @Nullable String reason,
        List<Version> versions,
        Instant changedAt,
        long position)
        implements Document {

    /** When a version came into force, and the position of the event that says so. */
    public record Version(int version, Instant since, long position) {}

    public ItemDocument {
        audiences = List.copyOf(audiences);
        channels = List.copyOf(channels);
        versions = List.copyOf(versions);
    }

    static @Nullable ItemDocument after(@Nullable ItemDocument document, ItemEvent event, long position) {
        return switch (event) {
            case ItemEvent.ItemPublished published ->
                of(event, published.version(), published.details(), List.of(), position);
            case ItemEvent.ItemRevised revised ->
                of(event, revised.version(), revised.details(), published(document, event).versions, position);
            case ItemEvent.ItemSuspended suspended ->
                published(document, event)
                        .in(ItemAvailability.SUSPENDED, suspended.reason(), event.occurredAt(), position);
            case ItemEvent.ItemResumed _ ->
                published(document, event).in(ItemAvailability.IN_FORCE, null, event.occurredAt(), position);
            case ItemEvent.ItemCancelled cancelled ->
                published(document, event)
                        .in(ItemAvailability.CANCELLED, cancelled.reason(), event.occurredAt(), position);
        };
    }

    private static ItemDocument published(@Nullable ItemDocument document, ItemEvent event) {
        if (document == null) {
            throw new IllegalStateException(event.itemId() + " was never published");
        }
        return document;
    }

    private static ItemDocument of(
            ItemEvent event, int version, ItemDetails details, List<Version> earlier, long position) {
        var versions = new ArrayList<>(earlier);
        versions.add(new Version(version, event.occurredAt(), position));
        return ItemDocumentBuilder.builder()
                .itemId(event.itemId())
                .code(event.itemId().code())
                .name(details.name())
                .version(version)
                .state(ItemAvailability.IN_FORCE)
                .type(details.type())
                .level(details.level())
                .department(details.department())
                .category(details.category())
                .theme(details.theme())
                .kind(details.caseKind())
                .window(details.window())
                .audiences(details.audiences())
                .channels(details.channels())
                .demonstration(details.demonstration())
                .details(details)
                .versions(versions)
                .changedAt(event.occurredAt())
                .position(position)
                .build();
    }

    private ItemDocument in(ItemAvailability state, @Nullable String reason, Instant at, long position) {
        return ItemDocumentBuilder.builder(this)
                .state(state)
                .reason(reason)
                .changedAt(at)
                .position(position)
                .build();
    }

    /** Returns the terms of the name alone, which search ranks above other terms. */
    @JsonProperty
    String nameWords() {
        return ChineseText.words(name);
    }

    /** Returns the terms of the whitespace-analysed field of the same name. The field is not kept in the source. */
    @JsonProperty
    String words() {
        var written = Stream.concat(
                        Stream.of(name, department, category.term(Language.CHINESE), theme, details.basis()),
                        Stream.concat(
                                details.conditions().stream(),
                                details.materials().stream().map(ItemDetails.Material::name)))
                .toArray(String[]::new);
        return ChineseText.words(written);
    }

    @JsonProperty
    String pinyin() {
        return ChineseText.pinyin(name, department, theme);
    }
}
