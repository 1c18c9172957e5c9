package org.serviceledger.projection;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.EventTypes;
import org.serviceledger.projection.engine.Document;
import org.serviceledger.projection.engine.ReadModel;

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

    @ParameterizedTest
    @MethodSource("models")
    void mapsEveryComponentOfItsDocument(ReadModel<?> model) throws Exception {
        try (var mapping = getClass().getResourceAsStream("/elasticsearch/" + model.name() + ".json")) {
            var properties = DocumentClient.json().readTree(mapping).get("properties");
            assertThat(properties.propertyNames())
                    .containsAll(Arrays.stream(model.documentType().getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
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
