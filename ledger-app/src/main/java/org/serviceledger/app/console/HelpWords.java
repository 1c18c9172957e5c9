package org.serviceledger.app.console;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;

/** Messages of the bundle {@code console} in one language, under the keys that picocli requests. */
final class HelpWords extends ResourceBundle {

    private static final String OWN = "console.";

    /** Picocli's keys for its own texts, and the messages to use for them. */
    private static final Map<String, String> STANDARD = Map.of(
            "usage.synopsisHeading", "console.usage",
            "usage.synopsisSubcommandLabel", "console.label.command",
            "usage.commandListHeading", "console.commands",
            "mixinStandardHelpOptions.help", "console.option.help",
            "mixinStandardHelpOptions.version", "console.option.version");

    /**
     * The argument {@code default} becomes a picocli variable, which picocli replaces with the option's default value.
     */
    private static final Map<String, @Nullable Object> VARIABLES = Map.of("default", "${DEFAULT-VALUE}");

    private final Map<String, String> keys = new HashMap<>(STANDARD);
    private final Words words;

    HelpWords(Language language) {
        words = Words.in(language);
        words.keys().stream().filter(key -> key.startsWith(OWN)).forEach(key -> keys.put(key, key));
    }

    @Override
    protected @Nullable Object handleGetObject(String name) {
        var key = keys.get(name);
        return key == null ? null : words.say(new Message(key, VARIABLES));
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(keys.keySet());
    }
}
