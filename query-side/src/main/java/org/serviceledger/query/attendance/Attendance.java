package org.serviceledger.query.attendance;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.projection.staffday.StaffDayDocument;
import org.serviceledger.projection.staffday.StaffDays;
import org.serviceledger.query.attendance.HallMonth.PersonTotals;
import org.serviceledger.query.shared.AsOf;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.Documents;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.Queries;
import org.serviceledger.query.shared.VisibleTo;
import org.springframework.stereotype.Service;

/** Computes attendance reports. */
@Service
public class Attendance {

    private static final int AT_ONCE = 1000;
    private static final List<SortOptions> BY_DAY = List.of(by("date"), by("staffDayId"));

    private final Documents documents;
    private final AsOf asOf;
    private final Directory directory;
    private final Clock clock;

    Attendance(Documents documents, AsOf asOf, Directory directory, Clock clock) {
        this.documents = documents;
        this.asOf = asOf;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Returns the month of an organisation, or the days of a person if the question names one.
     *
     * @throws org.serviceledger.query.shared.CannotAnswer if the question is malformed, the user may not see the
     *     attendance, or it cannot be answered now
     */
    public AttendanceReport report(AttendanceQuestion asked, Freshness freshness, SignedIn user) {
        var question = asked.isEmpty() ? unasked(user) : asked;
        return question.person() == null ? hallMonth(question, freshness, user) : personDays(question, freshness, user);
    }

    /**
     * Returns the question to answer when the user gives no parameters: the current month of the user's organisation.
     * For a county, whose month would list thousands of people, it is that of the first hall by code.
     */
    public AttendanceQuestion unasked(SignedIn user) {
        var scope = user.scope();
        var hall = user.reachesCounty()
                ? directory.all().stream()
                        .map(OrganizationDocument::organizationId)
                        .filter(each -> !each.equals(scope) && user.reaches(each))
                        .findFirst()
                        .orElse(scope)
                : scope;
        return AttendanceQuestion.of(
                hall, YearMonth.from(LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.CHINA)));
    }

    /** Returns the month of an organisation and all below it. */
    public HallMonth hallMonth(AttendanceQuestion question, Freshness freshness, SignedIn user) {
        question.faults().freshness(freshness).refuseIfAny();
        var organization = new OrganizationId(Objects.requireNonNull(question.organization()));
        var month = Objects.requireNonNull(question.month());
        var visible = VisibleTo.user(user);
        visible.mustReach(organization);
        visible.mustReadAttendanceOf(null);
        var position = asOf.await(freshness, List.of(StaffDays.NAME));
        var now = clock.instant();
        var people = new HashMap<String, Person>();
        var stoodIn = new HashMap<String, Set<LocalDate>>();
        var all = new DaySums();
        each(visible, inMonth(organization, month.atDay(1), month.atEndOfMonth()), day -> {
            var reckoning = new DayReckoning(day, now);
            people.computeIfAbsent(day.staff().value(), _ -> new Person(day)).add(reckoning);
            all.add(reckoning);
            day.covers()
                    .forEach(cover -> stoodIn.computeIfAbsent(cover.to().person(), _ -> new HashSet<>())
                            .add(day.date()));
        });
        stoodIn.forEach((person, days) -> {
            people.computeIfPresent(person, (_, of) -> of.standingIn(days.size()));
            all.addStoodIn(days.size());
        });
        return new HallMonth(
                organization.value(), directory.nameOf(organization), month, lines(people), all.totals(), position);
    }

    /** Returns a person's days in the organisations that the user may see. */
    public PersonDays personDays(AttendanceQuestion question, Freshness freshness, SignedIn user) {
        question.faults().freshness(freshness).refuseIfAny();
        var person = Objects.requireNonNull(question.person());
        var from = Objects.requireNonNull(question.from());
        var to = Objects.requireNonNull(question.to());
        var visible = VisibleTo.user(user);
        visible.mustReadAttendanceOf(person);
        var position = asOf.await(freshness, List.of(StaffDays.NAME));
        var now = clock.instant();
        var days = new ArrayList<StaffDayDocument>();
        each(visible, Queries.and(Queries.term("staff", person), between(from, to)), days::add);
        var tally = new DaySums();
        days.forEach(day -> tally.add(new DayReckoning(day, now)));
        tally.addStoodIn(daysStoodIn(person, from, to, visible));
        return new PersonDays(
                person,
                days.isEmpty() ? person : days.getLast().name(),
                from,
                to,
                days.stream().map(day -> view(day, now)).toList(),
                tally.totals(),
                position);
    }

