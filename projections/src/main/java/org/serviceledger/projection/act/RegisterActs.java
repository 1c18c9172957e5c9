package org.serviceledger.projection.act;

import static org.serviceledger.projection.act.ActDraft.joined;

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

    private final ActDraft draft;

    RegisterActs(ActDraft draft) {
        this.draft = draft;
    }

    void read(StaffEvent event) {
        draft.at(event.organization(), null);
        draft.concerned.add(event.staffId().value());
        switch (event) {
            case StaffEvent.StaffRegistered registered -> draft.text = joined(registered.name(), registered.post());
            case StaffEvent.StaffAssigned assigned -> {
                draft.at(assigned.organization(), assigned.window());
                draft.text = assigned.name();
            }
            case StaffEvent.StaffLeft left -> draft.text = left.name();
        }
    }

    void read(WindowEvent event) {
        switch (event) {
            case WindowEvent.WindowSetUp setUp -> {
                draft.at(setUp.organization(), setUp.windowId());
                draft.text = setUp.name();
            }
            case WindowEvent.WindowRetired retired -> {
                draft.at(retired.organization(), retired.windowId());
                draft.text = retired.reason();
            }
        }
    }

    void read(OrganizationEvent event) {
        draft.at(event.organizationId(), null);
        switch (event) {
            case OrganizationEvent.OrganizationEstablished established -> draft.text = established.name();
            case OrganizationEvent.LeaderAppointed appointed -> {
                draft.concerned.add(appointed.leader().person());
                draft.text = joined(
                        appointed.post().term(Language.CHINESE),
                        appointed.leader().name());
            }
            case OrganizationEvent.HallSurveyed _, OrganizationEvent.ServiceHoursSet _ -> {}
        }
    }

    void read(ItemEvent event) {
        draft.item = event.itemId();
        switch (event) {
            case ItemEvent.ItemPublished published ->
                draft.itemName = published.details().name();
            case ItemEvent.ItemRevised revised ->
                draft.itemName = revised.details().name();
            case ItemEvent.ItemSuspended suspended -> draft.text = suspended.reason();
            case ItemEvent.ItemCancelled cancelled -> draft.text = cancelled.reason();
            case ItemEvent.ItemResumed _ -> {}
        }
    }

    void read(ImportEvent event) {
        switch (event) {
            case ImportEvent.ImportBegun begun -> {
                draft.text = joined(begun.file(), begun.format());
                draft.attributes = begun.attributes();
            }
            case ImportEvent.ImportCompleted completed ->
                draft.text = "%d/%d/%d".formatted(completed.cases(), completed.acts(), completed.refused());
        }
    }

    void read(CalendarEvent event) {
        draft.text = switch (event) {
            case CalendarEvent.YearPublished published -> joined(published.year() + "年", published.source());
        };
    }

    void read(LogEvent event) {
        draft.text = switch (event) {
            case LogEvent.KeyRotated rotated -> rotated.next();
            case LogEvent.CheckpointAnchored anchored ->
                joined(anchored.day().toString(), Long.toString(anchored.size()), anchored.root());
        };
    }
}
