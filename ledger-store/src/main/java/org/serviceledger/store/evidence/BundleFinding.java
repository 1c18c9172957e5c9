package org.serviceledger.store.evidence;

import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/**
 * A problem that the check found in a bundle.
 *
 * @param file the affected file; null for the bundle as a whole
 * @param what the problem
 */
public record BundleFinding(@Nullable String file, Message what) {

    /** Returns the finding as one line in the given language. */
    public String line(Language language) {
        return Message.of("bundle.finding", "file", file, "what", TerminalLines.one(what.in(language)))
                .in(language);
    }

    /** Returns the finding as one line in {@link Language#current()}. */
    @Override
    public String toString() {
        return line(Language.current());
    }
}
