package org.serviceledger.app.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceledger.app.operations.OperationsSection;
import org.serviceledger.store.verify.PastVerification;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the result of the latest verification, with a button to start another. */
@Controller
@Order(30)
class VerificationSection implements OperationsSection {

    private final VerificationRun run;

    VerificationSection(VerificationRun run) {
        this.run = run;
    }

    /** Content of the section. */
    public record Shown(
            @Nullable PastVerification last,
            VerificationRun.@Nullable Progress running,
            @Nullable Instant next) {}

    @Override
    public String template() {
        return "operations/verification";
    }

    @Override
    public Shown content() {
        return new Shown(
                run.last().orElse(null), run.progress().orElse(null), run.next().orElse(null));
    }

    @PostMapping("/operations/verification")
    String begin() {
        run.begin();
        return "redirect:/operations";
    }
}
