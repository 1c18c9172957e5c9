package org.serviceledger.query.publicsite;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.organization.Shift;
import org.serviceledger.api.window.WindowKind;
import org.serviceledger.query.shared.LedgerAnswer;
import org.serviceledger.words.Term;

/**
 * A hall and its windows as they are now.
 *
 * @param leaders the leaders of the hall; they are named by post and name, other staff are not named
 * @param asOf the answer reflects the ledger up to this position
 */
@RecordBuilder
public record HallBoard(
        String id,
        String name,
        OrganizationKind kind,
        String kindTerm,
        @Nullable String parent,
        @Nullable String address,
        @Nullable String phone,
        List<Shift> serviceHours,
        List<LeaderOnShow> leaders,
        List<String> zones,
        List<String> equipment,
        LocalDate day,
        List<WindowNow> windows,
        List<HallList.Hall> below,
        long asOf)
        implements LedgerAnswer {

    /** A leader of the hall. */
    public record LeaderOnShow(String post, String name) {}

    /**
     * A window as it is now.
     *
     * @param since when the window came into this state; absent if it was not opened today
     * @param reason why the window is paused; absent if it is not
     */
    public record WindowNow(
            String id,
            String name,
            WindowKind kind,
            String kindTerm,
            WindowState state,
            String stateTerm,
            @Nullable Instant since,
            @Nullable String reason,
            List<String> extraService) {}

    /** Whether a window serves now. */
    public enum WindowState implements Term {
        OPEN,
        PAUSED,
        CLOSED,
        NOT_OPENED
    }
}
