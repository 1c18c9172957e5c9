package org.serviceledger.app.data;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.serviceledger.store.secret.OwnersFile;
import org.serviceledger.words.Message;

/**
 * The passwords of the local users, kept in a file that only its owner may read. A user without a password gets a
 * random one. A password changed in the file takes effect at the next start.
 */
public record Credentials(Map<String, String> passwords) {

    private static final String UNREADABLE = "console.data.unreadable-passwords";

    private static final int PASSWORD_BYTES = 15;

    public Credentials {
        passwords = Map.copyOf(passwords);
    }

    public static Credentials read(Path root) {
        var file = file(root);
        try {
            return new Credentials(parse(file));
        } catch (IOException e) {
            throw new LedgerFailed(Message.of(UNREADABLE, "file", file, "reason", e.getMessage()), e);
        }
    }

    /** Reads the file, adds a random password for each user it does not list, and writes it back. */
    public static Credentials completed(Path root, Collection<String> users) {
        var file = file(root);
        try {
            var passwords = Files.exists(file) ? parse(file) : new LinkedHashMap<String, String>();
            var random = new SecureRandom();
            for (var user : users) {
                passwords.computeIfAbsent(user, _ -> password(random));
            }
            write(file, passwords);
            return new Credentials(passwords);
        } catch (IOException e) {
            throw new LedgerFailed(
                    Message.of("console.data.unkept-passwords", "file", file, "reason", e.getMessage()), e);
        }
    }

    public static Path file(Path root) {
        return root.resolve("credentials");
    }

    public String of(String user) {
        var password = passwords.get(user);
        if (password == null) {
            throw new LedgerFailed(Message.of("console.data.no-password", "user", user));
        }
        return password;
    }

    @Override
    public String toString() {
        return "Credentials of " + passwords.keySet();
    }

    /**
     * Reports an unreadable file by line and never regenerates it: the people who know the passwords could not tell why
     * they fail.
     */
    private static Map<String, String> parse(Path file) throws IOException {
        var passwords = new LinkedHashMap<String, String>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            var equals = line.indexOf('=');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (equals < 1 || equals == line.length() - 1 || line.chars().anyMatch(Character::isISOControl)) {
                throw unreadable(file, Message.of("console.data.password-line", "line", number));
            }
            if (passwords.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                throw unreadable(
                        file,
                        Message.of("console.data.password-twice", "line", number, "user", line.substring(0, equals)));
            }
        }
        if (passwords.isEmpty()) {
            throw unreadable(file, Message.of("console.data.no-passwords"));
        }
        return passwords;
    }

    private static LedgerFailed unreadable(Path file, Message reason) {
        return new LedgerFailed(Message.of(UNREADABLE, "file", file, "reason", reason));
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new LedgerFailed(
                    Message.of(UNREADABLE, "file", file, "reason", Message.of("console.data.not-text")), e);
        }
    }

    private static void write(Path file, Map<String, String> passwords) throws IOException {
        OwnersFile.write(
                file,
                passwords.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
