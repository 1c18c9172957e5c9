package org.serviceledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceledger.api.EventTypes;
import org.serviceledger.words.Language;
import org.serviceledger.words.Term;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Checks that every term and every event, here and in the API, has a name in each language alone. */
class TermsTest {

    private static final String HAN = "\\p{IsHan}";

    static Stream<Term> constants() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Term.class));
        return scan.findCandidateComponents("org.serviceledger").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Term.class::cast);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantHasWordsInEachLanguage(Term constant) {
        hasWords(constant::term);
    }

    static Stream<String> events() {
        return EventTypes.all().stream().map(EventTypes::wireName);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasWordsInEachLanguage(String wireName) {
        hasWords(language -> EventTypes.term(wireName, language));
    }

    private static void hasWords(Function<Language, String> in) {
        assertThat(in.apply(Language.CHINESE)).containsPattern(HAN);
        assertThat(in.apply(Language.ENGLISH)).isNotBlank().doesNotContainPattern(HAN);
    }
}
