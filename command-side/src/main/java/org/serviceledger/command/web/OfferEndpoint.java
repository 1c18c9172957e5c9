package org.serviceledger.command.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.Families.Family;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.act.ActField;
import org.serviceledger.api.act.Address;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.Offers;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Answers what the user may do now with a record of one family. {@link ActRoutes} maps it to {@code …/acts}. */
final class OfferEndpoint {

    private final Family family;
    private final Address address;
    private final Offers offers;

    OfferEndpoint(Family family, Address address, Offers offers) {
        this.family = family;
        this.address = address;
        this.offers = offers;
    }

    @ResponseBody
    Offer acts(@PathVariable Map<String, String> variables, @AuthenticationPrincipal SignedIn user) {
        var stream = ActEndpoint.id(address, variables).toString();
        var acts = offers.now(user, family, stream).stream()
                .map(act -> OfferedAct.of(act, variables))
                .toList();
        return new Offer(stream, acts);
    }

    /**
     * What a user may do now with a record.
     *
     * @param id id of the record
     * @param acts in the usual order
     */
    record Offer(String id, List<OfferedAct> acts) {}

    /**
     * An act with the fields of its request.
     *
     * @param act the last segment of the path, or {@code create} or {@code replace}
     */
    record OfferedAct(String act, String label, String method, String path, List<Field> fields) {

        private static OfferedAct of(DeclaredAct act, Map<String, String> variables) {
            return new OfferedAct(
                    act.name(),
                    act.label().said(),
                    act.verb(),
                    act.path(variables),
                    act.fields().stream().map(Field::of).toList());
        }
    }

    /**
     * A field of a request.
     *
     * @param kind how a form asks for the value
     * @param longest greatest length of a text
     * @param options the values to choose from
     * @param parts the fields of the object, or of each object of a list
     * @param fallback the value, as JSON, if the field is left out
     */
    record Field(
            String name,
            String label,
            ActField.Kind kind,
            boolean required,
            @Nullable Integer longest,
            @Nullable Long least,
            @Nullable Long most,
            List<Option> options,
            List<Field> parts,
            @Nullable String fallback) {

        private static Field of(ActField field) {
            return new Field(
                    field.name(),
                    field.label().said(),
                    field.kind(),
                    field.required(),
                    field.longest(),
                    field.least(),
                    field.most(),
                    field.options().stream().map(Option::of).toList(),
                    field.parts().stream().map(Field::of).toList(),
                    field.fallback().orElse(null));
        }
    }

    /** A value to choose from. */
    record Option(String value, String label) {

        private static Option of(ActField.Option option) {
            return new Option(option.value(), option.term().term());
        }
    }
}
