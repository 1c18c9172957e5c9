package org.serviceledger.app.server;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.clock.ClockDoubt;
import org.serviceledger.store.clock.ClockGuard;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators whether the server trusts its clock, and accepts their confirmation. */
@RestController
@RequestMapping("/api/operations/clock")
class ClockApi {

    private static final int CONFLICT = 409;

    private final ClockGuard guard;

    ClockApi(ClockGuard guard) {
        this.guard = guard;
    }

    /** Whether the clock is trusted, and if not, why. */
    record Standing(boolean believed, @Nullable String detail) {

        static Standing of(@Nullable ClockDoubt doubt) {
            return new Standing(doubt == null, doubt == null ? null : doubt.line());
        }
    }

    @GetMapping
    Standing standing() {
        return Standing.of(guard.doubt().orElse(null));
    }

    /** Answers 409 if the clock is still in doubt after the confirmation. */
    @PostMapping("/confirm")
    ResponseEntity<Standing> confirm(Principal user) {
        var standing = Standing.of(guard.confirm(user.getName()).orElse(null));
        return standing.believed()
                ? ResponseEntity.ok(standing)
                : ResponseEntity.status(CONFLICT).body(standing);
    }
}
