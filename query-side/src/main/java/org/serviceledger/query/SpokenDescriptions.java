package org.serviceledger.query;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;

/**
 * Translates the OpenAPI description into the reader's language. The annotations of the controllers hold message keys
 * in place of texts.
 */
final class SpokenDescriptions implements OpenApiLocaleCustomizer {

    /** Uses the language of {@code locale}, because springdoc caches one description for each locale. */
    @Override
    public void customise(OpenAPI api, Locale locale) {
        var language = Language.ofTag(locale.toLanguageTag());
        api.info(new Info()
                .title(Message.of("api.title").in(language))
                .description(Message.of("api.description").in(language))
                .version("v1"));
        for (var tag : Objects.requireNonNullElse(api.getTags(), List.<Tag>of())) {
            tag.setName(said(tag.getName(), language));
        }
        Objects.requireNonNullElseGet(api.getPaths(), Paths::new).values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> say(operation, language));
    }

    private static void say(Operation operation, Language language) {
        operation.setSummary(said(operation.getSummary(), language));
        operation.setDescription(said(operation.getDescription(), language));
        operation.setTags(Objects.requireNonNullElse(operation.getTags(), List.<String>of()).stream()
                .map(tag -> said(tag, language))
                .toList());
        for (var answer : Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new)
                .values()) {
            answer.setDescription(said(answer.getDescription(), language));
        }
    }

    /** Returns the key itself if no bundle has it: names of controllers, and texts that springdoc adds. */
    private static @Nullable String said(@Nullable String key, Language language) {
        return key != null && Words.in(language).has(key) ? Message.of(key).in(language) : key;
    }
}
