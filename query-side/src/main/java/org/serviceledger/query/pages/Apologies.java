package org.serviceledger.query.pages;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.organization.OrganizationKind;
import org.serviceledger.projection.organization.OrganizationDocument;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The texts of a page that cannot be shown: what happened, and what the visitor can do. */
@Component("apologies")
class Apologies {

    private final Directory directory;

    Apologies(Directory directory) {
        this.directory = directory;
    }

    /** One apology, in the current language. */
    public record Apology(int status, String heading, String advice) {}

    /** The county office's phone number, null if unknown. Reads only memory, because any server may be down. */
    public @Nullable String phone() {
        return directory.lastKnown().stream()
                .filter(known -> known.kind() == OrganizationKind.COUNTY_OFFICE)
                .map(OrganizationDocument::phone)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** The apology for a page that needs the ledger's database while it does not answer. */
    public Apology ofTheLedger() {
        return apology(HttpStatus.SERVICE_UNAVAILABLE, "error.ledger-away", "error.ledger-away.advice");
    }

    public Apology of(@Nullable Integer status) {
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.resolve(status);
        return switch (known) {
            case BAD_REQUEST -> apology(known, "error.bad-request", "error.bad-request.advice");
            case FORBIDDEN -> apology(known, "error.forbidden", "error.forbidden.advice");
            case NOT_FOUND -> apology(known, "error.not-found", "error.not-found.advice");
            case METHOD_NOT_ALLOWED -> apology(known, "error.read-only", "error.read-only.advice");
            case TOO_MANY_REQUESTS -> apology(known, "error.too-often", "error.too-often.advice");
            case SERVICE_UNAVAILABLE -> apology(known, "error.search-away", "error.search-away.advice");
            case null, default ->
                new Apology(
                        status == null ? HttpStatus.INTERNAL_SERVER_ERROR.value() : status,
                        Words.say("error.failed"),
                        Words.say("error.failed.advice"));
        };
    }

    private static Apology apology(HttpStatus status, String heading, String advice) {
        return new Apology(status.value(), Words.say(heading), Words.say(advice));
    }
}
