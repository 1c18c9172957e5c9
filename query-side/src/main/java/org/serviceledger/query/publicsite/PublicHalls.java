package org.serviceledger.query.publicsite;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.organization.LeaderPost;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.api.window.WindowId;
import org.serviceledger.api.windowday.ExtraService;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.projection.organization.OrganizationDocument.Leader;
import org.serviceledger.projection.organization.OrganizationDocument.Window;
import org.serviceledger.projection.organization.Organizations;
import org.serviceledger.projection.windowday.WindowActivity;
import org.serviceledger.projection.windowday.WindowDayDocument;
import org.serviceledger.projection.windowday.WindowDayDocument.Stretch;
import org.serviceledger.projection.windowday.WindowDays;
import org.serviceledger.query.publicsite.HallBoard.WindowNow;
import org.serviceledger.query.shared.AsOf;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Faults;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.NoAnswer.NotFound;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;
import org.serviceledger.words.Message;
import org.springframework.stereotype.Service;

/** The halls and their windows as they are now. */
@Service
public class PublicHalls {

    private static final int MOST_WINDOWS = 10_000;

    private final Documents documents;
    private final Directory directory;
    private final AsOf asOf;
    private final Clock clock;

    PublicHalls(Documents documents, Directory directory, AsOf asOf, Clock clock) {
        this.documents = documents;
        this.directory = directory;
        this.asOf = asOf;
        this.clock = clock;
    }

    /** Returns every hall, the county first. */
    public HallList list(Freshness freshness) {
        var position = await(freshness);
        var today = today(null);
        return new HallList(
                directory.all().stream()
                        .filter(hall -> hall.kind() != null)
                        .map(hall -> summary(hall, today))
                        .toList(),
                position);
    }

    /**
     * Returns the hall with this identifier or code.
     *
     * @throws CannotAnswer if there is no such hall, or it cannot be read now
     */
    public HallBoard board(String idOrCode, Freshness freshness) {
        var id = idOrCode.startsWith("org-") ? idOrCode : "org-" + idOrCode;
        new Faults().form("organizationId", id, OrganizationId::new).refuseIfAny();
        var position = await(freshness);
        var organization = new OrganizationId(id);
        var hall = directory
                .find(organization)
                .filter(found -> found.kind() != null)
                .orElseThrow(() -> new CannotAnswer(new NotFound(Message.of("what.hall", "id", idOrCode))));
        return board(hall, position);
    }

    private long await(Freshness freshness) {
        new Faults().freshness(freshness).refuseIfAny();
        var position = asOf.await(freshness, List.of(Organizations.NAME, WindowDays.NAME));
        directory.forgetFor(freshness);
        return position;
    }

    private HallBoard board(OrganizationDocument hall, long position) {
        var today = today(hall.organizationId());
        var surveyed = hall.hall();
        return HallBoardBuilder.builder()
                .id(hall.organizationId().value())
                .name(hall.name())
                .kind(kind(hall))
                .kindTerm(kind(hall).term())
                .parent(parent(hall))
                .address(hall.address())
                .phone(hall.phone())
                .serviceHours(hall.shifts())
                .leaders(leaders(hall))
                .zones(surveyed == null ? List.of() : surveyed.zones())
                .equipment(surveyed == null ? List.of() : surveyed.equipment())
                .day(day())
                .windows(hall.windows().stream()
                        .filter(window -> !window.retired())
                        .sorted(Comparator.comparing(window -> window.window().value()))
                        .map(window -> now(window, today.get(window.window())))
                        .toList())
                .below(directory.all().stream()
                        .filter(other -> hall.organizationId().equals(other.parent()) && other.kind() != null)
                        .map(other -> summary(other, today))
                        .toList())
                .asOf(position)
                .build();
    }

    private static HallList.Hall summary(OrganizationDocument hall, Map<WindowId, WindowDayDocument> today) {
        var windows = hall.windows().stream()
                .filter(window -> !window.retired())
                .map(Window::window)
                .toList();
        return new HallList.Hall(
                hall.organizationId().value(),
                hall.name(),
                kind(hall),
                kind(hall).term(),
                parent(hall),
                hall.address(),
                hall.phone(),
                windows.size(),
                Math.toIntExact(windows.stream()
                        .filter(window -> isOpen(today.get(window)))
                        .count()));
    }

    private static boolean isOpen(@Nullable WindowDayDocument day) {
        return day != null && day.state() == WindowActivity.OPEN;
    }

    private static OrganizationKind kind(OrganizationDocument hall) {
        return Objects.requireNonNull(hall.kind(), "only halls that were established are shown");
    }

    private static @Nullable String parent(OrganizationDocument hall) {
        var parent = hall.parent();
        return parent == null ? null : parent.value();
    }

    /** The latest leader of each post who has taken office. */
    private List<HallBoard.LeaderOnShow> leaders(OrganizationDocument hall) {
        var inOffice = hall.leaders().stream()
                .filter(leader -> !leader.from().isAfter(day()))
                .collect(Collectors.toMap(
                        Leader::post,
                        Function.identity(),
                        (one, other) -> other.from().isBefore(one.from()) ? one : other,
                        TreeMap<LeaderPost, Leader>::new));
        return inOffice.entrySet().stream()
                .map(entry -> new HallBoard.LeaderOnShow(
                        entry.getKey().term(), entry.getValue().person().name()))
                .toList();
    }

    private static WindowNow now(Window window, @Nullable WindowDayDocument day) {
        var state = day == null ? HallBoard.WindowState.NOT_OPENED : state(day);
        return new WindowNow(
                window.window().value(),
                window.name(),
                window.kind(),
                window.kind().term(),
                state,
                state.term(),
                day == null ? null : day.since(),
                day == null || state != HallBoard.WindowState.PAUSED ? null : reason(day),
                day == null
                        ? List.of()
                        : day.extraServices().stream().map(ExtraService::term).toList());
    }

    /** A window that nobody opened may have a record of the day too, because extra hours were noted for it. */
    private static HallBoard.WindowState state(WindowDayDocument day) {
        return switch (day.state()) {
            case OPEN -> HallBoard.WindowState.OPEN;
            case PAUSED -> HallBoard.WindowState.PAUSED;
            case CLOSED -> day.openedAt() == null ? HallBoard.WindowState.NOT_OPENED : HallBoard.WindowState.CLOSED;
        };
    }

    private static @Nullable String reason(WindowDayDocument day) {
        List<Stretch> stretches = day.stretches();
        return stretches.isEmpty() ? null : stretches.getLast().reason();
    }

    private Map<WindowId, WindowDayDocument> today(@Nullable OrganizationId below) {
        var date = Queries.term("date", day().toString());
        var wanted = below == null ? date : Queries.and(date, Queries.term(Queries.ORGANISATION_PATH, below.code()));
        var days = documents.search(
                WindowDays.NAME,
                WindowDayDocument.class,
                VisibleTo.everyone(),
                wanted,
                search -> search.size(MOST_WINDOWS));
        return Documents.sources(days).stream()
                .collect(Collectors.toMap(WindowDayDocument::window, Function.identity()));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.CHINA);
    }
}
