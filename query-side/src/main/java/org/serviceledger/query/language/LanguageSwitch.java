package org.serviceledger.query.language;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.serviceledger.words.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Stores in a cookie, for a year, which language a visitor wants. */
@Controller
class LanguageSwitch {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @GetMapping("/language/{tag}")
    ResponseEntity<Void> speak(@PathVariable String tag, @RequestParam(required = false) @Nullable String back) {
        if (Language.tagged(tag).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var cookie = ResponseCookie.from(LanguageFilter.COOKIE, tag)
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, ofThisSite(back))
                .build();
    }

    /**
     * Returns {@code back} if it is a path on this site in printable ASCII, else {@code /}. Any other value could
     * redirect to another site or break the header.
     */
    private static String ofThisSite(@Nullable String back) {
        return back != null && back.matches("/(?!/)[!-~&&[^\\\\]]*") ? back : "/";
    }
}
