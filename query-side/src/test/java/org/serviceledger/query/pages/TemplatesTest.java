package org.serviceledger.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests rules for every template, style sheet and script, including those that no other test opens. */
class TemplatesTest {

    private static final Pattern ASSET = Pattern.compile("@\\{(/(?:css|js|webjars|_static|favicon)[^}]*)}");
    private static final Pattern HANDLER = Pattern.compile("[\\s\"'](?:th:|hx-)?on[a-z:]+\\s*=");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*src=)");
    private static final Pattern EXTERNAL = Pattern.compile("(?:https?:)?//[a-z0-9]", Pattern.CASE_INSENSITIVE);

    static Stream<Path> templates() {
        return files("templates", ".html");
    }

    static Stream<Path> everything() {
        return Stream.of(files("templates", ".html"), files("static", ".css"), files("static", ".js"))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothingComesFromElsewhere(Path file) throws IOException {
        var text = Files.readString(file).replace("xmlns:th=\"http://www.thymeleaf.org\"", "");

        assertThat(text.lines().filter(line -> !line.strip().startsWith("//")))
                .noneMatch(line -> EXTERNAL.matcher(line).find());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noScriptAndNoStyleIsInline(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContainPattern(HANDLER)
                .doesNotContainPattern(INLINE_SCRIPT)
                .doesNotContain("style=\"", "<style", "javascript:");
    }

    /** Finds links to a version of a library that is not in the build, before a browser does. */
    @ParameterizedTest
    @MethodSource("templates")
    void everyAssetIsThere(Path template) throws IOException {
        assertThat(ASSET.matcher(Files.readString(template)).results().map(found -> found.group(1)))
                .allSatisfy(path -> assertThat(Stream.of("static", "META-INF/resources")
                                .map(root -> TemplatesTest.class.getResource("/" + root + path)))
                        .as(path)
                        .anyMatch(found -> found != null));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyFieldHasALabel(Path template) throws IOException {
        var html = Files.readString(template);
        var fields = Pattern.compile("<(?:input|select|textarea)[^>]*\\sid=\"([^\"]+)\"[^>]*>")
                .matcher(html)
                .results()
                .map(found -> found.group(1));

        assertThat(fields)
                .allSatisfy(id -> assertThat(html.contains("for=\"" + id + "\"")
                                || html.matches("(?s).*<label[^>]*>\\s*<input[^>]*id=\"" + id + "\".*"))
                        .as(id)
                        .isTrue());
    }

    /** No page links all of them. Halls have slow lines, and a style sheet delays everything after it. */
    @Test
    void allStyleSheetsTogetherAreSmall() {
        assertThat(files("static", ".css")
                        .mapToLong(file -> file.toFile().length())
                        .sum())
                .isLessThan(40_000);
    }

    private static Stream<Path> files(String root, String ending) {
        try (var all = Files.walk(root(root))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root(String name) {
        var place = TemplatesTest.class.getResource("/" + name);
        try {
            return Path.of(Objects.requireNonNull(place, name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
