package org.serviceledger.query.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.Families;
import org.serviceledger.api.Families.Family;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.AccessRefused;
import org.serviceledger.api.act.Address;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.api.act.Offers;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.query.shared.CannotAnswer;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.NoAnswer.NotFound;
import org.serviceledger.words.Message;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages on which a user does every act that their roles permit, by forms derived from the declarations. */
@Controller
class RecordsPage {

    private static final String DATE = "date";

    private final Offers offers;
    private final Directory directory;
    private final Clock clock;

    RecordsPage(Offers offers, Directory directory, Clock clock) {
        this.offers = offers;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/desk/records")
    String families(@AuthenticationPrincipal SignedIn user, Model page) {
        page.addAttribute(
                "families",
                Families.ALL.stream()
                        .filter(family -> family.address() != null && !isForOther(family))
                        .filter(family -> DeclaredActs.of(family).stream().anyMatch(act -> act.isFor(user)))
                        .map(Kind::of)
                        .toList());
        return "desk/records";
    }

    @GetMapping("/desk/records/{feature}")
    String record(
            @PathVariable String feature,
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal SignedIn user,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model page) {
        var family = family(feature);
        var address = Objects.requireNonNull(family.address());
        var named = named(address, asked);
        page.addAttribute("kind", Kind.of(family));
        page.addAttribute("named", named);
        page.addAttribute("lookups", lookups(address, named, user));
        page.addAttribute("fault", null);
        if (address.variables().stream().allMatch(named::containsKey)) {
            offer(family, address, named, user, page);
        } else {
            page.addAttribute("forms", creating(family, user));
        }
        return fragment ? "desk/record :: record" : "desk/record";
    }

    private void offer(Family family, Address address, Map<String, String> named, SignedIn user, Model page) {
        List<DeclaredAct> acts = List.of();
        try {
            acts = offers.now(user, family, address.id().apply(named).toString());
        } catch (Address.MalformedVariable e) {
            page.addAttribute("fault", e.words().said());
        } catch (CommandRefused e) {
            page.addAttribute("fault", e.refusal().detail());
        } catch (AccessRefused e) {
            page.addAttribute("fault", e.words().said());
        }
        page.addAttribute(
                "forms",
                acts.stream()
                        .filter(act -> !act.creates())
                        .map(act -> ActForm.of(act, named, new Suggestions()))
                        .toList());
    }

    private static List<ActForm> creating(Family family, SignedIn user) {
        return DeclaredActs.of(family).stream()
                .filter(act -> act.creates() && !act.declaration().special() && act.isFor(user))
                .map(act -> ActForm.of(act, Map.of(), new Suggestions()))
                .toList();
    }

    /** Cases are on the desk, and files are imported by a program. */
    private static boolean isForOther(Family family) {
        return family.feature().equals("cases") || family.feature().equals("imports");
    }

    private static Family family(String feature) {
        return Families.ALL.stream()
                .filter(family -> family.feature().equals(feature) && family.address() != null)
                .findFirst()
                .orElseThrow(() -> new CannotAnswer(new NotFound(Message.of("what.records", "id", feature))));
    }

    private static Map<String, String> named(Address address, Map<String, String> asked) {
        var named = new LinkedHashMap<String, String>();
        for (var variable : address.variables()) {
            var value = asked.get(variable);
            if (value != null && !value.isBlank()) {
                named.put(variable, value.strip());
            }
        }
        return named;
    }

    private List<Lookup> lookups(Address address, Map<String, String> named, SignedIn user) {
        return address.variables().stream()
                .map(variable -> new Lookup(
                        variable,
                        Message.of("field." + variable).said(),
                        variable.equals(DATE) ? DATE : "text",
                        named.getOrDefault(variable, variable.equals(DATE) ? today() : ""),
                        known(address, variable, user)))
                .toList();
    }

    private String today() {
        return LocalDate.now(clock.withZone(WorkingDayCalendar.CHINA)).toString();
    }

    /** Returns the records in the user's organisation that the variable may name, if the directory has them. */
    private List<FormField.Choice> known(Address address, String variable, SignedIn user) {
        var reached = directory.all().stream()
                .filter(one -> one.code().startsWith(user.scope().code()));
        return switch (address.collection()) {
            case "/api/organizations" ->
                reached.map(one -> new FormField.Choice(one.code(), one.name())).toList();
            case "/api/windows", "/api/window-days" ->
                variable.equals(DATE)
                        ? List.of()
                        : reached.flatMap(RecordsPage::windows).toList();
            case "/api/staff", "/api/staff-days" ->
                variable.equals(DATE)
                        ? List.of()
                        : reached.flatMap(RecordsPage::staff).toList();
            default -> List.of();
        };
    }

    private static Stream<FormField.Choice> windows(OrganizationDocument hall) {
        return hall.windows().stream()
                .map(window -> new FormField.Choice(window.window().value(), hall.name() + " " + window.name()));
    }

    private static Stream<FormField.Choice> staff(OrganizationDocument hall) {
        return hall.staff().stream()
                .map(member -> new FormField.Choice(member.staff().number(), hall.name() + " " + member.name()));
    }

    /** A kind of record with its name and its page. */
    record Kind(String feature, String label, List<String> acts) {

        static Kind of(Family family) {
            return new Kind(
                    family.feature(),
                    Message.of("family." + family.feature()).said(),
                    DeclaredActs.of(family).stream()
                            .map(act -> act.label().said())
                            .toList());
        }
    }

    /**
     * A field that names a record.
     *
     * @param known what may be chosen; any other value may be given as well
     */
    record Lookup(String name, String label, String type, String value, List<FormField.Choice> known) {}
}
