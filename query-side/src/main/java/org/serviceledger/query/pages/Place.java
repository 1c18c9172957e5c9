package org.serviceledger.query.pages;

import java.util.List;
import org.serviceledger.api.UserRole;
import org.serviceledger.words.Term;

/** A page that the head or the rail of every page links to. */
enum Place implements Term {
    ITEMS("/items"),
    HALLS("/halls"),
    PROGRESS("/progress"),
    LEDGER("/ledger"),
    DESK("/desk"),
    NEW_CASE("/desk/new"),
    RECORDS("/desk/records"),
    CASES("/cases"),
    PERFORMANCE("/performance"),
    ATTENDANCE("/attendance"),
    OPERATIONS("/operations");

    /** The places that need no sign-in, in the order shown. */
    static final List<Place> PUBLIC = List.of(ITEMS, HALLS, PROGRESS, LEDGER);

    private final String path;

    Place(String path) {
        this.path = path;
    }

    /** The places of a role, in the order shown. */
    static List<Place> of(UserRole role) {
        return switch (role) {
            case CLERK -> List.of(DESK, NEW_CASE, RECORDS, CASES);
            case APPROVER -> List.of(DESK, RECORDS, CASES);
            case MANAGER -> List.of(DESK, NEW_CASE, RECORDS, CASES, PERFORMANCE, ATTENDANCE);
            case SUPERVISOR -> List.of(CASES, RECORDS, PERFORMANCE, ATTENDANCE);
            case INSPECTOR -> List.of(CASES, PERFORMANCE, ATTENDANCE);
            case ANALYST -> List.of(PERFORMANCE, ATTENDANCE, CASES);
            case ADMINISTRATOR -> List.of(OPERATIONS, RECORDS, CASES, PERFORMANCE, ATTENDANCE, DESK);
        };
    }

    public String path() {
        return path;
    }

    /** Whether the page with this path is this place or below it. */
    boolean contains(String page) {
        return page.equals(path) || page.startsWith(path + "/");
    }
}
