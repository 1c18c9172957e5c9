package org.serviceledger.app.endtoend;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Typical and malicious errors in values, bodies and headers. */
final class Mutations {

    /** Unpaired surrogates can only be sent as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u3000",
            "null",
            "undefined",
            "NaN",
            "-1",
            "0",
            "1e400",
            "99999999999999999999",
            "1.5",
            "true",
            "\u0000",
            "\u0007",
            "\u200b",
            "\u202e文字",
            "\ud800",
            "\udc00\ud800",
            "\uffff",
            "\ufffd",
            "\ufeff",
            "👨‍👩‍👧‍👦",
            "𠮷",
            "İ",
            "ß",
            "e\u0301",
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "${7*7}",
            "#{1}",
            "{{x}}",
            "../../etc/passwd",
            "..\\..",
            "/",
            "?",
            "#",
            "%",
            "%00",
            "%s%n",
            "*",
            "\"",
            "\\",
            "\r\nX: y",
            "a\tb",
            "case-",
            "case-x",
            "org-",
            "org-1",
            "staff-",
            "window-320623001-99",
            "item-",
            "2026-02-30",
            "2026-13-01",
            "0000-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31T23:59:59Z",
            "2026-11-28T25:00:00+08:00",
            "24:00",
            "PT-5S",
            "61s",
            "1ms",
            "2026-W01",
            "org-320623001",
            "staff-320623001-01",
            "WEB",
            "ALL_ROUND");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e400",
            "-1e400",
            "1.5",
            "1e-400",
            "0.1e1",
            "00",
            "0x10",
            "NaN",
            "Infinity",
            "-0",
            "123456789012345678901234567890123456789012345");

    private static final List<String> RAW = List.of(
            "",
            " ",
            "null",
            "true",
            "[]",
            "{}",
            "\"text\"",
            "5",
            "[[[]]]",
            "{\"a\":",
            "{]",
            "{\"a\":1,}",
            "{'a':1}",
            "// no",
            "{\"at\":null,\"at\":null}",
            "{\"\":1}",
            "{\"__proto__\":{}}",
            "\ufeff{}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\t\"}",
            "{}{}",
            "<a/>",
            "a=b&c=d",
            "{\"a\":1e999999999}");

    private static final List<String> HEADERS = List.of(
            "Content-Type: */*",
            "Content-Type: application/*",
            "Content-Type: text/plain",
            "Content-Type: nonsense",
            "Content-Type: application/json;charset=GBK",
            "Content-Type: application/json;charset=x",
            "Content-Type: ;",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: multipart/form-data",
            "Content-Type: application/xml",
            "Content-Type: application/cbor",
            "Content-Type: application/yaml",
            "Accept: application/pdf",
            "Accept: nonsense",
            "Accept: text/html",
            "Accept: */*;q=2",
            "Accept: 键",
            "Accept: application/yaml",
            "Accept: text/event-stream",
            "Accept-Language: zz-ZZ-xx;q=a",
            "Accept-Encoding: 键",
            "Accept-Charset: none",
            "Idempotency-Key: 键",
            "Idempotency-Key: ",
            "Idempotency-Key: a b",
            "User-Agent: iPhone Xʀ",
            "X-User-Name: 张三",
            "X-Forwarded-For: x, y",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-Host: 键",
            "Forwarded: for=\"",
            "If-None-Match: \"",
            "If-Match: *",
            "If-Modified-Since: never",
            "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
            "Range: bytes=9-1",
            "Range: x",
            "Cookie: ====;;;",
            "Cookie: LEDGER_SESSION=../..",
            "Origin: null",
            "Origin: http://elsewhere",
            "HX-Request: perhaps",
            "X-HTTP-Method-Override: DELETE",
            "Sec-Fetch-Site: cross-site",
            "Expect: nothing",
            "Upgrade: websocket",
            "Access-Control-Request-Method: POST",
            "Content-Encoding: gzip",
            "Content-Language: ??",
            "TE: x");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "X-Y");

    private static final List<String> PATH_TAILS = List.of(
            "/", "//", "/.", "/..", ";a=b", "%2f", "%00", "%ff", "%25", "%zz", "/x", ".json", "%20", "%ED%A0%80", "\\");

    private static final List<String> QUERY_TAILS = List.of(
            "x=1",
            "%ff",
            "q=%ED%A0%80",
            "=",
            "&&",
            "%",
            "a=%c3%28",
            "timeout=%00",
            "limit=1&limit=2",
            "q",
            "%00=1",
            "cursor=AAAA",
            "cursor=W10",
            "from=2026-11-01&to=2026-01-01",
            "minPosition=-1");

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    String text() {
        return random.nextInt(20) == 0
                ? one(TEXTS, random).concat("长").repeat(random.nextInt(1, 3000))
                : one(TEXTS, random);
    }

    String header() {
        return one(HEADERS, random);
    }

    String method() {
        return one(METHODS, random);
    }

    String pathTail() {
        return one(PATH_TAILS, random);
    }

    String queryTail() {
        return one(QUERY_TAILS, random);
    }

    /** Returns the body with an error, possibly no longer valid JSON. */
    String body(JsonNode right) {
        return switch (random.nextInt(12)) {
            case 0 -> one(RAW, random);
            case 1 -> "[".repeat(random.nextInt(1, 3000));
            case 2 -> cutOff(JSON.writeValueAsString(right));
            case 3 -> twice(JSON.writeValueAsString(right));
            case 4 -> "{\"deep\":".repeat(random.nextInt(1, 200)) + "1";
            default -> {
                var body = right.deepCopy();
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    body = changed(body);
                }
                yield number(JSON.writeValueAsString(body));
            }
        };
    }

    private String cutOff(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    /** Repeats every field of the object. */
    private static String twice(String text) {
        return text.startsWith("{\"") ? text.substring(0, text.length() - 1) + "," + text.substring(1) : text + text;
    }

    /** Replaces the placeholder with a number that no JSON tree can represent. */
    private String number(String text) {
        return text.replace("\"a strange number\"", one(NUMBERS, random));
    }

    private JsonNode changed(JsonNode body) {
        if (body instanceof ObjectNode object && !object.isEmpty()) {
            var name = one(List.copyOf(object.propertyNames()), random);
            switch (random.nextInt(10)) {
                case 0 -> object.remove(name);
                case 1 -> object.putNull(name);
                case 2 -> object.put(text(), 1);
                case 3 -> object.put(name, "a strange number");
                case 4 -> object.putObject(name);
                case 5 -> object.putArray(name).add(text());
                case 6 -> object.put(name, random.nextBoolean());
                case 7, 8 -> object.put(name, text());
                default -> object.set(name, changed(object.get(name)));
            }
            return object;
        }
        if (body instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            array.set(at, changed(array.get(at)));
            return array;
        }
        return JSON.getNodeFactory().stringNode(text());
    }
}
