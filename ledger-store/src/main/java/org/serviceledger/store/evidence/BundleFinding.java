package org.serviceledger.store.evidence;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/**
 * What is wrong with a bundle.
 *
 * @param file in which of its files; null for the bundle itself
 */
public record BundleFinding(@Nullable String file, Message what) {

    /** One line in a language of the caller's choice. */
    public String line(Language language) {
        return Message.of("bundle.finding", "file", file, "what", TerminalLines.one(what.in(language)))
                .in(language);
    }

    /** One line in the language that is being spoken. */
    @Override
    public String toString() {
        return line(Language.current());
    }
}
