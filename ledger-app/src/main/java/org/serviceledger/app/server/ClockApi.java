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

/** Tells administrators whether the clock is believed, and takes their word for it. */
@RestController
@RequestMapping("/api/operations/clock")
class ClockApi {

    private static final int CONFLICT = 409;

    private final ClockGuard guard;

    ClockApi(ClockGuard guard) {
        this.guard = guard;
    }

    /** Why it is not believed, if it is not. */
    record Standing(boolean believed, @Nullable String detail) {

        static Standing of(@Nullable ClockDoubt doubt) {
            return new Standing(doubt == null, doubt == null ? null : doubt.line());
        }
    }

    @GetMapping
    Standing standing() {
        return Standing.of(guard.doubt().orElse(null));
    }

    /** 409 if it is still in doubt then. */
    @PostMapping("/confirm")
    ResponseEntity<Standing> confirm(Principal user) {
        var standing = Standing.of(guard.confirm(user.getName()).orElse(null));
        return standing.believed()
                ? ResponseEntity.ok(standing)
                : ResponseEntity.status(CONFLICT).body(standing);
    }
}
