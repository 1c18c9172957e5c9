package org.serviceledger.projection.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * An organisation (机构) with its hall, hours, leaders, windows and staff as of now.
 *
 * @param code the administrative code
 * @param path codes of the organisation and all above it
 * @param name the code until the organisation is established under a name
 * @param hall as last surveyed
 * @param leaders every appointment there was; the last of a post is in office
 */
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

    /** The hall against the standard (场所标准). */
    public record Hall(
            int areaSquareMetres, List<String> zones, int windows, List<String> equipment, Instant surveyedAt) {}

    /** Who was appointed to lead, from when. */
    public record Leader(LeaderPost post, Actor.Person person, LocalDate from) {}

    /** A window of the hall. */
    public record Window(WindowId window, String name, WindowKind kind, boolean retired) {}

    /** A member of staff and where they serve; {@code last} is their last day once they left. */
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

    /** For the whitespace-analysed field of the same name; not kept in the source. */
    @JsonProperty
    String words() {
        return ChineseText.words(name, address, kind == null ? null : kind.term(Language.CHINESE));
    }

    @JsonProperty
    String pinyin() {
        return ChineseText.pinyin(name);
    }
}
