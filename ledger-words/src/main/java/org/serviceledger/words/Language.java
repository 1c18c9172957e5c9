package org.serviceledger.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A language of the user interface. The code that serves a request binds the client's language with {@link #speaking}.
 * Inside that call, {@link #current()} returns it on the same thread only: a {@link ScopedValue} is not inherited by
 * threads that the call starts on its own.
 */
public enum Language {
    CHINESE(Locale.of("zh", "CN"), "zh-CN", "zh_CN"),
    ENGLISH(Locale.ENGLISH, "en", "en");

    private static final ScopedValue<Language> SPOKEN = ScopedValue.newInstance();

    private final Locale locale;
    private final String tag;
    private final String suffix;

    Language(Locale locale, String tag, String suffix) {
        this.locale = locale;
        this.tag = tag;
        this.suffix = suffix;
    }

    public Locale locale() {
        return locale;
    }

    /** Returns the BCP 47 tag, as used in {@code Content-Language} and in the HTML attribute {@code lang}. */
    public String tag() {
        return tag;
    }

    /** Returns the suffix of bundle file names. */
    String suffix() {
        return suffix;
    }

    /** Returns the language bound by the innermost enclosing {@link #speaking} call, or Chinese if there is none. */
    public static Language current() {
        return SPOKEN.isBound() ? SPOKEN.get() : CHINESE;
    }

    /** Returns the language with exactly this {@link #tag}. */
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /**
     * Returns the language of a tag, decided by its first subtag. Every tag other than English yields Chinese.
     *
     * @param tag for example {@code en-GB}
     */
    public static Language ofTag(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_.]", 2)[0].equals("en") ? ENGLISH : CHINESE;
    }

    /**
     * Returns the supported language that the client prefers. Chinese is the default if the header names neither
     * language or is malformed.
     *
     * @param accepted the value of an {@code Accept-Language} header; null if the request has none
     */
    public static Language accepted(@Nullable String accepted) {
        if (accepted == null) {
            return CHINESE;
        }
        try {
            var tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of("zh", "en"));
            return tag == null ? CHINESE : ofTag(tag);
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
    }

    /** Work that returns a result or throws. */
    @FunctionalInterface
    public interface Speech<R, X extends Throwable> extends ScopedValue.CallableOp<R, X> {}

    /** Runs {@code speech} with this language bound as the {@link #current} one. */
    public <R, X extends Throwable> R speaking(Speech<R, X> speech) throws X {
        return ScopedValue.where(SPOKEN, this).call(speech);
    }
}
