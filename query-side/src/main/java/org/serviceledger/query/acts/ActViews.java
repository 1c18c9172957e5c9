package org.serviceledger.query.acts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.EventTypes;
import org.serviceledger.projection.act.ActDocument;
import org.serviceledger.query.acts.ActView.Allowed;
import org.serviceledger.query.acts.ActView.Deviated;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.QuerySettings;
import org.serviceledger.query.shared.VisibleTo;
import org.serviceledger.words.Term;
import org.springframework.stereotype.Component;

/** Converts act documents to what the user may see of them. */
@Component
public class ActViews {

    private static final String IMPORTED = "case.imported";
    /**
     * An import happens long after the acts it brings in. The check for acts out of order does not compare against it.
     */
    private static final String TAKEN_IN = "case.imported";

    /** Deviations that follow from an act's neighbours and from the time of its recording. */
    enum Mark implements Term {
        OUT_OF_ORDER,
        RECORDED_LATE
    }

    private final Directory directory;
    private final Duration recordedLateAfter;

    ActViews(Directory directory, QuerySettings settings) {
        this.directory = directory;
        this.recordedLateAfter = settings.recordedLateAfter();
    }

    /**
     * Converts the acts of one record, given in ledger order. An act that happened before its predecessor is marked as
     * out of order.
     */
    public List<ActView> inOrder(List<ActDocument> acts, VisibleTo visible) {
        var views = new ArrayList<ActView>();
        @Nullable ActDocument before = null;
        for (var act : acts) {
            var outOfOrder = before != null
                    && !before.type().equals(TAKEN_IN)
                    && act.occurredAt().isBefore(before.occurredAt());
            views.add(view(act, outOfOrder, visible));
            before = act;
        }
        return List.copyOf(views);
    }

    public ActView one(ActDocument act, VisibleTo visible) {
        return view(act, false, visible);
    }

    private ActView view(ActDocument of, boolean outOfOrder, VisibleTo visible) {
        var organisation = of.organization();
        var caseId = of.caseId();
        var item = of.item();
        var window = of.window();
        return ActViewBuilder.builder()
                .position(of.position())
                .occurredAt(of.occurredAt())
                .recordedAt(of.recordedAt())
                .type(of.type())
                .title(EventTypes.term(of.type()))
                .subject(of.subject())
                .streamId(of.streamId())
                .caseId(caseId == null ? null : caseId.value())
                .itemId(item == null ? null : item.value())
                .itemName(of.itemName())
                .person(of.person())
                .personName(personName(of, visible))
                .role(of.role())
                .roleTerm(of.role().term())
                .post(of.post())
                .window(window == null ? null : window.value())
                .windowName(directory.nameOf(window))
                .organisation(isImported(of) || organisation == null ? of.unit() : directory.nameOf(organisation))
                .organisationId(organisation == null ? null : organisation.value())
                .unit(of.unit())
                .onBehalfOf(onBehalfOf(of))
                .concerned(of.concerned())
                .step(of.step())
                .transition(of.transition())
                .outcome(of.outcome())
                .allowed(allowed(of))
                .used(of.used())
                .overdueWorkingDays(of.overdueWorkingDays())
                .minutes(of.minutes())
                .recordedAfterSeconds(of.entryDelaySeconds())
                .deviation(deviation(of, outOfOrder))
                .text(of.text())
                .imported(isImported(of))
                .attributes(of.attributes())
                .build();
    }

    private static String personName(ActDocument of, VisibleTo visible) {
        return of.role() == ActorRole.APPLICANT
                ? Objects.requireNonNull(visible.applicant(of.personName()))
                : of.personName();
    }

    private static Actor.@Nullable Person onBehalfOf(ActDocument of) {
        var person = of.onBehalfOf();
        return person == null
                ? null
                : new Actor.Person(person, Objects.requireNonNullElse(of.onBehalfOfName(), person));
    }

    private static @Nullable Allowed allowed(ActDocument of) {
        var limit = of.allowed();
        return limit == null && of.due() == null
                ? null
                : new Allowed(
                        limit == null ? null : limit.value(),
                        limit == null ? null : limit.unit(),
                        limit == null ? "" : limit.toString(),
                        of.due());
    }

    private List<Deviated> deviation(ActDocument of, boolean outOfOrder) {
        var deviated = new ArrayList<Deviated>();
        of.deviations().forEach(each -> deviated.add(deviated(each)));
        if (outOfOrder) {
            deviated.add(deviated(Mark.OUT_OF_ORDER));
        }
        if (!isImported(of) && of.entryDelaySeconds() > recordedLateAfter.toSeconds()) {
            deviated.add(deviated(Mark.RECORDED_LATE));
        }
        return List.copyOf(deviated);
    }

    private static Deviated deviated(Term what) {
        return new Deviated(what.name(), what.term());
    }

    private static boolean isImported(ActDocument of) {
        return of.type().startsWith(IMPORTED);
    }
}