    private int daysStoodIn(String person, LocalDate from, LocalDate to, VisibleTo visible) {
        var days = new HashSet<LocalDate>();
        each(
                visible,
                Queries.and(Queries.term("covers.to.person", person), between(from, to)),
                day -> days.add(day.date()));
        return days.size();
    }

    /** Sums one person's month. The latest day added tells the person's name and organisation. */
    private static final class Person {

        private final DaySums tally = new DaySums();
        private final Map<LocalDate, DayVerdict> days = new TreeMap<>();
        private StaffDayDocument latest;

        Person(StaffDayDocument first) {
            latest = first;
        }

        void add(DayReckoning reckoning) {
            tally.add(reckoning);
            latest = reckoning.day();
            days.put(latest.date(), reckoning.verdict());
        }

        Person standingIn(int days) {
            tally.addStoodIn(days);
            return this;
        }
    }

    private List<PersonTotals> lines(Map<String, Person> people) {
        return people.values().stream()
                .map(person -> new PersonTotals(
                        person.latest.staff().value(),
                        person.latest.name(),
                        person.latest.organization().value(),
                        directory.nameOf(person.latest.organization()),
                        person.tally.totals(),
                        person.days))
                .sorted(Comparator.comparing(PersonTotals::organisationId).thenComparing(PersonTotals::person))
                .toList();
    }

    private PersonDays.Day view(StaffDayDocument day, Instant now) {
        var reckoning = new DayReckoning(day, now);
        var window = day.window();
        var partner = day.partner();
        return DayBuilder.builder()
                .date(day.date())
                .verdict(reckoning.verdict())
                .verdictTerm(reckoning.verdict().term())
                .rostered(day.rostered())
                .organisationId(day.organization().value())
                .organisation(directory.nameOf(day.organization()))
                .window(window == null ? null : window.value())
                .windowName(directory.nameOf(window))
                .duty(day.duty())
                .partner(partner == null ? null : partner.value())
                .shifts(reckoning.shifts())
                .leaves(day.leaves().stream()
                        .map(leave -> new PersonDays.Leave(
                                leave.kind(), leave.kind().term(), leave.from(), leave.to(), leave.reason()))
                        .toList())
                .handOvers(day.covers().stream()
                        .map(cover -> new PersonDays.HandOver(cover.from(), cover.to(), cover.begin(), cover.until()))
                        .toList())
                .absences(day.absences().stream()
                        .map(absence -> new PersonDays.Absence(
                                absence.from(), absence.to(), absence.minutes(), absence.covered(), absence.note()))
                        .toList())
                .inspections(day.inspections().stream()
                        .map(seen -> new PersonDays.Inspection(
                                seen.at(), seen.uniform(), seen.badge(), seen.atPost(), seen.note()))
                        .toList())
                .build();
    }

    private static Query inMonth(OrganizationId organization, LocalDate from, LocalDate to) {
        return Queries.and(Queries.term(Queries.ORGANISATION_PATH, organization.code()), between(from, to));
    }

    private static Query between(LocalDate from, LocalDate to) {
        return Query.of(query -> query.range(range ->
                range.date(date -> date.field("date").gte(from.toString()).lte(to.toString()))));
    }

    /**
     * Passes the days found to {@code taker} and reads them in pages, so that a county's month need not fit into one
     * response.
     */
    private void each(VisibleTo visible, Query wanted, Consumer<StaffDayDocument> taker) {
        List<FieldValue> after = List.of();
        do {
            var from = after;
            var page = documents.search(StaffDays.NAME, StaffDayDocument.class, visible, wanted, search -> {
                search.size(AT_ONCE).sort(BY_DAY);
                return from.isEmpty() ? search : search.searchAfter(from);
            });
            Documents.sources(page).forEach(taker);
            var hits = page.hits().hits();
            after = hits.size() < AT_ONCE ? List.of() : hits.getLast().sort();
        } while (!after.isEmpty());
    }

    private static SortOptions by(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }
}
