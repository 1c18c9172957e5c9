package org.serviceledger.app.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths that programs request. Errors there are RFC 9457 problems; elsewhere they are pages. */
final class ProgramPaths {

    private static final Pattern ROOTS =
            Pattern.compile("/+(?:api|actuator|v3|tile|checkpoint|vkeys?)(?![A-Za-z0-9_-]).*", Pattern.DOTALL);

    private ProgramPaths() {}

    /** Whether a program requests this path. An unparseable path counts as one, since no browser sends it. */
    static boolean contain(@Nullable String path) {
        return path == null || path.isEmpty() || ROOTS.matcher(path).matches();
    }
}
