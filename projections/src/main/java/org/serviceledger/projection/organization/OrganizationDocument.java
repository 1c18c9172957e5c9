package org.serviceledger.projection.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.staff.DutyRole;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.text.ChineseText;
import org.serviceledger.words.Language;

/**
 * An organisation (机构) with its current hall, hours, leaders, windows and staff.
 *
 * @param code the administrative code
 * @param path the codes of the organisation and of all organisations above it
 * @param name the name, or the code until the organisation is established under a name
 * @param hall the hall as last surveyed
 * @param leaders all appointments so far; the last one to a post is in office
 * @param changedAt the time of the last event about the organisation
 */
@RecordBuilder
public record OrganizationDocument(
        OrganizationId organizationId,
        String code,
        List<String> path,
        String name,
        @Nullable OrganizationKind kind,
        @Nullable OrganizationId parent,
        @Nullable String address,
        @Nullable String phone,
        @Nullable Hall hall,
        List<Shift> shifts,
        @Nullable Integer graceMinutes,
        List<Leader> leaders,
        List<Window> windows,
        List<Staff> staff,
        Instant changedAt,
        long position)
        implements Document {

    /** The hall's facilities, as the standard for halls (场所标准) requires them. */
    public record Hall(
            int areaSquareMetres, List<String> zones, int windows, List<String> equipment, Instant surveyedAt) {}

    /**
     * The appointment of a leader.
     *
     * @param from the first day in office
     */
    public record Leader(LeaderPost post, Actor.Person person, LocalDate from) {}

    /** A window of the hall. */
    public record Window(WindowId window, String name, WindowKind kind, boolean retired) {}

    /**
     * A member of staff and the window where they serve.
     *
     * @param last the last day of work, null for staff who have not left
     */
    public record Staff(
            StaffId staff,
            String name,
            @Nullable String post,
            @Nullable ActorRole role,
            @Nullable String department,
            @Nullable WindowId window,
            @Nullable DutyRole duty,
            @Nullable StaffId partner,
            @Nullable LocalDate last) {}

    public OrganizationDocument {
        path = List.copyOf(path);
        shifts = List.copyOf(shifts);
        leaders = List.copyOf(leaders);
        windows = List.copyOf(windows);
        staff = List.copyOf(staff);
    }

    /** Returns the terms of the whitespace-analysed field of the same name. The field is not kept in the source. */
    @JsonProperty
    String words() {
        return ChineseText.words(name, address, kind == null ? null : kind.term(Language.CHINESE));
    }

    @JsonProperty
    String pinyin() {
        return ChineseText.pinyin(name);
    }
}
