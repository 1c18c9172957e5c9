package org.serviceledger.query.pages;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.RememberedChoice;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells templates how the sender of the request wants pages to look. The server decides it, so that nothing flashes. */
@Component("appearance")
class ChosenAppearance {

    public List<Appearance> colours() {
        return List.of(Appearance.SYSTEM, Appearance.LIGHT, Appearance.DARK);
    }

    public List<Appearance> sizes() {
        return List.of(Appearance.STANDARD, Appearance.LARGE);
    }

    public boolean isChosen(Appearance choice) {
        return choice == chosen(Appearance.SYSTEM) || choice == chosen(Appearance.STANDARD);
    }

    /** The value of the {@code data-text} attribute of the page; null for text of the standard size. */
    public @Nullable String textSize() {
        return isChosen(Appearance.LARGE) ? Appearance.LARGE.tag() : null;
    }

    /** The media for which the dark colours hold; null if they never do. Paper is always white. */
    public @Nullable String darkMedia() {
        if (isChosen(Appearance.DARK)) {
            return "screen";
        }
        return isChosen(Appearance.LIGHT) ? null : "screen and (prefers-color-scheme: dark)";
    }

    private static Appearance chosen(Appearance unasked) {
        return remembered(unasked.cookie())
                .flatMap(tag -> Appearance.tagged(tag).stream())
                .filter(choice -> choice.cookie().equals(unasked.cookie()))
                .findFirst()
                .orElse(unasked);
    }

    private static Stream<String> remembered(String cookie) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? RememberedChoice.of(attributes.getRequest(), cookie)
                : Stream.of();
    }
}
