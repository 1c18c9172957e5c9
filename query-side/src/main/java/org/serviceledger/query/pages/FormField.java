package org.serviceledger.query.pages;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.act.ActField;
import org.serviceledger.words.Message;

/**
 * A field of a form. Its name is the path of the value in the request, such as {@code details.steps[0].name}.
 *
 * @param required whether the form must hold a value
 * @param values the values to begin with; only lists and choices have several
 * @param choices the only values to choose from; empty if any value may be given
 * @param most the greatest number; null if there is no limit
 * @param rows the fields of the object, or of each object of a list
 */
record FormField(
        String id,
        String name,
        ActField field,
        boolean required,
        List<String> values,
        List<String> choices,
        @Nullable Long most,
        List<List<FormField>> rows) {

    private static final int EMPTY_ROWS = 2;

    static FormField of(String act, ActField field, Suggestions suggested) {
        return of(act, "", field, true, suggested);
    }

    private static FormField of(String act, String within, ActField field, boolean held, Suggestions suggested) {
        var name = within + field.name();
        return new FormField(
                act + "-" + name.replaceAll("[.\\[\\]]+", "-"),
                name,
                field,
                held && field.required(),
                suggested.values(act, name),
                suggested.choices(act, name),
                suggested.most(act, name) == null ? field.most() : suggested.most(act, name),
                rows(act, name, field, held, suggested));
    }

    private static List<List<FormField>> rows(
            String act, String name, ActField field, boolean held, Suggestions suggested) {
        return switch (field.kind()) {
            case PARTS -> List.of(parts(act, name + ".", field, held && field.required(), suggested));
            case ROWS ->
                IntStream.range(0, EMPTY_ROWS)
                        .mapToObj(i -> parts(act, "%s[%d].".formatted(name, i), field, false, suggested))
                        .toList();
            case LINE, TEXT, NUMBER, FLAG, CHOICE, DATE, TIME, MOMENT, LINES, CHOICES, DAYS -> List.of();
        };
    }

    private static List<FormField> parts(
            String act, String within, ActField field, boolean held, Suggestions suggested) {
        return field.parts().stream()
                .map(part -> of(act, within, part, held, suggested))
                .toList();
    }

    public String kind() {
        return choices.isEmpty() ? field.kind().name() : ActField.Kind.CHOICE.name();
    }

    /** Returns the value to begin with, or null if there is none or there are several. */
    public @Nullable String value() {
        return values.size() == 1 ? values.getFirst() : null;
    }

    /** Returns the value, one a line if there are several. */
    public String lines() {
        return String.join("\n", values);
    }

    public Message label() {
        return field.label();
    }

    public List<Choice> options() {
        if (field.options().isEmpty()) {
            return choices.stream().map(text -> new Choice(text, text)).toList();
        }
        return field.options().stream()
                .filter(option -> choices.isEmpty() || choices.contains(option.value()))
                .map(option -> new Choice(option.value(), option.term().term()))
                .toList();
    }

    public boolean isChosen(Choice choice) {
        return values.contains(choice.value());
    }

    /** A value to choose from. */
    record Choice(String value, String label) {}
}
