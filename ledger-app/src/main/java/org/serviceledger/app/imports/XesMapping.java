package org.serviceledger.app.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.api.imports.ImportedAct;
import org.serviceledger.app.imports.XesElement.Event;
import org.serviceledger.app.imports.XesElement.Trace;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/**
 * Maps an XES log to cases and acts by the standard extensions concept, lifecycle, organizational and time: a trace is
 * a case, an event is an act. Every attribute is kept unchanged as well.
 *
 * @param zone time zone of times without an offset; null if it is unknown
 */
record XesMapping(@Nullable ZoneId zone) {

    /** Actor id of an event whose file names no resource. */
    static final String NOBODY = "unrecorded";

    private static final String NAME_OF_NOBODY =
            Message.of("console.import.nobody").in(Language.CHINESE);

    private static final DateTimeFormatter COMPACT_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]Z");

    /** A trace that cannot be mapped to a case. */
    static final class Unmappable extends Exception {

        private final int line;
        private final transient Message reason;

        Unmappable(int line, Message reason) {
            this.line = line;
            this.reason = reason;
        }

        @Override
        public String getMessage() {
            return reason.said();
        }

        int line() {
            return line;
        }

        Message reason() {
            return reason;
        }
    }

    CaseOfFile caseOf(Trace trace) throws Unmappable {
        var name = XesElement.valueOf("concept:name", trace.attributes());
        if (name == null || name.isBlank()) {
            throw new Unmappable(trace.line(), Message.of("console.import.no-number"));
        }
        if (trace.events().isEmpty()) {
            throw new Unmappable(trace.line(), Message.of("console.import.no-events", "name", name));
        }
        var acts = new ArrayList<ImportedAct>(trace.events().size());
        for (var event : trace.events()) {
            acts.add(actOf(acts.size(), event));
        }
        return CaseOfFileBuilder.builder()
                .number(ImportedNumbers.numberOf(name))
                .originalId(name)
                .title(Objects.requireNonNullElse(XesElement.valueOf("title", trace.attributes()), name))
                .department(XesElement.valueOf("department", trace.attributes()))
                .channel(XesElement.valueOf("channel", trace.attributes()))
                .responsible(XesElement.valueOf("responsible", trace.attributes()))
                .startedAt(timeOf("startdate", trace.line(), trace.attributes()))
                .endedAt(timeOf("enddate", trace.line(), trace.attributes()))
                .dueAt(timeOf("deadline", trace.line(), trace.attributes()))
                .attributes(trace.attributes())
                .acts(acts)
                .build();
    }

    private ImportedAct actOf(int ordinal, Event event) throws Unmappable {
        var attributes = event.attributes();
        var activity = XesElement.valueOf("concept:name", attributes);
        if (activity == null || activity.isBlank()) {
            throw new Unmappable(event.line(), Message.of("console.import.no-activity"));
        }
        var occurredAt = timeOf("time:timestamp", event.line(), attributes);
        if (occurredAt == null) {
            throw new Unmappable(event.line(), Message.of("console.import.no-time", "activity", activity));
        }
        return new ImportedAct(
                ordinal,
                activity,
                XesElement.valueOf("lifecycle:transition", attributes),
                actorOf(attributes),
                occurredAt,
                attributes);
    }

    private static Actor actorOf(List<Attribute> attributes) {
        var resource = XesElement.valueOf("org:resource", attributes);
        var role = XesElement.valueOf("org:role", attributes);
        var group = XesElement.valueOf("org:group", attributes);
        if (resource == null || resource.isBlank()) {
            return new Actor(NOBODY, NAME_OF_NOBODY, ActorRole.RESOURCE, role, null, null, group, null);
        }
        return new Actor(resource, resource, ActorRole.RESOURCE, role, null, null, group, null);
    }

    private @Nullable Instant timeOf(String key, int line, List<Attribute> attributes) throws Unmappable {
        var text = XesElement.valueOf(key, attributes);
        return text == null ? null : instant(key, line, text.strip());
    }

    private Instant instant(String key, int line, String text) throws Unmappable {
        try {
            return writable(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return lessUsual(key, line, text);
        }
    }

    private Instant lessUsual(String key, int line, String text) throws Unmappable {
        try {
            return writable(OffsetDateTime.parse(text, COMPACT_OFFSET).toInstant());
        } catch (DateTimeException _) {
            return withoutOffset(key, line, text);
        }
    }

    private Instant withoutOffset(String key, int line, String text) throws Unmappable {
        try {
            var local = LocalDateTime.parse(text);
            if (zone == null) {
                throw new Unmappable(line, Message.of("console.import.no-offset", "key", key, "time", text));
            }
            return writable(local.atZone(zone).toInstant());
        } catch (DateTimeException _) {
            throw new Unmappable(line, Message.of("console.import.no-date", "key", key, "time", text));
        }
    }

    /** Throws for moments in the outermost years, which cannot be written in UTC in a request. */
    private static Instant writable(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toInstant();
    }
}
