package org.serviceledger.app.console;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;

/**
 * A checkpoint formatted for a public notice: easy to read, to read aloud and to type.
 *
 * @param signedAt when it was signed, as text; null if unknown, since the signature contains no time
 */
record CheckpointNotice(
        SignedNote note, VerifierKey key, @Nullable String signedAt) {

    private static final int GROUP = 4;
    private static final int GROUPS_A_LINE = 8;

    @Override
    public String toString() {
        var checkpoint = Checkpoint.parse(note.text());
        return """
                %s

                %-16s%s
                %-16s%,d
                %-16s%s
                %-16s%s

                %s (SHA-256), %s:

                %s

                %s:

                    %s

                %s:

                %s
                %s: %s
                """.formatted(
                        both("console.notice.title", " · "),
                        both("console.notice.log", " ") + ":",
                        checkpoint.origin(),
                        both("console.notice.entries", " ") + ":",
                        checkpoint.size(),
                        both("console.notice.signed", " ") + ":",
                        signedAt == null ? "—" : signedAt,
                        both("console.notice.cosigned", " ") + ":",
                        cosigners(checkpoint.origin()),
                        both("console.notice.root", " "),
                        both("console.notice.groups", " "),
                        groups(HexFormat.of().formatHex(checkpoint.root().bytes())),
                        both("console.notice.key", " "),
                        key,
                        both("console.notice.text", " "),
                        note,
                        both("console.notice.check", " "),
                        both("console.notice.same", "\n"));
    }

    /** Both languages on one notice, since readers of either pass by. */
    private static String both(String key, String between) {
        var words = Message.of(key);
        return words.in(Language.CHINESE) + between + words.in(Language.ENGLISH);
    }

    private String cosigners(String origin) {
        var names = note.signatures().stream()
                .map(SignedNote.Signature::name)
                .filter(name -> !name.equals(origin))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "—" : names;
    }

    private static String groups(String digits) {
        return IntStream.range(0, digits.length() / GROUP)
                .mapToObj(group -> (group % GROUPS_A_LINE == 0 ? "    " : "")
                        + digits.substring(group * GROUP, (group + 1) * GROUP)
                        + ((group + 1) % GROUPS_A_LINE == 0 ? "\n" : " "))
                .collect(Collectors.joining())
                .stripTrailing();
    }
}
