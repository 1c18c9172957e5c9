package org.serviceledger.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff sign in; the public never has to. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String show() {
        return "sign-in";
    }
}
