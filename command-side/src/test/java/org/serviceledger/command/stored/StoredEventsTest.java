package org.serviceledger.command.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.EventTypes;
import org.serviceledger.api.LedgerEvent;
import org.serviceledger.api.imports.Attribute;
import org.serviceledger.store.wire.WireNameSerializer;
import org.serviceledger.store.wire.WireNames;
import org.serviceledger.words.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the stored form of every event. A failure means that existing ledgers can no longer be read. Do not change the
 * line: add an upcaster, and a line for the new form.
 */
class StoredEventsTest {

    private static final WireNameSerializer SERIALIZER =
            new WireNameSerializer(WireNames.of(EventTypes.all(), EventTypes::wireName));

    /** A line of the file of forms: the wire name of an event and its stored JSON. */
    record Form(String wireName, String json) {

        static Form parse(String line) {
            var space = line.indexOf(' ');
            return new Form(line.substring(0, space), line.substring(space + 1));
        }

        LedgerEvent read() {
            return SERIALIZER.deserialize(new SimpleSerializedObject<>(json, String.class, wireName, null));
        }

        @Override
        public String toString() {
            return wireName;
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isReadAndWrittenBackInTheStoredForm(Form form) {
        var stored = SERIALIZER.serialize(form.read(), String.class);

        assertThat(stored.getData()).isEqualTo(form.json());
        assertThat(stored.getType().getName()).isEqualTo(form.wireName());
        assertThat(stored.getType().getRevision()).isNull();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isReadAsEqualEvents(Form form) {
        assertThat(form.read()).isEqualTo(form.read()).isInstanceOf(LedgerEvent.class);
        assertThat(form.read().by().name()).isEqualTo("王芳");
    }

    @Test
    void isPinnedForEveryEventThereIs() {
        assertThat(forms().map(Form::wireName).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.all().stream().map(EventTypes::wireName).toList());
    }

    @Test
    void underAnUnknownNameIsAnErrorAndNotPassedOver() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> new Form("case.forgotten", "{}").read());
    }

    @Test
    void isListedInTheDocumentationWithItsTerm() throws IOException {
        var listed = Files.readAllLines(Path.of("..", "docs", "stored-events.md"));

        assertThat(listed.stream().filter(line -> line.startsWith("| `")))
                .map(line -> List.of(line.split("\\s*\\|\\s*")).subList(1, 3))
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().stream()
                        .map(EventTypes::wireName)
                        .map(name -> List.of("`" + name + "`", EventTypes.term(name, Language.CHINESE)))
                        .toList());
    }

    @Test
    void namesTheMembersOfEveryEnumerationAsEver() {
        var stored = EventTypes.all().stream()
                .flatMap(StoredEventsTest::enums)
                .distinct()
                .map(type -> Stream.concat(
                                Stream.of(type.getSimpleName()),
                                Arrays.stream(type.getEnumConstants()).map(StoredEventsTest::storedName))
                        .collect(Collectors.joining(" ")));

        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(lines("/stored-enums.txt").toList());
    }

    private static String storedName(Object member) {
        return JsonMapper.shared().convertValue(member, String.class);
    }

    private static Stream<Class<?>> enums(Type type) {
        return switch (type) {
            case ParameterizedType parameterized ->
                Arrays.stream(parameterized.getActualTypeArguments()).flatMap(StoredEventsTest::enums);
            case Class<?> of when of.isEnum() -> Stream.of(of);
            case Class<?> of
            when of.isRecord() && of != Attribute.class ->
                Arrays.stream(of.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(StoredEventsTest::enums);
            default -> Stream.of();
        };
    }

    static Stream<Form> forms() {
        return lines("/stored-events.txt").map(Form::parse);
    }

    private static Stream<String> lines(String resource) {
        try (var file = Objects.requireNonNull(StoredEventsTest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
