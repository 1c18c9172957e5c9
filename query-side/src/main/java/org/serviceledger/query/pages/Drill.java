package org.serviceledger.query.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the link from a report's figure to the API into a link to the page that lists the same cases. */
class Drill {

    private static final String API = "/api";

    public @Nullable String to(String question) {
        return question.startsWith(API) ? question.substring(API.length()) : null;
    }

    public @Nullable String to(Map<String, String> cases, String figure) {
        var question = cases.get(figure);
        return question == null ? null : to(question);
    }
}
