package org.serviceledger.app.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceledger.words.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Determines a command's language: the value of {@code --lang}, or else the terminal's locale. */
final class CommandLanguage implements ITypeConverter<Language> {

    private static final String OPTION = "--lang";

    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    /** Determines the language before the arguments are parsed, since parse errors are printed in it too. */
    static Language of(Map<String, String> environment, String... arguments) {
        return named(arguments).orElseGet(() -> ofTerminal(environment));
    }

    /**
     * Declares the option so that picocli validates it and {@code --help} lists it. {@link #of} has read its value
     * before.
     */
    static OptionSpec option() {
        return OptionSpec.builder(OPTION)
                .paramLabel("zh-CN|en")
                .descriptionKey("console.option.lang")
                .type(Language.class)
                .converters(new CommandLanguage())
                .scopeType(ScopeType.INHERIT)
                .build();
    }

    private static Optional<Language> named(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return ofTag(arguments[i].substring(OPTION.length() + 1));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return ofTag(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static Language ofTerminal(Map<String, String> environment) {
        return VARIABLES.stream()
                .flatMap(name -> Stream.ofNullable(environment.get(name)))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(Language::ofTag)
                .orElse(Language.CHINESE);
    }

    private static Optional<Language> ofTag(String tag) {
        return Language.tagged(Locale.forLanguageTag(tag).toLanguageTag());
    }

    @Override
    public Language convert(String tag) {
        return ofTag(tag).orElseThrow(() -> new TypeConversionException(tag));
    }
}
