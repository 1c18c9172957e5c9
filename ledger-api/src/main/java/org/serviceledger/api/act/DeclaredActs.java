package org.serviceledger.api.act;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceledger.api.Families;
import org.serviceledger.api.LedgerCommand;

/** All acts that the commands of all families declare. */
public final class DeclaredActs {

    /** In the order of the families and of the declarations in a family. */
    public static final List<DeclaredAct> ALL =
            Families.ALL.stream().flatMap(DeclaredActs::declared).toList();

    private DeclaredActs() {}

    public static List<DeclaredAct> of(Families.Family family) {
        return ALL.stream().filter(act -> act.family().equals(family)).toList();
    }

    public static Optional<DeclaredAct> of(Class<?> command) {
        return ALL.stream().filter(act -> act.command() == command).findFirst();
    }

    private static Stream<DeclaredAct> declared(Families.Family family) {
        return Families.records(family.commands()).stream()
                .filter(command -> command.isAnnotationPresent(Act.class))
                .map(command -> new DeclaredAct(
                        family,
                        command.asSubclass(LedgerCommand.class),
                        Objects.requireNonNull(command.getAnnotation(Act.class))));
    }
}
