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
@Component("errorTexts")
class ErrorTexts {

    private final Directory directory;

    ErrorTexts(Directory directory) {
        this.directory = directory;
    }

    /** One error text, in the language of the request. */
    public record ErrorText(int status, String heading, String advice) {}

    /** The county office's phone number, null if unknown. Reads only memory, because any server may be down. */
    public @Nullable String phone() {
        return directory.lastKnown().stream()
                .filter(known -> known.kind() == OrganizationKind.COUNTY_OFFICE)
                .map(OrganizationDocument::phone)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** The text of a page that needs the ledger's database while it does not answer. */
    public ErrorText ofTheLedger() {
        return text(HttpStatus.SERVICE_UNAVAILABLE, "error.ledger-away", "error.ledger-away.advice");
    }

    public ErrorText of(@Nullable Integer status) {
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.resolve(status);
        return switch (known) {
            case BAD_REQUEST -> text(known, "error.bad-request", "error.bad-request.advice");
            case FORBIDDEN -> text(known, "error.forbidden", "error.forbidden.advice");
            case NOT_FOUND -> text(known, "error.not-found", "error.not-found.advice");
            case METHOD_NOT_ALLOWED -> text(known, "error.read-only", "error.read-only.advice");
            case TOO_MANY_REQUESTS -> text(known, "error.too-often", "error.too-often.advice");
            case SERVICE_UNAVAILABLE -> text(known, "error.search-away", "error.search-away.advice");
            case null, default ->
                new ErrorText(
                        status == null ? HttpStatus.INTERNAL_SERVER_ERROR.value() : status,
                        Words.say("error.failed"),
                        Words.say("error.failed.advice"));
        };
    }

    private static ErrorText text(HttpStatus status, String heading, String advice) {
        return new ErrorText(status.value(), Words.say(heading), Words.say(advice));
    }
}
