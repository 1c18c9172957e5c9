package org.serviceledger.words;

import java.util.List;
import java.util.Locale;

/**
 * A language the program speaks. Whoever answers a reader binds the reader's language with {@link #speaking}; within it,
 * {@link #current()} is that language on the same thread.
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

    /** As {@code Content-Language} and {@code lang} write it. */
    public String tag() {
        return tag;
    }

    /** As the names of bundles end. */
    String suffix() {
        return suffix;
    }

    /** The language bound by the nearest {@link #speaking} around the caller; Chinese where there is none. */
    public static Language current() {
        return SPOKEN.isBound() ? SPOKEN.get() : CHINESE;
    }

    /**
     * The language of a tag, by its first subtag; Chinese for every tag that names neither.
     *
     * @param tag such as {@code en-GB}
     */
    public static Language ofTag(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_.]", 2)[0].equals("en") ? ENGLISH : CHINESE;
    }

    /**
     * The language somebody accepts most.
     *
     * @param accepted an {@code Accept-Language} header; Chinese is taken where it names neither language, or is malformed
     */
    public static Language accepted(String accepted) {
        try {
            var tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of("zh", "en"));
            return tag == null ? CHINESE : ofTag(tag);
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
    }

    /** Work that answers or throws. */
    @FunctionalInterface
    public interface Speech<R, X extends Throwable> extends ScopedValue.CallableOp<R, X> {}

    /** Runs {@code speech} with this language as the {@link #current} one. */
    public <R, X extends Throwable> R speaking(Speech<R, X> speech) throws X {
        return ScopedValue.where(SPOKEN, this).call(speech);
    }
}
