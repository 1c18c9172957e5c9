package org.serviceledger.command.web;

import jakarta.validation.MessageInterpolator;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;

/**
 * Says in the language that is being spoken what is wrong with a value: our own constraints have keys of bundles for
 * messages, with the attributes of the constraint as arguments; the others are known to whoever spoke before.
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
