package org.serviceledger.words;

/**
 * Data that the bundles have a message for. A record that implements this is rendered by the message of its name; it
 * overrides {@link #message} if the message needs arguments beyond its components.
 */
public interface Sentence {

    /** Returns the message. Only records may leave this to the default. */
    default Message message() {
        return Message.of((Record) this);
    }

    /** Returns the message as one line in the {@linkplain Language#current() current language}. */
    default String line() {
        return line(Language.current());
    }

    /** Returns the message as one line in the given language. */
    default String line(Language language) {
        return message().in(language);
    }
}
