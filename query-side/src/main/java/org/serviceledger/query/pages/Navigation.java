package org.serviceledger.query.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What stands in the head of every page: where one may go, and as whom; a bean because error pages have it too. */
@Component("navigation")
class Navigation {

    /** The places of the site, each with the roles it is for; none means everybody. */
    enum Link {
        HOME("/", "首页", "Home", Set.of()),
        ITEMS("/items", "办事事项", "Items", Set.of()),
        HALLS("/halls", "服务大厅", "Halls", Set.of()),
        PROGRESS("/progress", "查进度", "Progress", Set.of()),
        DESK("/desk", "窗口工作台", "Desk", WRITERS),
        CASES("/cases", "办件", "Cases", READERS),
        PERFORMANCE("/performance", "服务效能", "Performance", REPORTERS),
        ATTENDANCE("/attendance", "考勤", "Attendance", REPORTERS);

        private final String path;
        private final String term;
        private final String english;
        private final Set<UserRole> roles;

        Link(String path, String term, String english, Set<UserRole> roles) {
            this.path = path;
            this.term = term;
            this.english = english;
            this.roles = roles;
        }

        public String path() {
            return path;
        }

        public String term() {
            return term;
        }

        public String english() {
            return english;
        }

        boolean isFor(Set<UserRole> held) {
            return roles.isEmpty() || roles.stream().anyMatch(held::contains);
        }

        /** Whether the link is the one to mark while this page is shown. */
        public boolean leadsTo(String page) {
            return this == HOME ? page.equals("/") : page.equals(path) || page.startsWith(path + "/");
        }

        public boolean startsGroup() {
            return this == DESK;
        }
    }

    private static final Set<UserRole> WRITERS =
            Set.of(UserRole.CLERK, UserRole.MANAGER, UserRole.APPROVER, UserRole.ADMINISTRATOR);
    private static final Set<UserRole> READERS = Set.of(UserRole.values());
    private static final Set<UserRole> REPORTERS =
            Set.of(UserRole.MANAGER, UserRole.SUPERVISOR, UserRole.INSPECTOR, UserRole.ANALYST, UserRole.ADMINISTRATOR);

    private static final Set<UserRole> TRACERS =
            Set.of(UserRole.MANAGER, UserRole.SUPERVISOR, UserRole.INSPECTOR, UserRole.ADMINISTRATOR);

    public @Nullable SignedIn user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user ? user : null;
    }

    public List<Link> links() {
        var user = user();
        var held = user == null ? Set.<UserRole>of() : user.roles();
        return Stream.of(Link.values()).filter(link -> link.isFor(held)).toList();
    }

    public boolean mayWrite() {
        return hasAny(WRITERS);
    }

    /** Whether the user may look at everything a person did. */
    public boolean mayTrace() {
        return hasAny(TRACERS);
    }

    private boolean hasAny(Set<UserRole> roles) {
        var user = user();
        return user != null && user.roles().stream().anyMatch(roles::contains);
    }

    public String roleTerms() {
        var user = user();
        return user == null
                ? ""
                : user.roles().stream().sorted().map(UserRole::term).collect(Collectors.joining("、"));
    }

    /** The page asked for, also while its error page is being written. */
    public String here() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return "";
        }
        var request = attributes.getRequest();
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : withoutContext(request);
    }

    private static String withoutContext(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
