package org.serviceledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.Families;

/** Tests build each kind of event in one place, so that a new component of an event changes one place. */
class EventConstructionTest {

    private static final Path REPOSITORY = Path.of("..");

    private static final Pattern CONSTRUCTION = Families.events().stream()
            .map(Class::getSimpleName)
            .collect(Collectors.collectingAndThen(
                    Collectors.joining("|"), names -> Pattern.compile("\\bnew\\s+(?:\\w+\\.)?(" + names + ")\\(")));

    @Test
    void atMostOneFileOfTheTestsConstructsAnEvent() throws IOException {
        var files = new TreeMap<String, TreeSet<String>>();
        for (var file : SourceFiles.ofTests(REPOSITORY)) {
            CONSTRUCTION
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(event ->
                            files.computeIfAbsent(event, _ -> new TreeSet<>()).add(String.valueOf(file.getFileName())));
        }

        assertThat(files).as("the builders of ledger-fixtures are found").hasSameSizeAs(Families.events());
        assertThat(files.entrySet().stream().filter(event -> event.getValue().size() > 1))
                .as("build it with ledger-fixtures")
                .isEmpty();
    }
}
