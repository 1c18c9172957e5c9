package org.serviceledger.command.web;

import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.serviceledger.api.Families;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.api.act.Offers;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Maps every declared act to its path, and the offer of acts of every family to {@code …/acts}. */
final class ActRoutes implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping mapping;
    private final JsonMapper json;
    private final Validator validator;
    private final CommandSender sender;
    private final Offers offers;

    ActRoutes(
            RequestMappingHandlerMapping mapping,
            JsonMapper json,
            Validator validator,
            CommandSender sender,
            Offers offers) {
        this.mapping = mapping;
        this.json = json;
        this.validator = validator;
        this.sender = sender;
        this.offers = offers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeclaredActs.ALL.stream().filter(act -> !act.declaration().special()).forEach(this::map);
        for (var family : Families.ALL) {
            var address = family.address();
            if (address != null) {
                map(
                        address.template() + "/acts",
                        RequestMethod.GET,
                        new OfferEndpoint(family, address, offers),
                        method(OfferEndpoint.class, "acts"));
            }
        }
    }

    private void map(DeclaredAct act) {
        map(
                act.template(),
                RequestMethod.valueOf(act.verb()),
                new ActEndpoint(act, new RecordReader(act, json, validator), sender),
                method(ActEndpoint.class, "take"));
    }

    private void map(String path, RequestMethod verb, Object endpoint, Method method) {
        var route = RequestMappingInfo.paths(path)
                .methods(verb)
                .produces(MediaType.APPLICATION_JSON_VALUE)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(route, endpoint, method);
    }

    private static Method method(Class<?> endpoint, String name) {
        return Arrays.stream(endpoint.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
