package org.serviceledger.query.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of the page being shown, with something about it changed: filters live in addresses, so they can be sent on. */
@Component("addresses")
class Addresses {

    /** With the parameter set, or without it. */
    public String with(String parameter, @Nullable Object value) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(-1);
        return (value == null ? address.replaceQueryParam(parameter) : address.replaceQueryParam(parameter, "{value}"))
                .encode()
                .buildAndExpand(value == null ? new Object[0] : new Object[] {value})
                .toUriString();
    }

    public String without(String parameter) {
        return with(parameter, null);
    }
}
