package org.serviceledger.app.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses that programs read: what goes wrong there is told as an RFC 9457 problem, elsewhere on a page. */
final class ProgramPaths {

    private static final Pattern ROOTS =
            Pattern.compile("/+(?:api|actuator|v3|tile|checkpoint|vkeys?)(?![A-Za-z0-9_-]).*", Pattern.DOTALL);

    private ProgramPaths() {}

    /** An address too broken to be read counts as a program's: no browser sends one. */
    static boolean contain(@Nullable String path) {
        return path == null || path.isEmpty() || ROOTS.matcher(path).matches();
    }
}
