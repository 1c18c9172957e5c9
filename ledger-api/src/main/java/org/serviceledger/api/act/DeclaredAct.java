package org.serviceledger.api.act;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.serviceledger.api.Actor;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.Families;
import org.serviceledger.api.LedgerCommand;
import org.serviceledger.api.SignedIn;
import org.serviceledger.api.UserRole;
import org.serviceledger.words.Message;

/**
 * An act as its command declares it.
 *
 * @param family the family of the command
 * @param command the record of the command
 * @param declaration the annotation of the command
 */
public record DeclaredAct(Families.Family family, Class<? extends LedgerCommand> command, Act declaration) {

    /** The name of the act in addresses and in the offer of acts: its path, or for others the method. */
    public String name() {
        return switch (declaration.method()) {
            case DO -> declaration.path();
            case CREATE -> "create";
            case REPLACE -> "replace";
        };
    }

    /** The path template of the endpoint. */
    public String template() {
        return switch (declaration.method()) {
            case DO -> address().template() + "/" + declaration.path();
            case CREATE -> address().collection();
            case REPLACE -> address().template();
        };
    }

    /** Returns the path of the act for a stream: {@link #template} with the values of its variables. */
    public String path(Map<String, String> values) {
        return Address.filled(template(), values);
    }

    public Address address() {
        return Objects.requireNonNull(family.address(), "no path leads to " + family.feature());
    }

    /** The method of the request: POST or PUT. */
    public String verb() {
        return declaration.method() == Act.Method.REPLACE ? "PUT" : "POST";
    }

    public boolean creates() {
        return declaration.method() == Act.Method.CREATE;
    }

    public Set<UserRole> roles() {
        return Set.of(declaration.roles());
    }

    /** Whether the user may do the act somewhere. An administrator may do every act. */
    public boolean isFor(SignedIn user) {
        return user.administers() || roles().stream().anyMatch(user.roles()::contains);
    }

    /** The capacity in which the person acts; empty if it is that of their post. */
    public Optional<ActorRole> as() {
        return Arrays.stream(declaration.as()).findFirst();
    }

    /** The display name of the act. */
    public Message label() {
        return LedgerCommand.label(command);
    }

    /** The fields that a request body may hold, apart from {@code by} and {@code at}, in order of declaration. */
    public List<ActField> fields() {
        return ActField.of(command).stream().filter(this::isInBody).toList();
    }

    /** The id is the first component. It is in the path of every act that does not create the stream. */
    private boolean isInBody(ActField field) {
        return !(field.position() == 0 && !creates())
                && field.component().getType() != Actor.class
                && !field.name().equals("at")
                && !address().variables().contains(field.name());
    }
}
