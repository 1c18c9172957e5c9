package org.serviceledger.query.evidence;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.calendar.WorkingDayCalendar;
import org.serviceledger.projection.act.ActDocument;
import org.serviceledger.query.acts.ActView;
import org.serviceledger.query.cases.CaseFile;
import org.serviceledger.query.cases.CaseSummary;
import org.serviceledger.query.cases.Chain;
import org.serviceledger.query.shared.Spans;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Language;
import org.serviceledger.words.Words;
import org.springframework.context.MessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the chain of a case as one self-contained HTML page, for printing and for browsers without network. */
final class ChainPaper {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    ChainPaper(MessageSource words) {
        var templates = new ClassLoaderTemplateResolver(ChainPaper.class.getClassLoader());
        templates.setPrefix("evidence/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(words);
    }

    /** One act, with every field formatted for print. */
    record Row(
            long position,
            String occurred,
            String recorded,
            String what,
            String who,
            String times,
            String deviations,
            @Nullable String text) {}

    /** One known fact about the case, with its label. */
    record Fact(String term, String value) {}

    /** Renders the page in the current language. */
    String of(Chain chain, List<ActDocument> appointments, Checkpoint checkpoint, VerifierKey key) {
        var language = Language.current();
        var context = new Context(language.locale());
        context.setVariable("language", language.tag());
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
        add(facts, "paper.number", one.number());
        add(facts, "paper.item", one.itemName());
        add(facts, "paper.organisation", one.organisation());
        add(facts, "paper.window", one.windowName());
        add(facts, "paper.applicant", one.applicant());
        add(facts, "paper.state", one.stateTerm());
        add(facts, "paper.applied", at(one.appliedAt()));
        add(facts, "paper.promised", limit(chain.file().promised()));
        add(facts, "paper.legal", limit(chain.file().legal()));
        add(facts, "paper.finished", at(one.finishedAt()));
        add(facts, "paper.used", one.usedWorkingDays() == null ? null : Spans.workingDays(one.usedWorkingDays()));
        add(
                facts,
                "paper.timeliness",
                one.timeliness() == null ? null : one.timeliness().term());
        var evaluation = chain.evaluation();
        if (evaluation != null) {
            evaluation.ratings().forEach(rating -> add(facts, "paper.rating", rated(rating)));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(Words.say(key), value));
        }
    }

    private static String rated(Chain.Rating rating) {
        return Words.say("paper.rated", "level", rating.term(), "at", at(rating.ratedAt()), "text", rating.text());
    }

    private static Row row(ActView act) {
        return new Row(
                act.position(),
                Objects.requireNonNull(at(act.occurredAt())),
                Objects.requireNonNull(at(act.recordedAt())),
                joined(
                        act.title(),
                        act.step(),
                        act.outcome() == null ? null : act.outcome().term()),
                who(act),
                times(act),
                joined(act.deviation().stream().map(ActView.Deviated::term).toArray(String[]::new)),
                act.text());
    }

    private static String who(ActView act) {
        var behalf = act.onBehalfOf();
        return joined(
                act.role() == ActorRole.SYSTEM ? act.roleTerm() : act.personName(),
                act.role() == ActorRole.SYSTEM || act.roleTerm().equals(act.personName()) ? null : act.roleTerm(),
                act.post(),
                act.windowName(),
                act.unit(),
                Objects.equals(act.unit(), act.organisation()) ? null : act.organisation(),
                behalf == null ? null : Words.say("act.on-behalf", "name", behalf.name()));
    }

    private static String times(ActView act) {
        var allowed = act.allowed();
        var used = act.used();
        var overdue = act.overdueWorkingDays();
        return joined(
                allowed == null ? null : Words.say("act.allowed", "limit", Spans.until(allowed.term(), allowed.due())),
                used == null || used.workingDays() == null
                        ? null
                        : Words.say("act.used", "time", Spans.workingDays(used.workingDays())),
                overdue == null || overdue <= 0 ? null : Words.say("act.over", "days", overdue));
    }

    private static @Nullable String limit(CaseFile.Limit limit) {
        return Spans.until(limit.limit() == null ? null : limit.limit().toString(), limit.due());
    }

    private static @Nullable String at(@Nullable Instant moment) {
        return moment == null ? null : SECOND.format(moment.atZone(WorkingDayCalendar.CHINA));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
