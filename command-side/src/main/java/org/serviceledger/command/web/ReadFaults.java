package org.serviceledger.command.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.serviceledger.web.FieldFault;
import org.serviceledger.words.Message;

/** Collects the faults of a request, so that the response names all of them. */
final class ReadFaults {

    private final List<FieldFault> faults = new ArrayList<>();

    void add(String field, Message fault) {
        faults.add(FieldFault.of(field, fault));
    }

    /** Adds the violations of a record's components. Components without a value have their own fault. */
    void add(String place, Components record, Set<? extends ConstraintViolation<?>> violations) {
        for (var violation : violations) {
            var path = violation.getPropertyPath();
            if (record.value(position(path)) != null) {
                faults.add(new FieldFault(within(place, written(path)), violation.getMessage()));
            }
        }
    }

    /** Whether the field, or anything in it, has a fault. */
    boolean has(String field) {
        return faults.stream()
                .map(FieldFault::field)
                .anyMatch(one -> one.equals(field) || one.startsWith(field + ".") || one.startsWith(field + "["));
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw RequestRefused.ofFaults(faults);
        }
    }

    static String within(String record, String field) {
        return record.isEmpty() ? field : record + "." + field;
    }

    private static int position(Path path) {
        for (var node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                return node.as(Path.ParameterNode.class).getParameterIndex();
            }
        }
        throw new IllegalStateException("no parameter in " + path);
    }

    /** Writes the path from the parameter on: {@code missing[2]}, {@code off[2026-01-01]}. */
    private static String written(Path path) {
        var text = new StringBuilder();
        for (var node : path) {
            switch (node.getKind()) {
                case CONSTRUCTOR -> {}
                case CONTAINER_ELEMENT ->
                    text.append('[')
                            .append(node.getIndex() == null ? node.getKey() : node.getIndex())
                            .append(']');
                default -> text.append(text.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return text.toString();
    }
}
