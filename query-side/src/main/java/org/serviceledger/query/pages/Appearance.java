package org.serviceledger.query.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.serviceledger.words.Term;

/** How a visitor wants pages to look. Colours and size of text are chosen apart from each other. */
enum Appearance implements Term {
    SYSTEM("LEDGER_COLOURS"),
    LIGHT("LEDGER_COLOURS"),
    DARK("LEDGER_COLOURS"),
    STANDARD("LEDGER_TEXT"),
    LARGE("LEDGER_TEXT");

    private final String cookie;

    Appearance(String cookie) {
        this.cookie = cookie;
    }

    /** The name of the cookie that remembers this choice. Choices with the same cookie replace each other. */
    String cookie() {
        return cookie;
    }

    /** The name of this choice in addresses and cookies. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Appearance> tagged(String tag) {
        return Arrays.stream(values())
                .filter(choice -> choice.tag().equals(tag))
                .findFirst();
    }
}
