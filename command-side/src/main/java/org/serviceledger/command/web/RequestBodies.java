package org.serviceledger.command.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.serviceledger.store.log.Sha256;
import org.serviceledger.words.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks each body before it is parsed: its size, its UTF-8 encoding and its idempotency key. */
@ControllerAdvice
final class RequestBodies extends RequestBodyAdviceAdapter {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final DataSize limit;
    private final DataSize importLimit;

    RequestBodies(
            @Value("${ledger.write-api.body-limit:1MB}") DataSize limit,
            @Value("${ledger.write-api.import-body-limit:16MB}") DataSize importLimit) {
        this.limit = limit;
        this.importLimit = importLimit;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return WriteApi.contains(parameter.getContainingClass());
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        mustBeStrictJson(converterType);
        var most = parameter.hasParameterAnnotation(LargeBody.class) ? importLimit : limit;
        var body = message.getBody().readNBytes((int) most.toBytes() + 1);
        if (body.length > most.toBytes()) {
            throw RequestRefused.because(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "request/size",
                    Message.of("problem.request/size", "most", most.toBytes()));
        }
        mustBeUtf8(body);
        noteKey(message.getHeaders(), body);
        return new Body(new ByteArrayInputStream(body), message.getHeaders());
    }

    /** Other converters would accept what {@link StrictJson} rejects, and parse it less strictly. */
    private static void mustBeStrictJson(Class<? extends HttpMessageConverter<?>> converter) {
        if (converter != StrictJson.class) {
            throw RequestRefused.because(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "request/json", Message.of("problem.request/json"));
        }
    }

    private static void mustBeUtf8(byte[] body) {
        var bytes = ByteBuffer.wrap(body);
        var characters = CharBuffer.allocate(8192);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (true) {
            var result = decoder.decode(bytes, characters, true);
            if (result.isUnderflow()) {
                return;
            }
            if (result.isError()) {
                throw RequestRefused.because(
                        HttpStatus.BAD_REQUEST,
                        "request/utf-8",
                        Message.of("problem.request/utf-8", "position", bytes.position()));
            }
            characters.clear();
        }
    }

    private static void noteKey(HttpHeaders headers, byte[] body) {
        var key = headers.getFirst(KEY_HEADER);
        if (key == null) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw RequestRefused.ofField(KEY_HEADER, Message.of("fault.key", "most", LONGEST_KEY));
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            @Nullable String user = request.getRemoteUser();
            var digest = Sha256.digest();
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(body);
            new RequestKey(
                            (user == null ? "" : user) + ":" + key,
                            HexFormat.of().formatHex(digest.digest()))
                    .becomeCurrent();
        }
    }

    /** A body that has been checked. */
    private record Body(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}
}
