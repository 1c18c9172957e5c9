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

/** Says what the API is for in the language of whoever reads its description; its annotations hold the keys of the words. */
final class SpokenDescriptions implements OpenApiLocaleCustomizer {

    /** The description is kept for each locale, so it is said in that one's language. */
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

    /** What is no key stands for itself: names of controllers, and what springdoc says of its own accord. */
    private static @Nullable String said(@Nullable String key, Language language) {
        return key != null && Words.in(language).has(key) ? Message.of(key).in(language) : key;
    }
}
