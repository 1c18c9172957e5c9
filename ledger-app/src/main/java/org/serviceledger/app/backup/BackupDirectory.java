package org.serviceledger.app.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.backup.BackupManifest.Encryption;
import org.serviceledger.app.backup.BackupManifest.Entry;
import org.serviceledger.app.data.LedgerFailed;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory of a backup: its manifest and the files it names. Every file is on disk before the manifest names it.
 */
final class BackupDirectory {

    static final String MANIFEST = "manifest.json";
    static final String WAL = "wal/";

    private static final String SEALED = ".sealed";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path root;
    private final @Nullable Passphrase passphrase;

    private BackupDirectory(Path root, @Nullable Passphrase passphrase) {
        this.root = root;
        this.passphrase = passphrase;
    }

    /**
     * Opens a backup directory. Throws {@link LedgerFailed} unless a passphrase is given exactly when the backup is
     * encrypted.
     */
    static BackupDirectory of(Path root, @Nullable Encryption encryption, @Nullable String passphrase) {
        if (encryption == null && passphrase != null) {
            throw new LedgerFailed(Message.of("console.backup.not-encrypted", "directory", root));
        }
        if (encryption != null && passphrase == null) {
            throw new LedgerFailed(Message.of("console.backup.encrypted", "directory", root));
        }
        return new BackupDirectory(
                root, encryption == null || passphrase == null ? null : Passphrase.of(passphrase, encryption));
    }

    static Optional<BackupManifest> manifest(Path root) {
        var file = root.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var manifest = JSON.readValue(Files.readString(file), BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new LedgerFailed(
                        Message.of("console.backup.unknown-format", "file", file, "format", manifest.format()));
            }
            return Optional.of(manifest);
        } catch (IOException | JacksonException e) {
            throw new LedgerFailed(Message.of("console.backup.unreadable", "file", file, "reason", e.getMessage()), e);
        }
    }

    static LedgerFailed anotherHistory(Path root) {
        return new LedgerFailed(Message.of("console.backup.other-ledger", "directory", root));
    }

    void write(BackupManifest manifest) throws IOException {
        OwnersFile.write(root.resolve(MANIFEST), JSON.writeValueAsString(manifest));
    }

    /** Returns the name of a file in this backup. Encryption adds a suffix to the plain name. */
    String name(String plain) {
        return passphrase == null ? plain : plain + SEALED;
    }

    static String plain(String name) {
        return name.endsWith(SEALED) ? name.substring(0, name.length() - SEALED.length()) : name;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file atomically: other processes see the whole file or none. Returns its size and digest. */
    Entry put(String name, Content content) throws IOException {
        var file = root.resolve(name);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var sha256 = Sha256.digest();
        try (var channel = FileChannel.open(Files.createFile(fresh, OwnersFile.owners()), StandardOpenOption.WRITE)) {
            var digested = new DigestOutputStream(
                    new BufferedOutputStream(new Uncloseable(Channels.newOutputStream(channel))), sha256);
            try (var out = passphrase == null ? digested : new SealedOutput(digested, passphrase, name)) {
                content.writeTo(out);
            }
            channel.force(true);
        }
        OwnersFile.move(fresh, file);
        return new Entry(Files.size(file), HexFormat.of().formatHex(sha256.digest()));
    }

    /** Opens a file for reading and decrypts it if the backup is encrypted. */
    InputStream open(String name) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(root.resolve(name)));
        return passphrase == null ? in : new SealedInput(in, passphrase, name);
    }

    /**
     * Throws {@link LedgerFailed} if the file is missing, is outside this directory, or differs from its manifest
     * entry.
     */
    void mustBe(String name, Entry entry) throws IOException {
        var file = root.resolve(name).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new LedgerFailed(
                    Message.of("console.backup.outside", "manifest", root.resolve(MANIFEST), "file", name));
        }
        if (!Files.exists(file)) {
            throw new LedgerFailed(Message.of("console.backup.incomplete", "file", file));
        }
        if (Files.size(file) != entry.bytes() || !digest(file).equals(entry.sha256())) {
            throw new LedgerFailed(Message.of("console.backup.damaged", "file", file));
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Ignores {@code close}: the channel must stay open until the content is forced to disk. */
    private static final class Uncloseable extends OutputStream {

        private final OutputStream out;

        Uncloseable(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }
    }
}
