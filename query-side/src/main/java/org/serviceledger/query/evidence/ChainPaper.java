package org.serviceledger.query.evidence;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.projection.act.ActDocument;
import org.serviceledger.query.acts.ActView;
import org.serviceledger.query.cases.CaseSummary;
import org.serviceledger.query.cases.Chain;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.VerifierKey;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The chain as a page that needs nothing but itself: for paper, and for a browser without network. */
final class ChainPaper {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    ChainPaper() {
        var templates = new ClassLoaderTemplateResolver(ChainPaper.class.getClassLoader());
        templates.setPrefix("evidence/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
    }

    /** One row: all of it ready to be printed. */
    record Row(
            long position,
            String occurred,
            String recorded,
            String what,
            String who,
            String times,
            String deviations,
            @Nullable String text) {}

    /** A line of what is known of the case. */
    record Fact(String term, String value) {}

    String of(Chain chain, List<ActDocument> appointments, Checkpoint checkpoint, VerifierKey key) {
        var context = new Context(Locale.CHINA);
        context.setVariable("one", chain.file().summary());
        context.setVariable("facts", facts(chain));
        context.setVariable("rows", chain.acts().stream().map(ChainPaper::row).toList());
        context.setVariable("leaders", chain.leaders());
        context.setVariable("appointments", appointments);
        context.setVariable("asOf", chain.asOf());
        context.setVariable("checkpoint", checkpoint);
        context.setVariable("key", key.toString());
        return engine.process("chain", context);
    }

    private static List<Fact> facts(Chain chain) {
        CaseSummary one = chain.file().summary();
        var facts = new ArrayList<Fact>();
        add(facts, "编号", one.number());
        add(facts, "事项", one.itemName());
        add(facts, "办理机构", one.organisation());
        add(facts, "窗口", one.windowName());
        add(facts, "申请人", one.applicant());
        add(facts, "状态", one.stateTerm());
        add(facts, "申请", at(one.appliedAt()));
        add(
                facts,
                "承诺时限",
                limit(chain.file().promised().limit(), chain.file().promised().due()));
        add(
                facts,
                "法定时限",
                limit(chain.file().legal().limit(), chain.file().legal().due()));
        add(facts, "办结", at(one.finishedAt()));
        add(facts, "实际用时", one.usedWorkingDays() == null ? null : one.usedWorkingDays() + " 个工作日");
        add(facts, "时效", one.timeliness() == null ? null : one.timeliness().term());
        var evaluation = chain.evaluation();
        if (evaluation != null) {
            evaluation
                    .ratings()
                    .forEach(rating ->
                            add(facts, "评价", rating.term() + "（" + at(rating.ratedAt()) + "）" + rating.text()));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String term, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(term, value));
        }
    }

    private static Row row(ActView act) {
        return new Row(
                act.position(),
                Objects.requireNonNull(at(act.occurredAt())),
                Objects.requireNonNull(at(act.recordedAt())),
                joined(
                        " · ",
                        act.title(),
                        act.step(),
                        act.outcome() == null ? null : act.outcome().term()),
                who(act),
                times(act),
                act.deviation().stream().map(ActView.Deviated::term).collect(Collectors.joining("、")),
                act.text());
    }

    private static String who(ActView act) {
        var behalf = act.onBehalfOf();
        return joined(
                " · ",
                act.role() == ActorRole.SYSTEM ? act.roleTerm() : act.personName(),
                act.role() == ActorRole.SYSTEM || act.roleTerm().equals(act.personName()) ? null : act.roleTerm(),
                act.post(),
                act.windowName(),
                act.unit(),
                Objects.equals(act.unit(), act.organisation()) ? null : act.organisation(),
                behalf == null ? null : "代 " + behalf.name() + " 履职");
    }

    private static String times(ActView act) {
        var allowed = act.allowed();
        var used = act.used();
        return joined(
                "；",
                allowed == null ? null : limit("时限 " + allowed.term(), allowed.due()),
                used == null || used.workingDays() == null ? null : "实际用时 " + used.workingDays() + " 个工作日",
                act.overdueWorkingDays() == null || act.overdueWorkingDays() <= 0
                        ? null
                        : "超 " + act.overdueWorkingDays() + " 个工作日");
    }

    /** The last day is the one before the instant from which on it is too late. */
    private static @Nullable String limit(@Nullable Object limit, @Nullable Instant due) {
        var term = limit == null ? null : limit.toString();
        var until = due == null ? null : "至 " + DAY.format(due.minusMillis(1).atZone(WorkingDayCalendar.CHINA));
        return term == null && until == null ? null : joined("，", term, until);
    }

    private static @Nullable String at(@Nullable Instant moment) {
        return moment == null ? null : SECOND.format(moment.atZone(WorkingDayCalendar.CHINA));
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .collect(Collectors.joining(between));
    }
}
