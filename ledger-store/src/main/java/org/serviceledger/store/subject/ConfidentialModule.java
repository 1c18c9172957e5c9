package org.serviceledger.store.subject;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.serviceledger.store.subject.Confidential.Disclosed;
import org.serviceledger.store.subject.Confidential.Erased;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes {@link Confidential} values as {@code {"subject":…,"sealed":…}} and reads them back. In the event store's
 * serializer it encrypts before the commitment is computed, so leaves and proofs contain ciphertext only.
 */
public final class ConfidentialModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    private static final String SUBJECT = "subject";
    private static final String SEALED = "sealed";

    public ConfidentialModule(SubjectKeys keys) {
        super("confidential");
        var writer = new Writer(keys);
        addSerializer(Confidential.class, writer);
        addDeserializer(Confidential.class, new Reader(keys));
    }

    private static final class Writer extends StdSerializer<Confidential> {

        private final SubjectKeys keys;

        Writer(SubjectKeys keys) {
            super(Confidential.class);
            this.keys = keys;
        }

        @Override
        public void serialize(Confidential confidential, JsonGenerator json, SerializationContext context) {
            switch (confidential) {
                case Disclosed disclosed -> write(disclosed, json);
                case Erased erased -> throw new SubjectErased(erased.subject());
            }
        }

        private void write(Disclosed disclosed, JsonGenerator json) {
            var sealed = Sealing.seal(
                    keys.toWrite(disclosed.subject()),
                    SubjectKeys.utf8(disclosed.value()),
                    SubjectKeys.utf8(disclosed.subject()));
            json.writeStartObject();
            json.writeStringProperty(SUBJECT, disclosed.subject());
            json.writeStringProperty(SEALED, Base64.getEncoder().encodeToString(sealed));
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Confidential> {

        private final SubjectKeys keys;

        Reader(SubjectKeys keys) {
            super(Confidential.class);
            this.keys = keys;
        }

        @Override
        public Confidential deserialize(JsonParser json, DeserializationContext context) {
            var tree = context.readTree(json);
            var subject = tree.path(SUBJECT).asString();
            var sealed = Base64.getDecoder().decode(tree.path(SEALED).asString());
            return keys.toRead(subject)
                    .<Confidential>map(key -> {
                        try {
                            var clear = Sealing.open(key, sealed, SubjectKeys.utf8(subject));
                            return new Disclosed(subject, new String(clear, StandardCharsets.UTF_8));
                        } catch (AEADBadTagException e) {
                            throw new EventStoreException(
                                    "what is stored of %s was not sealed with its key, or was changed"
                                            .formatted(subject),
                                    e);
                        }
                    })
                    .orElseGet(() -> new Erased(subject));
        }
    }
}
