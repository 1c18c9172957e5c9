package org.serviceledger.app.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tells requests of programs, whose errors are RFC 9457 problems, from those of people, whose errors are pages. */
final class Programs {

    private static final Pattern ROOTS =
            Pattern.compile("/+(?:api|actuator|v3|tile|checkpoint|vkeys?)(?![A-Za-z0-9_-]).*", Pattern.DOTALL);
    private static final MediaType ANY_JSON = MediaType.parseMediaType("application/*+json");

    private Programs() {}

    /**
     * Returns whether a program asks: for a path of the API, or elsewhere for JSON and not for HTML. An unparseable
     * path counts as a program's, since no browser sends it.
     */
    static boolean ask(@Nullable String path, @Nullable String accept) {
        return askFor(path) || acceptJson(accept);
    }

    /** Returns whether only programs ask for this path. */
    static boolean askFor(@Nullable String path) {
        return path == null || path.isEmpty() || ROOTS.matcher(path).matches();
    }

    private static boolean acceptJson(@Nullable String accept) {
        try {
            var accepted = MediaType.parseMediaTypes(accept);
            return accepted.stream().anyMatch(Programs::isJson)
                    && accepted.stream().noneMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static boolean isJson(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) || (type.isConcrete() && ANY_JSON.includes(type));
    }
}
