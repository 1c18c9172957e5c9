package org.serviceledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A template, script or style sheet without its comments. */
final class PageText {

    private static final Pattern HTML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SCRIPT_COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![:\\w\"'])//[^\n]*", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern NO_SPEECH = Pattern.compile("<(code|style)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]|&[#\\w]+;");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([A-Za-z][\\w.-]*)");

    private final String file;
    private final String text;

    private PageText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<PageText> templates(Path repository) throws IOException {
        return read(repository, ".html", HTML_COMMENT);
    }

    static List<PageText> all(Path repository) throws IOException {
        var all = new ArrayList<>(templates(repository));
        all.addAll(read(repository, ".js", SCRIPT_COMMENT));
        all.addAll(read(repository, ".css", SCRIPT_COMMENT));
        return all;
    }

    private static List<PageText> read(Path repository, String ending, Pattern comment) throws IOException {
        var pages = new ArrayList<PageText>();
        for (var path : SourceFiles.in(repository, "resources", ending)) {
            var text = comment.matcher(Files.readString(path)).replaceAll(found -> blank(found.group()));
            pages.add(new PageText(repository.relativize(path).toString(), text));
        }
        return pages;
    }

    String text() {
        return text;
    }

    /** Places of the matches of a pattern. */
    Stream<String> places(Pattern wanted) {
        return wanted.matcher(text).results().map(this::place);
    }

    /** Places of the matches in visible text between tags, except in code that readers copy verbatim. */
    Stream<String> placesBetweenTags(Pattern wanted) {
        var written = NO_SPEECH.matcher(text).replaceAll(found -> blank(found.group()));
        var shown = TAG.matcher(written).replaceAll(tag -> bounds(tag.group()));
        var said = INLINED.matcher(shown).replaceAll(found -> blank(found.group()));
        return wanted.matcher(said).results().map(this::place);
    }

    /** The messages it uses as {@code #{key('name', value, …)}} with a literal key. */
    List<SaidMessage> messages() {
        return MESSAGE.matcher(text)
                .results()
                .map(found -> new SaidMessage(place(found), found.group(1), argumentsAt(found.end())))
                .toList();
    }

    /** Parses the argument list of a message. Every other argument is a quoted name. */
    private List<String> argumentsAt(int start) {
        var arguments = new ArrayList<String>();
        if (text.charAt(start) != '(') {
            return arguments;
        }
        int depth = 0;
        boolean quoted = false;
        int from = start + 1;
        for (int at = start; ; at++) {
            var c = text.charAt(at);
            quoted = (c == '\'') != quoted;
            if (!quoted) {
                depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
                if (depth == 0 || (depth == 1 && c == ',')) {
                    arguments.add(text.substring(from, at).strip());
                    from = at + 1;
                }
                if (depth == 0) {
                    return names(arguments);
                }
            }
        }
    }

    private static List<String> names(List<String> arguments) {
        var names = new ArrayList<String>();
        for (int at = 0; at < arguments.size(); at += 2) {
            names.add(arguments.get(at).replace("'", ""));
        }
        return names;
    }

    private String place(MatchResult found) {
        var line = 1
                + text.substring(0, found.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return "%s:%d: %s".formatted(file, line, found.group().strip());
    }

    /** Replaces text with blanks of the same length, so that positions stay valid. */
    private static String blank(String text) {
        return text.replaceAll("[^\n]", " ");
    }

    private static String bounds(String tag) {
        return tag.length() < 2 ? tag : "<" + blank(tag.substring(1, tag.length() - 1)) + ">";
    }
}
