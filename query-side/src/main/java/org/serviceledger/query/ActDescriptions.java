package org.serviceledger.query;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Families;
import org.serviceledger.api.act.ActField;
import org.serviceledger.api.act.Address;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;

/** Adds the declared acts to the OpenAPI description: path, fields, constraints and labels of each. */
final class ActDescriptions implements OpenApiLocaleCustomizer {

    private static final String JSON = "application/json";

    @Override
    public void customise(OpenAPI api, Locale locale) {
        Language.ofTag(locale.toLanguageTag()).<OpenAPI, RuntimeException>speaking(() -> described(api));
    }

    private static OpenAPI described(OpenAPI api) {
        if (api.getPaths() == null) {
            api.setPaths(new Paths());
        }
        for (var act : DeclaredActs.ALL) {
            if (!act.declaration().special()) {
                var path = path(api, act.template());
                path.operation(PathItem.HttpMethod.valueOf(act.verb()), operation(act));
            }
        }
        for (var family : Families.ALL) {
            if (family.address() != null) {
                path(api, family.address().template() + "/acts").setGet(offer(family));
            }
        }
        return api;
    }

    private static PathItem path(OpenAPI api, String template) {
        return api.getPaths().computeIfAbsent(template, _ -> new PathItem());
    }

    private static Operation operation(DeclaredAct act) {
        var operation = named(act.family(), act.label().said())
                .operationId(act.command().getSimpleName())
                .requestBody(new RequestBody().required(true).content(json(request(act))))
                .responses(answer(act.creates() ? "201" : "200", recorded()));
        return act.creates() ? operation : operation.parameters(variables(act.address()));
    }

    private static Operation offer(Families.Family family) {
        return named(family, Message.of("api.acts-now").said())
                .operationId("acts-" + family.feature())
                .parameters(variables(Objects.requireNonNull(family.address())))
                .responses(answer("200", new ObjectSchema()));
    }

    private static Operation named(Families.Family family, String summary) {
        return new Operation()
                .addTagsItem(Message.of("family." + family.feature()).said())
                .summary(summary);
    }

    private static List<Parameter> variables(Address address) {
        return address.variables().stream()
                .map(name -> new PathParameter()
                        .name(name)
                        .description(Message.of("field." + name).said())
                        .schema(new StringSchema()))
                .toList();
    }

    private static ApiResponses answer(String status, Schema<?> schema) {
        return new ApiResponses()
                .addApiResponse(status, new ApiResponse().description("OK").content(json(schema)));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType(JSON, new MediaType().schema(schema));
    }

    private static Schema<?> recorded() {
        return new ObjectSchema()
                .addProperty("id", new StringSchema())
                .addProperty("position", new IntegerSchema().format("int64"));
    }

    private static Schema<?> request(DeclaredAct act) {
        var by = new ObjectSchema()
                .addProperty("person", new StringSchema())
                .addProperty("onBehalfOf", new StringSchema());
        return object(act.fields()).addProperty("by", by).addProperty("at", new DateTimeSchema());
    }

    private static Schema<?> object(List<ActField> fields) {
        var schema = new ObjectSchema();
        for (var field : fields) {
            schema.addProperty(
                    field.name(), schema(field).description(field.label().said()));
            if (field.required()) {
                schema.addRequiredItem(field.name());
            }
        }
        return schema;
    }

    private static Schema<?> schema(ActField field) {
        return switch (field.kind()) {
            case LINE, TEXT -> new StringSchema().maxLength(field.longest());
            case NUMBER -> new IntegerSchema().minimum(number(field.least())).maximum(number(field.most()));
            case FLAG -> new BooleanSchema();
            case CHOICE -> choice(field);
            case DATE -> new DateSchema();
            case TIME -> new StringSchema().format("time");
            case MOMENT -> new DateTimeSchema();
            case LINES -> new ArraySchema().items(new StringSchema());
            case CHOICES -> new ArraySchema().items(choice(field));
            case PARTS -> object(field.parts());
            case ROWS -> new ArraySchema().items(object(field.parts()));
            case DAYS -> new ObjectSchema().additionalProperties(new StringSchema());
        };
    }

    private static StringSchema choice(ActField field) {
        var schema = new StringSchema();
        field.options().forEach(option -> schema.addEnumItem(option.value()));
        return schema;
    }

    private static @Nullable BigDecimal number(@Nullable Long limit) {
        return limit == null ? null : BigDecimal.valueOf(limit);
    }
}
