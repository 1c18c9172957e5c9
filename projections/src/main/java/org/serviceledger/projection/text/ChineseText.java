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
 * Analyses Chinese text for whitespace-analysed fields. Index texts with {@link #words} and {@link #pinyin}. Search the
 * words field for {@link #query} and the pinyin field for {@link #pinyinQuery}, with all terms required.
 */
public final class ChineseText {

    /**
     * The longest run of syllables that one search word can match. Longer input matches only if it is split into words.
     */
    private static final int LONGEST_RUN = 8;

    private static final Analyzer INDEXED = analyzer(true);
    private static final Analyzer ASKED = analyzer(false);
    private static final Transliterator PINYIN =
            Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");

    /**
     * A cache, because names of people, items and places recur and transliterating one takes a tenth of a millisecond.
     */
    private static final LoadingCache<String, List<String>> SYLLABLES =
            Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build(ChineseText::transliterated);

    private ChineseText() {}

    /**
     * A range of the text that matches.
     *
     * @param start the index of the first character
     * @param end the index after the last character
     */
    public record Range(int start, int end) {}

    /**
     * Returns the terms to index for these texts: every pair of adjacent characters, every single character, every
     * Latin word and every number.
     */
    public static String words(@Nullable String... texts) {
        return Stream.of(texts)
                .flatMap(text -> terms(INDEXED, text).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /**
     * Returns the terms to search the words field for. Chinese yields pairs of characters, so 营业 finds neither 营 nor 业
     * alone.
     */
    public static String query(@Nullable String text) {
        return String.join(" ", terms(ASKED, text));
    }

    /**
     * Returns the terms to index for search by pinyin: each run of syllables and each run of their initials, such as
     * yingye and yy for 营业.
     */
    public static String pinyin(@Nullable String... texts) {
        var terms = new LinkedHashSet<String>();
        for (var text : texts) {
            for (var run : hanRuns(text)) {
                addRuns(SYLLABLES.get(run), terms);
            }
        }
        return String.join(" ", terms);
    }

    /** Returns the terms to search the pinyin field for, empty if the text contains no pinyin. */
    public static String pinyinQuery(@Nullable String text) {
        return text == null
                ? ""
                : Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-zü]+", -1))
                        .filter(word -> word.length() > 1)
                        .map(word -> word.replace("ü", "u"))
                        .collect(Collectors.joining(" "));
    }

    /**
     * Returns the ranges of the text that match the query, in order and without overlaps. Pinyin in the query marks no
     * range.
     */
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
