package org.serviceledger.projection.organization;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.organization.OrganizationEvent;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffEvent;
import org.serviceledger.api.window.WindowEvent;
import org.serviceledger.projection.engine.ReadModel;
import org.serviceledger.projection.engine.RecordedEvent;

/** The read model of organisations (机构), with their halls, hours, leaders, windows and staff. */
public final class Organizations implements ReadModel<OrganizationDocument> {

    public static final String NAME = "organizations";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<OrganizationDocument> documentType() {
        return OrganizationDocument.class;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(OrganizationEvent.class, WindowEvent.class, StaffEvent.class);
    }

    @Override
    public Set<String> eventNames() {
        return eventNames(type -> !WindowEvent.class.isAssignableFrom(type)
                || type == WindowEvent.WindowSetUp.class
                || type == WindowEvent.WindowRetired.class);
    }

    @Override
    public @Nullable String documentId(RecordedEvent event) {
        var organization = concerned(event);
        return organization == null ? null : organization.value();
    }

    @Override
    public @Nullable OrganizationDocument after(@Nullable OrganizationDocument document, RecordedEvent event) {
        var organization = concerned(event);
        if (organization == null) {
            return document;
        }
        var fold = OrganizationFold.of(document, organization, event.payload().occurredAt());
        return switch (event.payload()) {
            case OrganizationEvent of -> fold.after(of, event.position());
            case WindowEvent of -> fold.after(of, event.position());
            case StaffEvent of -> fold.after(of, event.position());
            case LedgerEvent _ -> document;
        };
    }

    private static @Nullable OrganizationId concerned(RecordedEvent event) {
        return switch (event.payload()) {
            case OrganizationEvent of -> of.organizationId();
            case WindowEvent.WindowSetUp of -> of.organization();
            case WindowEvent.WindowRetired of -> of.organization();
            case StaffEvent of -> of.organization();
            case LedgerEvent _ -> null;
        };
    }
}
