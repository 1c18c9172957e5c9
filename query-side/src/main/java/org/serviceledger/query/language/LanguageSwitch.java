package org.serviceledger.query.language;

import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.RememberedChoice;
import org.serviceledger.words.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Stores in a cookie, for a year, which language a visitor wants. */
@Controller
class LanguageSwitch {

    @GetMapping("/language/{tag}")
    ResponseEntity<Void> speak(@PathVariable String tag, @RequestParam(required = false) @Nullable String back) {
        return Language.tagged(tag).isEmpty()
                ? ResponseEntity.notFound().build()
                : RememberedChoice.remember(LanguageFilter.COOKIE, tag, back);
    }
}
