package org.serviceledger.app.server;

import java.security.Principal;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.app.data.LogKeyFiles;
import org.serviceledger.store.log.LogKeys;
import org.serviceledger.store.publication.LogKeyMissing;
import org.serviceledger.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rotates the log's key, for administrators. */
@RestController
@RequestMapping("/api/operations/log")
class LogKeysApi {

    private final KeyRotations rotations;
    private final LogKeyFiles files;

    LogKeysApi(KeyRotations rotations, LogKeyFiles files) {
        this.rotations = rotations;
        this.files = files;
    }

    /** The key in force, the log size from which on it signs, and its file. */
    record InForce(String key, long fromSize, String file) {}

    @PostMapping("/rotate-key")
    InForce rotate(@RequestParam(defaultValue = "false") boolean lost, Principal user) {
        var by = new Actor(user.getName(), user.getName(), ActorRole.ADMINISTRATOR, null, null, null, null, null);
        LogKeys.Tenure tenure = lost ? rotations.replaceLost(by) : rotations.rotate(by);
        return new InForce(tenure.key().toString(), tenure.fromSize(), files.place());
    }

    @ExceptionHandler
    ProblemDetail refused(KeyRotationRefused e) {
        return Problem.of(HttpStatus.CONFLICT, "log/key-rotation", e.words());
    }

    @ExceptionHandler
    ProblemDetail unsigned(LogKeyMissing e) {
        return Problem.of(HttpStatus.CONFLICT, "log/no-key", e.why());
    }
}
