package org.serviceledger.command.web;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.PlausibleTime;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of the requests for one act straight into the components of its command. The declaration of the command says which
 * fields there are, which must be given and what they may hold. The first fault of form ends the reading; all other
 * faults are reported together.
 */
final class RecordReader {

    /** What every request for an act may hold besides the fields of the act. */
    record WhoAndWhen(
            @Nullable By by, @PlausibleTime @Nullable Instant at) {}

    private static final Components.Shape REQUEST = Components.Shape.of(WhoAndWhen.class);

    private final DeclaredAct act;
    private final Components.Shape shape;
    private final JsonMapper json;
    private final Validator validator;

    RecordReader(DeclaredAct act, JsonMapper json, Validator validator) {
        this.act = act;
        this.shape = Components.Shape.of(act);
        this.json = json;
        this.validator = validator;
    }

    /**
     * Reads a request.
     *
     * @param id the id of the stream, or null if the body holds it
     * @param variables the variables of the path
     * @throws RequestRefused if anything is wrong with the body or the path
     */
    Asked read(@Nullable Object id, Map<String, String> variables, ActBody body) {
        var faults = new ReadFaults();
        var command = new Components(shape);
        var request = new Components(REQUEST);
        var reading = new RecordReading(json, validator, faults);
        try (var parser = json.createParser(body.json())) {
            mustBeginAnObject(parser);
            reading.read(parser, "", command, request);
            if (parser.nextToken() != null) {
                throw RequestRefused.ofField("body", Message.of("fault.json.syntax"));
            }
        } catch (JacksonException e) {
            throw RequestRefused.ofFault(JsonFaults.of("", e));
        }
        if (id != null) {
            command.set(0, id);
        }
        act.address().variables().forEach(name -> reading.fill(command, name, variables.get(name)));
        reading.complete("", command);
        reading.complete("", request);
        faults.throwIfAny();
        return new Asked(act, command, (By) request.value(0), (Instant) request.value(1));
    }

    private static void mustBeginAnObject(JsonParser parser) {
        var first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw RequestRefused.ofField("body", Message.of("fault.body"));
        }
        RecordReading.mustBeAnObject(parser, "body");
    }
}
