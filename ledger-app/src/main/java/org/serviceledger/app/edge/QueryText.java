package org.serviceledger.app.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The raw query string of a request, percent-encoded. */
record QueryText(@Nullable String raw) {

    private static final int HEX = 16;

    /**
     * Returns the name of the first parameter that is not percent-encoded UTF-8; {@code query} if the name is
     * malformed.
     */
    Optional<String> badlyEncoded() {
        if (raw == null) {
            return Optional.empty();
        }
        return Arrays.stream(raw.split("&"))
                .filter(pair -> decoded(pair).isEmpty())
                .findFirst()
                .map(pair -> decoded(pair.split("=", 2)[0])
                        .filter(name -> !name.isBlank())
                        .orElse("query"));
    }

    private static Optional<String> decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character != '%') {
                bytes.write(character);
                continue;
            }
            int high = i + 1 < text.length() ? Character.digit(text.charAt(i + 1), HEX) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), HEX) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.write(high * HEX + low);
            i += 2;
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(
                    decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
