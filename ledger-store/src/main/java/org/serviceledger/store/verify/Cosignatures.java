package org.serviceledger.store.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.MalformedLog;
import org.serviceledger.store.log.SignatureType;
import org.serviceledger.store.log.SignedNote;
import org.serviceledger.store.log.VerifierKey;
import org.serviceledger.store.verify.Finding.CosignatureUnsound;
import org.serviceledger.store.verify.Finding.PublicationUnsound;
import org.serviceledger.words.Message;

/**
 * Checks that each stored cosignature was made by its witness over the checkpoint of its size, and that every published
 * size has a checkpoint. Which witnesses are trusted, and how many are required, is a matter of the policy.
 */
final class Cosignatures {

    private static final String ROWS = """
            SELECT said.size, said.witness, said.line, checkpoint.size, checkpoint.note, said.ctid::text
            FROM ledger_cosignature AS said LEFT JOIN ledger_checkpoint AS checkpoint ON checkpoint.size = said.size
            """;

    /** The ctid distinguishes rows with the same size and witness, which are possible if the primary key is missing. */
    private static final String NEXT = ROWS + """
            WHERE (said.size, said.witness, said.ctid) > (?, ?, ?::tid) AND said.witness IS NOT NULL
            ORDER BY said.size, said.witness, said.ctid LIMIT 512""";

    private static final String NAMELESS =
            ROWS + "WHERE said.size IS NULL OR said.witness IS NULL LIMIT " + Verification.MOST_FINDINGS;

    private static final String PUBLISHED_UNSIGNED = """
            SELECT published.size FROM ledger_publication AS published
            WHERE NOT EXISTS (SELECT FROM ledger_checkpoint WHERE ledger_checkpoint.size = published.size)
            ORDER BY published.size LIMIT %d""".formatted(Verification.MOST_FINDINGS);

    /**
     * A row with the note of the checkpoint of its size.
     *
     * @param place the row's ctid
     */
    private record Said(
            @Nullable Long size,
            @Nullable String witness,
            @Nullable String line,
            boolean isOfACheckpoint,
            @Nullable String note,
            String place) {

        static Said of(ResultSet row) throws SQLException {
            return new Said(
                    row.getObject(1, Long.class),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4) != null,
                    row.getString(5),
                    row.getString(6));
        }
    }

    private final Connection connection;
    private final Findings findings;

    private Cosignatures(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    static void check(Connection connection, Findings findings) throws SQLException {
        var cosignatures = new Cosignatures(connection, findings);
        cosignatures.checkAll();
        cosignatures.published();
    }

    private void checkAll() throws SQLException {
        @Nullable Said last = new Said(Long.MIN_VALUE, "", null, false, null, "(0,0)");
        while (last != null) {
            try (var query = connection.prepareStatement(NEXT)) {
                query.setObject(1, last.size());
                query.setString(2, last.witness());
                query.setString(3, last.place());
                last = checkAll(query);
            }
        }
        try (var query = connection.prepareStatement(NAMELESS)) {
            checkAll(query);
        }
    }

    /** Checks the rows of the query. Returns the last, or null if there are none. */
    private @Nullable Said checkAll(PreparedStatement query) throws SQLException {
        @Nullable Said last = null;
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                last = Said.of(rows);
                check(last);
            }
        }
        return last;
    }

    private void check(Said said) {
        VerifierKey witness;
        SignedNote.Signature signature;
        try {
            witness = witness(said);
        } catch (MalformedLog e) {
            findings.add(new CosignatureUnsound.OfNoWitness(said.size(), said.witness(), e.why()));
            return;
        }
        try {
            signature = SignedNote.Signature.parse(said.line() == null ? "" : said.line());
        } catch (MalformedLog e) {
            findings.add(new CosignatureUnsound.Malformed(said.size(), said.witness(), e.why()));
            return;
        }
        if (!said.isOfACheckpoint()) {
            findings.add(new CosignatureUnsound.OfNoCheckpoint(said.size(), said.witness()));
        } else if (!isOver(said.note() == null ? "" : said.note(), signature, witness)) {
            findings.add(new CosignatureUnsound.Wrong(said.size(), said.witness()));
        }
    }

    private static VerifierKey witness(Said said) {
        var key = VerifierKey.parse(said.witness() == null ? "" : said.witness());
        if (key.type() != SignatureType.COSIGNATURE) {
            throw new MalformedLog(Message.of("log.other-signatures"));
        }
        return key;
    }

    /**
     * Returns whether the signature is valid for the note. Also false if the note is malformed, which
     * {@link SignedSizes} reports.
     */
    private static boolean isOver(String note, SignedNote.Signature signature, VerifierKey witness) {
        try {
            return witness.signed(new SignedNote(SignedNote.parse(note).text(), List.of(signature)));
        } catch (MalformedLog _) {
            return false;
        }
    }

    private void published() throws SQLException {
        try (var query = connection.prepareStatement(PUBLISHED_UNSIGNED);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                findings.add(new PublicationUnsound(rows.getObject(1, Long.class)));
            }
        }
    }
}
