package org.serviceledger.projection.act;

import static org.serviceledger.projection.act.ActReading.joined;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.CalendarEvent;
import org.serviceledger.api.imports.ImportEvent;
import org.serviceledger.api.item.ItemEvent;
import org.serviceledger.api.log.LogEvent;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.words.Language;

/**
 * Fills in the acts of the events of registers: staff, windows, organisations, items, imports, the calendar, the log.
 */
final class RegisterActs {

    private final ActReading reading;
    private final ActDocumentBuilder act;

    RegisterActs(ActReading reading) {
        this.reading = reading;
        this.act = reading.act;
    }

    void read(StaffEvent event) {
        reading.at(event.organization(), null);
        reading.concerns(event.staffId().value());
        switch (event) {
            case StaffEvent.StaffRegistered registered -> act.text(joined(registered.name(), registered.post()));
            case StaffEvent.StaffAssigned assigned -> {
                reading.at(assigned.organization(), assigned.window());
                act.text(assigned.name());
            }
            case StaffEvent.StaffLeft left -> act.text(left.name());
        }
    }

    void read(WindowEvent event) {
        switch (event) {
            case WindowEvent.WindowSetUp setUp -> {
                reading.at(setUp.organization(), setUp.windowId());
                act.text(setUp.name());
            }
            case WindowEvent.WindowRetired retired -> {
                reading.at(retired.organization(), retired.windowId());
                act.text(retired.reason());
            }
        }
    }

    void read(OrganizationEvent event) {
        reading.at(event.organizationId(), null);
        switch (event) {
            case OrganizationEvent.OrganizationEstablished established -> act.text(established.name());
            case OrganizationEvent.LeaderAppointed appointed -> {
                reading.concerns(appointed.leader().person());
                act.text(joined(
                        appointed.post().term(Language.CHINESE),
                        appointed.leader().name()));
            }
            case OrganizationEvent.HallSurveyed _, OrganizationEvent.ServiceHoursSet _ -> {}
        }
    }

    void read(ItemEvent event) {
        act.item(event.itemId());
        switch (event) {
            case ItemEvent.ItemPublished published ->
                act.itemName(published.details().name());
            case ItemEvent.ItemRevised revised -> act.itemName(revised.details().name());
            case ItemEvent.ItemSuspended suspended -> act.text(suspended.reason());
            case ItemEvent.ItemCancelled cancelled -> act.text(cancelled.reason());
            case ItemEvent.ItemResumed _ -> {}
        }
    }

    void read(ImportEvent event) {
        switch (event) {
            case ImportEvent.ImportBegun begun -> {
                act.text(joined(begun.file(), begun.format()));
                act.attributes(begun.attributes());
            }
            case ImportEvent.ImportCompleted completed ->
                act.text("%d/%d/%d".formatted(completed.cases(), completed.acts(), completed.refused()));
        }
    }

    void read(CalendarEvent event) {
        @Nullable String text = switch (event) {
            case CalendarEvent.YearPublished published -> joined(published.year() + "年", published.source());
        };
        act.text(text);
    }

    void read(LogEvent event) {
        @Nullable String text = switch (event) {
            case LogEvent.KeyRotated rotated -> rotated.next();
            case LogEvent.CheckpointAnchored anchored ->
                joined(anchored.day().toString(), Long.toString(anchored.size()), anchored.root());
        };
        act.text(text);
    }
}
