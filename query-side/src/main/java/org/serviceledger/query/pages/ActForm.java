package org.serviceledger.query.pages;

import java.util.List;
import java.util.Map;
import org.serviceledger.api.act.DeclaredAct;

/**
 * The form of an act, derived from its declaration.
 *
 * @param address where the form is sent
 */
record ActForm(DeclaredAct act, String address, List<FormField> fields) {

    /**
     * Returns the form of an act.
     *
     * @param variables the values of the variables of the path; empty for an act that creates a record
     */
    static ActForm of(DeclaredAct act, Map<String, String> variables, Suggestions suggested) {
        return new ActForm(
                act,
                act.path(variables),
                act.fields().stream()
                        .map(field -> FormField.of(act.name(), field, suggested))
                        .toList());
    }

    public String name() {
        return act.name();
    }

    public String label() {
        return act.label().said();
    }

    public String method() {
        return act.verb();
    }
}
