package org.serviceledger.query.shared;

import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.text.ChineseText;
import org.springframework.web.util.HtmlUtils;

/** Marks what was searched for in a text, which is escaped in every place. */
public final class Highlight {

    private Highlight() {}

    /** The text as HTML with what was asked for in {@code <mark>}. */
    public static String html(String text, @Nullable String asked) {
        var html = new StringBuilder();
        int done = 0;
        for (var range : ChineseText.matches(text, asked)) {
            html.append(escaped(text.substring(done, range.start())))
                    .append("<mark>")
                    .append(escaped(text.substring(range.start(), range.end())))
                    .append("</mark>");
            done = range.end();
        }
        return html.append(escaped(text.substring(done))).toString();
    }

    public static boolean isIn(@Nullable String text, @Nullable String asked) {
        return text != null && !ChineseText.matches(text, asked).isEmpty();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
