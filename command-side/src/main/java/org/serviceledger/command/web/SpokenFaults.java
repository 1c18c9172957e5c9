package org.serviceledger.command.web;

import jakarta.validation.MessageInterpolator;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;

/**
 * Renders constraint violations in the {@linkplain Language#current() current language}. The project's own constraints
 * use bundle keys as messages and pass the constraint's attributes as arguments. The default interpolator handles all
 * other messages.
 */
final class SpokenFaults implements MessageInterpolator {

    private final MessageInterpolator others;

    SpokenFaults(MessageInterpolator others) {
        this.others = others;
    }

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, Language.current().locale());
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        var language = Language.ofTag(locale.toLanguageTag());
        if (!Words.in(language).has(template)) {
            return others.interpolate(template, context, language.locale());
        }
        var attributes = new HashMap<String, @Nullable Object>(
                context.getConstraintDescriptor().getAttributes());
        return new Message(template, attributes).in(language);
    }
}
