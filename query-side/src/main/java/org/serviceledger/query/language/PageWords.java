package org.serviceledger.query.language;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import org.springframework.context.support.AbstractMessageSource;

/** Resolves {@code #{key('name', value, …)}} in a template from the bundles, in the language of the request. */
final class PageWords extends AbstractMessageSource {

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] namesAndValues, @Nullable Locale locale) {
        var words = Words.in(Language.current());
        return code == null || !words.has(code)
                ? null
                : words.say(Message.of(code, namesAndValues == null ? new Object[0] : namesAndValues));
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }
}
