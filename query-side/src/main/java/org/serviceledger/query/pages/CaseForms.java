package org.serviceledger.query.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Families;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.Offers;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.evaluation.EvaluationId;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.StepKind;
import org.serviceledger.query.cases.Chain;
import org.serviceledger.query.publicsite.ItemGuide;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.springframework.stereotype.Component;

/** The forms of what a user may do now with a case. */
@Component
final class CaseForms {

    /** The acts that carry a case on. They stand before all others. */
    private static final List<String> ONWARDS = List.of(
            "receive",
            "supplement",
            "deem-accepted",
            "accept",
            "finish-step",
            "start-step",
            "route",
            "grant",
            "deny",
            "end-special-procedure",
            "resume",
            "finish",
            "issue",
            "deliver");

    private final Offers offers;

    CaseForms(Offers offers) {
        this.offers = offers;
    }

    /** Returns the forms, the most likely act first. */
    List<ActForm> of(Chain chain, @Nullable ItemGuide guide, SignedIn user) {
        var id = new CaseId(chain.file().summary().id());
        var suggested = suggestions(chain, guide, user);
        var forms = new ArrayList<ActForm>();
        offers.now(user, Families.of("cases"), id.value()).stream()
                .sorted(Comparator.comparingInt(CaseForms::place))
                .forEach(act -> forms.add(ActForm.of(act, Map.of("id", id.value()), suggested)));
        if (!chain.file().summary().open() && !chain.file().summary().imported() && !chain.invited()) {
            offers.now(user, Families.of("evaluation"), EvaluationId.of(id).value()).stream()
                    .filter(act -> act.name().equals("invite"))
                    .forEach(act -> forms.add(ActForm.of(act, Map.of("caseNumber", id.value()), suggested)));
        }
        return forms;
    }

    private static int place(DeclaredAct act) {
        var place = ONWARDS.indexOf(act.name());
        return place < 0 ? ONWARDS.size() : place;
    }

    private static Suggestions suggestions(Chain chain, @Nullable ItemGuide guide, SignedIn user) {
        var file = chain.file();
        var number = file.summary().number();
        var suggested = new Suggestions()
                .value("receive", "receiptNumber", "SJ-" + number)
                .value("request-supplement", "noticeNumber", "BZ-" + number)
                .value("request-supplement", "within.value", "15")
                .most("request-supplement", "within.value", 90)
                .value("supplement", "materials", file.missing())
                .value("accept", "documentNumber", "SL-" + number)
                .value("refuse-acceptance", "documentNumber", "BS-" + number)
                .choices("finish-step", "step", file.openSteps())
                .value("start-special-procedure", "noticeNumber", "TB-" + number)
                .value("start-special-procedure", "approvedWorkingDays", "5")
                .most("start-special-procedure", "approvedWorkingDays", 90)
                .value("extend", "workingDays", "5")
                .most("extend", "workingDays", 15)
                .value("grant", "documentNumber", "JD-" + number)
                .value("deny", "documentNumber", "BY-" + number)
                .value(
                        "deliver",
                        "method",
                        Message.of("desk.deliver.at-the-window").in(Language.CHINESE));
        var department = file.summary().department();
        if (department != null) {
            suggested.value("route", "departments", department);
        }
        if (guide != null && guide.details().resultName() != null) {
            suggested.value("issue", "resultName", guide.details().resultName());
        }
        suggestStep(suggested, guide == null ? List.of() : guide.details().steps(), chain, kinds(user));
        return suggested;
    }

    /** Clerks only handle. Approvers and managers may also review and approve. */
    private static List<StepKind> kinds(SignedIn user) {
        return user.judges() ? List.of(StepKind.values()) : List.of(StepKind.HANDLE);
    }

    /** Suggests the first step of the item that is of one of these kinds and has not been started. */
    private static void suggestStep(
            Suggestions suggested, List<ItemDetails.Step> steps, Chain chain, List<StepKind> kinds) {
        var begun = chain.acts().stream()
                .filter(act -> act.type().equals("case.step-started"))
                .map(act -> String.valueOf(act.step()))
                .collect(Collectors.toSet());
        var usual = kinds.getFirst();
        var step = steps.stream()
                .filter(one -> kinds.contains(one.kind()) && !begun.contains(one.name()))
                .findFirst()
                .orElseGet(() -> new ItemDetails.Step(usual.term(Language.CHINESE), usual, null));
        suggested
                .value("start-step", "step", step.name())
                .value("start-step", "kind", step.kind().name())
                .choices(
                        "start-step", "kind", kinds.stream().map(StepKind::name).toList());
    }
}
