package org.serviceledger.projection.text;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Analyses Chinese for whitespace-analysed fields. Index with {@link #words} and {@link #pinyin}; ask with
 * {@link #query} of the words field and {@link #pinyinQuery} of the pinyin field, all terms required.
 */
public final class ChineseText {

    /** Longest run of syllables one can search for in one word; longer input is matched piecewise. */
    private static final int LONGEST_RUN = 8;

    private static final Analyzer INDEXED = analyzer(true);
    private static final Analyzer ASKED = analyzer(false);
    private static final Transliterator PINYIN =
            Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

    /** The names of people, items and places come again and again, and transliterating one takes a tenth of a millisecond. */
    private static final LoadingCache<String, List<String>> SYLLABLES =
            Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build(ChineseText::transliterated);

    private ChineseText() {}

    /** A stretch of the text that matches, from the first character to after the last. */
    public record Range(int start, int end) {}

    /** What to index of texts: every pair of neighbouring characters, every single one, every Latin word and number. */
    public static String words(@Nullable String... texts) {
        return Stream.of(texts)
                .flatMap(text -> terms(INDEXED, text).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What to ask the words field for: pairs of characters, so that 营业 finds neither 营 nor 业 alone. */
    public static String query(@Nullable String text) {
        return String.join(" ", terms(ASKED, text));
    }

    /** What to index for those who type pinyin: each run of syllables and of their initials, 营业 as yingye and yy. */
    public static String pinyin(@Nullable String... texts) {
        var terms = new LinkedHashSet<String>();
        for (var text : texts) {
            for (var run : hanRuns(text)) {
                addRuns(SYLLABLES.get(run), terms);
            }
        }
        return String.join(" ", terms);
    }

    /** What to ask the pinyin field for, or nothing if the text has no pinyin in it. */
    public static String pinyinQuery(@Nullable String text) {
        return text == null
                ? ""
                : Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-zü]+", -1))
                        .filter(word -> word.length() > 1)
                        .map(word -> word.replace("ü", "u"))
                        .collect(Collectors.joining(" "));
    }

    /** Where a text matches what was asked for, in order and without overlaps; pinyin marks nothing. */
    public static List<Range> matches(String text, @Nullable String asked) {
        var wanted = Set.copyOf(terms(ASKED, asked));
        var ranges = new ArrayList<Range>();
        for (var token : tokens(INDEXED, text)) {
            if (!wanted.contains(token.term())) {
                continue;
            }
            if (!ranges.isEmpty() && token.start() <= ranges.getLast().end()) {
                var last = ranges.removeLast();
                ranges.add(new Range(Math.min(last.start(), token.start()), Math.max(last.end(), token.end())));
            } else {
                ranges.add(new Range(token.start(), token.end()));
            }
        }
        return List.copyOf(ranges);
    }

    private record Token(String term, int start, int end) {}

    private static List<String> terms(Analyzer analyzer, @Nullable String text) {
        return tokens(analyzer, text).stream().map(Token::term).toList();
    }

    private static List<Token> tokens(Analyzer analyzer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var tokens = new ArrayList<Token>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static Analyzer analyzer(boolean singleCharactersToo) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                var tokenizer = new StandardTokenizer();
                var folded = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
                var allScripts = CJKBigramFilter.HAN
                        | CJKBigramFilter.HIRAGANA
                        | CJKBigramFilter.KATAKANA
                        | CJKBigramFilter.HANGUL;
                return new TokenStreamComponents(
                        tokenizer, new CJKBigramFilter(folded, allScripts, singleCharactersToo));
            }
        };
    }

    private static List<String> hanRuns(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("[^\\p{IsHan}]+", -1))
                        .filter(run -> !run.isEmpty())
                        .toList();
    }

    private static List<String> transliterated(String han) {
        return Stream.of(PINYIN.transliterate(han).split("\\s+", -1))
                .filter(syllable -> !syllable.isEmpty())
                .toList();
    }

    private static void addRuns(List<String> syllables, Set<String> terms) {
        for (int start = 0; start < syllables.size(); start++) {
            var full = new StringBuilder();
            var initials = new StringBuilder();
            for (int end = start; end < Math.min(start + LONGEST_RUN, syllables.size()); end++) {
                full.append(syllables.get(end));
                initials.append(syllables.get(end).charAt(0));
                terms.add(full.toString());
                if (initials.length() > 1) {
                    terms.add(initials.toString());
                }
            }
        }
    }
}
