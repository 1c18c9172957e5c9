package org.serviceledger.store.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Stores each event under its wire name instead of its class name. Reading an unknown stored name throws
 * {@link SerializationException}, because Axon would skip the event.
 */
public final class WireNameSerializer extends Jackson3Serializer {

    private final WireNames names;
    private final Map<Class<?>, SerializedType> types = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ObjectWriter writer;

    public WireNameSerializer(WireNames names) {
        this(names, _ -> {});
    }

    /**
     * @param customizer adds modules or settings to the JSON mapper
     */
    public WireNameSerializer(WireNames names, Jackson3SerializerCustomizer customizer) {
        super(builder().jsonMapperBuilderCustomizer(customizer));
        this.names = names;
        this.writer = getObjectMapper().writer();
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") @Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        return types.computeIfAbsent(type, this::storedType);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        var known = names.classOf(type.getName());
        if (known.isPresent()) {
            return known.get();
        }
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        throw new SerializationException("no event is known under the stored name " + type.getName()
                + (type.getRevision() == null ? "" : " (revision " + type.getRevision() + ")"));
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    @Override
    protected ObjectWriter getWriter() {
        return writer;
    }

    private SerializedType storedType(Class<?> type) {
        if (type == MetaData.class || type == UnknownSerializedType.class) {
            return new SimpleSerializedType(type.getName(), null);
        }
        var name = names.nameOf(type)
                .orElseThrow(
                        () -> new SerializationException(type.getName() + " has no wire name and cannot be stored"));
        RevisionResolver revisions = getRevisionResolver();
        return new SimpleSerializedType(name, revisions.revisionOf(type));
    }
}
