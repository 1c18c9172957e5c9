package org.serviceledger.query.performance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.cases.CaseResult;
import org.serviceledger.api.cases.Timeliness;
import org.serviceledger.api.evaluation.RatingLevel;

/** Builds links from the figures of a row to their cases. The total of each linked search is the figure. */
record DrillDown(PerformanceQuestion asked, Period period, Map<String, String> row) {

    private static final String CASES = "/api/cases?";

    Map<String, String> cases(boolean snapshot, boolean mayReadRatings) {
        var links = new LinkedHashMap<String, String>();
        links.put("received", to(days("from", "to")));
        links.put("accepted", to(days("acceptedFrom", "acceptedTo")));
        links.put("finished", to(finished()));
        if (!Boolean.TRUE.equals(asked.imported())) {
            links.put("early", to(finished(Timeliness.EARLY)));
            links.put("onTime", to(finished(Timeliness.ON_TIME)));
            links.put("late", to(finished(Timeliness.LATE)));
        }
        links.put("dueUnfinished", to(dueUnfinished()));
        if (snapshot) {
            links.put("overdueNow", to(Map.of("overdue", "true")));
            links.put("inProgress", to(Map.of("open", "true")));
        }
        links.put("notAccepted", to(ended(CaseResult.NOT_ACCEPTED)));
        links.put("withdrawn", to(ended(CaseResult.WITHDRAWN)));
        links.put("terminated", to(ended(CaseResult.TERMINATED)));
        if (mayReadRatings) {
            links.put("ratings", to(with(days("ratedFrom", "ratedTo"), "rated", "true")));
            links.put("goodRatings", to(rated(false)));
            links.put("badRatings", to(rated(true)));
        }
        return links;
    }

    /** Links to the finished cases that took exactly this many working days. */
    String finishedWithin(int workingDays) {
        return to(with(with(finished(), "imported", "false"), "workingDays", Integer.toString(workingDays)));
    }

    private Map<String, String> finished() {
        return with(days("finishedFrom", "finishedTo"), "finished", "true");
    }

    private Map<String, String> finished(Timeliness timeliness) {
        return with(with(finished(), "timeliness", timeliness.name()), "imported", "false");
    }

    private Map<String, String> ended(CaseResult result) {
        return with(days("finishedFrom", "finishedTo"), "result", result.name());
    }

    private Map<String, String> rated(boolean bad) {
        var levels = Stream.of(RatingLevel.values())
                .filter(level -> level.isBad() == bad)
                .map(RatingLevel::name)
                .collect(Collectors.joining(","));
        return with(days("ratedFrom", "ratedTo"), "rating", levels);
    }

    private Map<String, String> dueUnfinished() {
        var due = new LinkedHashMap<String, String>();
        due.put("overdue", "true");
        due.put("dueFrom", period.first().toString());
        due.put("dueBefore", period.last().plusDays(1).toString());
        return due;
    }

    private Map<String, String> days(String from, String to) {
        return with(with(Map.of(), from, text(period.first())), to, text(period.last()));
    }

    private static String text(LocalDate day) {
        return day.toString();
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        var more = new LinkedHashMap<>(some);
        more.put(name, value);
        return more;
    }

    private String to(Map<String, String> figure) {
        var all = new LinkedHashMap<String, String>();
        put(all, "organization", asked.organization());
        put(all, "item", asked.item());
        put(all, "window", asked.window());
        put(all, "handler", asked.staff());
        put(all, "department", asked.department());
        put(all, "category", asked.category() == null ? null : asked.category().name());
        put(all, "imported", asked.imported() == null ? null : asked.imported().toString());
        all.putAll(row);
        all.putAll(figure);
        return CASES
                + all.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
