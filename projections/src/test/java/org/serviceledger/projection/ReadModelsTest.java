package org.serviceledger.projection;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.EventTypes;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.engine.ReadModel;
import tools.jackson.databind.JsonNode;

/** Checks each read model without any server. */
class ReadModelsTest {

    static List<ReadModel<?>> models() {
        return ReadModels.all(SampleLedger.CODES);
    }

    @Test
    void theSampleLedgerHasEveryKindOfEvent() {
        assertThat(SampleLedger.everything().stream().map(Object::getClass).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(EventTypes.all());
    }

    /** Compares nested records too, except where the mapping says that Elasticsearch does not look inside. */
    @ParameterizedTest
    @MethodSource("models")
    void mapsTheFieldsOfItsDocumentAndNoOthers(ReadModel<?> model) {
        var mapping = mapping(model);

        assertThat(mapped(mapping.path("properties"), ""))
                .containsExactlyInAnyOrderElementsOf(declared(model.documentType(), mapping, ""));
    }

    /** The source holds what the record can be read from; terms for search are computed from it again. */
    @ParameterizedTest
    @MethodSource("models")
    void keepsAllButTheComputedFieldsInTheSource(ReadModel<?> model) {
        var excluded =
                mapping(model).path("_source").path("excludes").valueStream().map(JsonNode::asString);

        assertThat(excluded).containsExactlyInAnyOrderElementsOf(computed(model.documentType()));
    }

    private static JsonNode mapping(ReadModel<?> model) {
        return DocumentClient.json()
                .readTree(ReadModelsTest.class.getResourceAsStream("/elasticsearch/" + model.name() + ".json"));
    }

    private static List<String> mapped(JsonNode properties, String prefix) {
        return properties
                .propertyStream()
                .flatMap(field -> Stream.concat(
                        Stream.of(prefix + field.getKey()),
                        mapped(field.getValue().path("properties"), prefix + field.getKey() + ".").stream()))
                .toList();
    }

    private static List<String> declared(Class<?> type, JsonNode mapping, String prefix) {
        var fields = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            fields.add(prefix + component.getName());
            var inside = mapping.path("properties").path(component.getName());
            var element = element(component.getGenericType());
            if (isObject(element) && inside.path("enabled").asBoolean(true)) {
                fields.addAll(declared(element, inside, prefix + component.getName() + "."));
            }
        }
        computed(type).forEach(name -> fields.add(prefix + name));
        return fields;
    }

    private static List<String> computed(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .map(Method::getName)
                .toList();
    }

    /** Returns the type of the values of a field, which may be one value or a list. */
    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }

    private static boolean isObject(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getDeclaredMethods())
                        .noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    /** Without this property, the engine could not tell skipped events from events that concern no document. */
    @ParameterizedTest
    @MethodSource("models")
    void theTypeOfAnEventDecidesWhetherItConcernsADocument(ReadModel<?> model) {
        var families = model.families();
        for (var event : SampleLedger.recorded(SampleLedger.everything())) {
            var type = event.payload().getClass();
            var concerns = families.stream().anyMatch(family -> family.isAssignableFrom(type))
                    && model.documentId(event) != null;
            assertThat(model.eventNames().contains(EventTypes.wireName(type)))
                    .as(type.getSimpleName())
                    .isEqualTo(concerns);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void comesBackFromJsonAsItWas(ReadModel<?> model) {
        assertSurvivesJson(model);
    }

    private static <D extends Document> void assertSurvivesJson(ReadModel<D> model) {
        var documents = InMemoryDocuments.of(model, SampleLedger.recorded(SampleLedger.everything()));
        assertThat(documents).isNotEmpty();
        for (var document : documents.values()) {
            var json = DocumentClient.json().writeValueAsString(document);
            assertThat(DocumentClient.json().readValue(json, model.documentType()))
                    .isEqualTo(document);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void tellsNobodysPapersAndCodes(ReadModel<?> model) {
        var documents = InMemoryDocuments.of(model, SampleLedger.recorded(SampleLedger.everything()));

        assertThat(DocumentClient.json().writeValueAsString(documents))
                .doesNotContain("320623198001010011")
                .doesNotContain("13800000000")
                .doesNotContain("8F3K2M");
    }
}
