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
 * A checkpoint as it is put up: to be read, read aloud, and typed in again.
 *
 * @param signedAt as it is to be shown; the signature itself tells no time
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

    /** It hangs where readers of either language pass. */
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
