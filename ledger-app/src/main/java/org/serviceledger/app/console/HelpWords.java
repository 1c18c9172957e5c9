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

/** The words of the bundle {@code console} in one language, as picocli asks for them. */
final class HelpWords extends ResourceBundle {

    private static final String OWN = "console.";

    /** Under these names picocli looks for what it says by itself. */
    private static final Map<String, String> STANDARD = Map.of(
            "usage.synopsisHeading", "console.usage",
            "usage.synopsisSubcommandLabel", "console.label.command",
            "usage.commandListHeading", "console.commands",
            "mixinStandardHelpOptions.help", "console.option.help",
            "mixinStandardHelpOptions.version", "console.option.version");

    /** Picocli puts the default of an option in the place of its own variable. */
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
