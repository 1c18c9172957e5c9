package org.serviceledger.query.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** A choice of a visitor, such as a language, that a cookie remembers for a year. */
public final class RememberedChoice {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private RememberedChoice() {}

    /** Returns the values of this cookie in a request. Any client can send any values. */
    public static Stream<String> of(HttpServletRequest request, String cookie) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(sent -> sent.getName().equals(cookie))
                .map(Cookie::getValue);
    }

    /**
     * Returns a response that sets the cookie and redirects to {@code back} if that is a path on this site in printable
     * ASCII, else to {@code /}. Any other value could redirect to another site or break the header.
     */
    public static ResponseEntity<Void> remember(String cookie, String value, @Nullable String back) {
        var remembered = ResponseCookie.from(cookie, value)
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, remembered.toString())
                .header(HttpHeaders.LOCATION, ofThisSite(back))
                .build();
    }

    private static String ofThisSite(@Nullable String back) {
        return back != null && back.matches("/(?!/)[!-~&&[^\\\\]]*") ? back : "/";
    }
}
