package org.serviceledger.app.console;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Checkpoint;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;

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
                政务服务台账检查点 · Checkpoint of the service-record ledger

                日志 Log:         %s
                记录 Entries:     %,d
                签署 Signed:      %s
                副署 Cosigned by: %s

                根 Root (SHA-256), 四位一组宣读 read in groups of four:

                %s

                验证公钥 Verifier key:

                    %s

                原文 As signed:

                %s
                核对 To check: 台账 /ledger 页、公报和见证机关处所载的根与公钥应与此逐字相同。
                The ledger's page /ledger, the gazette and the witness must show this very root and key.
                """.formatted(
                        checkpoint.origin(),
                        checkpoint.size(),
                        signedAt == null ? "—" : signedAt,
                        cosigners(checkpoint.origin()),
                        groups(HexFormat.of().formatHex(checkpoint.root().bytes())),
                        key,
                        note);
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
