package org.serviceledger.query.pages;

import org.jspecify.annotations.Nullable;
import org.serviceledger.query.shared.RememberedChoice;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Stores in a cookie, for a year, how a visitor wants pages to look. */
@Controller
class AppearanceSwitch {

    @GetMapping("/appearance/{choice}")
    ResponseEntity<Void> choose(@PathVariable String choice, @RequestParam(required = false) @Nullable String back) {
        return Appearance.tagged(choice)
                .map(chosen -> RememberedChoice.remember(chosen.cookie(), chosen.tag(), back))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
