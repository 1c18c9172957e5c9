package org.serviceledger.query.language;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.serviceledger.words.Message;
import org.serviceledger.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Tells templates the language of the page and the target of the language switch. */
@Component("spoken")
class SpokenLanguage {

    private static final String CODE = "code=";

    /** The value of the page's {@code lang} attribute. */
    public String tag() {
        return Language.current().tag();
    }

    public Language other() {
        return switch (Language.current()) {
            case CHINESE -> Language.ENGLISH;
            case ENGLISH -> Language.CHINESE;
        };
    }

    /** The name of the other language, in that language. */
    public String otherName() {
        return Words.in(other()).say(Message.of("language.name"));
    }

    /**
     * The address to which the switch returns: that of the current page with its query, but without a progress code,
     * which is a secret. It is {@code /} for error pages and for requests other than GET.
     */
    public String address() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return "/";
        }
        var request = attributes.getRequest();
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        if (failed || !request.getMethod().equals("GET")) {
            return "/";
        }
        var query = Stream.ofNullable(request.getQueryString())
                .flatMap(Pattern.compile("&")::splitAsStream)
                .filter(part -> !part.startsWith(CODE))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** Gives Spring and Thymeleaf the locale of the current language. */
    static final class Resolver implements LocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return Language.current().locale();
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            throw new UnsupportedOperationException("the language of a request is bound by LanguageFilter");
        }
    }
}
