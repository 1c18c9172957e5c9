package org.serviceledger.command.web;

import java.util.Map;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.Address;
import org.serviceledger.api.act.DeclaredAct;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;

/** Takes the requests for one act. {@link ActRoutes} maps it to the act's path. */
final class ActEndpoint {

    private final DeclaredAct act;
    private final RecordReader reader;
    private final CommandSender sender;

    ActEndpoint(DeclaredAct act, RecordReader reader, CommandSender sender) {
        this.act = act;
        this.reader = reader;
        this.sender = sender;
    }

    DeclaredAct act() {
        return act;
    }

    ResponseEntity<Recorded> take(
            @PathVariable Map<String, String> variables,
            @RequestBody ActBody body,
            @AuthenticationPrincipal SignedIn user) {
        var id = act.creates() ? null : id(act.address(), variables);
        var asked = reader.read(id, variables, body);
        var recorded = sender.record(user, asked, asked::command);
        return ResponseEntity.status(act.creates() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(recorded);
    }

    /**
     * Returns the id of the stream that a path names.
     *
     * @throws RequestRefused if a variable of the path is malformed
     */
    static Object id(Address address, Map<String, String> variables) {
        try {
            return address.id().apply(variables);
        } catch (Address.MalformedVariable e) {
            throw RequestRefused.ofField(e.variable(), e.words());
        }
    }
}
