package org.serviceledger.app.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as {@code /v3/api-docs} describes it, and generated requests for it. */
final class ApiDescription {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 6;

    /** Operations that last long or must not happen in a shared server. Other tests cover them. */
    private static final List<String> LEFT_ALONE = List.of("/api/operations/log/rotate-key", "/rebuild");

    private final JsonNode document;
    private final Map<String, List<String>> known;

    /** @param known existing values, by the name of the parameter or field they fit */
    ApiDescription(JsonNode document, Map<String, List<String>> known) {
        this.document = document;
        this.known = known;
    }

    /** One method of one path. */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable JsonNode body) {}

    record Parameter(String name, String in, JsonNode schema) {}

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (LEFT_ALONE.stream().noneMatch(path.getKey()::endsWith)) {
                        operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
                    }
                }));
        return operations;
    }

    private static Operation operation(String path, String method, JsonNode described) {
        var parameters = new ArrayList<Parameter>();
        for (var parameter : described.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asString(), parameter.path("in").asString(), parameter.path("schema")));
        }
        var body = described
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, body.isMissingNode() ? null : body);
    }

    /** Generates a value that is valid by the schema. */
    JsonNode value(String name, JsonNode schema, RandomGenerator random, int depth) {
        var ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            return value(name, document.at(ref.substring(1)), random, depth);
        }
        if (schema.has("enum")) {
            var values = schema.path("enum");
            return values.get(random.nextInt(values.size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, random, depth);
            case "array" -> {
                var array = JSON.createArrayNode();
                for (int i = random.nextInt(3); i > 0 && depth < DEEPEST; i--) {
                    array.add(value(name, schema.path("items"), random, depth + 1));
                }
                yield array;
            }
            case "integer", "number" ->
                JSON.getNodeFactory().numberNode(schema.path("minimum").asInt(1) + random.nextInt(5));
            case "boolean" -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            default -> JSON.getNodeFactory().stringNode(text(name, schema, random));
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("string");
    }

    private JsonNode object(JsonNode schema, RandomGenerator random, int depth) {
        var object = JSON.createObjectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(property -> {
            var wanted = required.contains(property.getKey()) || random.nextInt(10) < 6;
            if (wanted && depth < DEEPEST && !property.getKey().equals("at")) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), random, depth + 1));
            }
        });
        return object;
    }

    private String text(String name, JsonNode schema, RandomGenerator random) {
        var values = known.get(name);
        if (values != null) {
            return values.get(random.nextInt(values.size()));
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-11-%02d".formatted(1 + random.nextInt(28));
            case "date-time" -> "2026-11-%02dT09:30:00+08:00".formatted(1 + random.nextInt(27));
            default -> schema.has("pattern") ? "1" + random.nextInt(10_000, 99_999) : "文字" + random.nextInt(100);
        };
    }
}
