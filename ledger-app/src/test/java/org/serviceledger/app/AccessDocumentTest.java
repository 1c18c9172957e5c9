package org.serviceledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceledger.api.ActorRole;
import org.serviceledger.api.Families;
import org.serviceledger.api.UserRole;
import org.serviceledger.api.act.DeclaredAct;
import org.serviceledger.api.act.DeclaredActs;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/** Compares {@code docs/access.md} with the declarations of the acts. */
class AccessDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "access.md");

    @Test
    void listsEveryActWithItsRoles() throws IOException {
        if (Boolean.getBoolean("ledger.write-docs")) {
            Files.writeString(DOCUMENT, String.join("\n", document()) + "\n");
        }

        assertThat(Files.readAllLines(DOCUMENT)).isEqualTo(document());
    }

    private static List<String> document() {
        var lines = new ArrayList<>(
                List.of(
                        "# Who may do what",
                        "",
                        "Generated from the declarations of the acts; `AccessDocumentTest` compares it. An administrator may do",
                        "every act. Everybody acts only within their own organisation and below it. Items and calendars belong to",
                        "the whole county. *Capacity* is the role in which the act is recorded, where it is not that of the post."));
        for (var family : Families.ALL) {
            var acts = DeclaredActs.of(family);
            if (!acts.isEmpty()) {
                lines.addAll(List.of(
                        "", "## " + title(family), "", "| act | request | roles | capacity |", "|---|---|---|---|"));
                acts.forEach(act -> lines.add(row(act)));
            }
        }
        return lines;
    }

    private static String title(Families.Family family) {
        return Language.ENGLISH.<String, RuntimeException>speaking(
                () -> Message.of("family." + family.feature()).said());
    }

    private static String row(DeclaredAct act) {
        return "| %s | `%s %s` | %s | %s |"
                .formatted(
                        act.label().in(Language.ENGLISH),
                        act.verb(),
                        act.template(),
                        Stream.of(act.declaration().roles())
                                .sorted()
                                .map(UserRole::name)
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                        act.as()
                                .map(ActorRole::name)
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .orElse(""));
    }
}
