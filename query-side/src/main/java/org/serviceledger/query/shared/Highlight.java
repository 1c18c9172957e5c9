package org.serviceledger.query.shared;

import org.jspecify.annotations.Nullable;
import org.serviceledger.projection.text.ChineseText;
import org.springframework.web.util.HtmlUtils;

/** Marks the words searched for in a text. All of the text is escaped. */
public final class Highlight {

    private Highlight() {}

    /** Returns the text as HTML, with the words in {@code <mark>}. */
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
