package org.serviceledger.query.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.shared.Freshness;
import org.serviceledger.query.shared.ReadApi;
import org.serviceledger.store.Disclosures;
import org.serviceledger.store.evidence.EvidenceWriter;
import org.serviceledger.store.publication.PublishedLog;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves evidence over HTTP as zips. Each zip is written while it is sent. */
@ReadApi
@Tag(name = "api.tag.evidence")
class EvidenceApi {

    private static final String ZIP = "application/zip";

    private final Evidence evidence;
    private final EvidenceWriter writer;

    EvidenceApi(Evidence evidence, PublishedLog log, Disclosures disclosures) {
        this.evidence = evidence;
        this.writer = new EvidenceWriter(log, disclosures);
    }

    @GetMapping("/api/cases/{id}/evidence")
    @Operation(summary = "api.case.evidence")
    @ApiResponse(responseCode = "200", description = "api.zip", content = @Content(mediaType = ZIP))
    void ofCase(
            @PathVariable String id,
            @ParameterObject @ModelAttribute Freshness freshness,
            @AuthenticationPrincipal SignedIn user,
            HttpServletResponse response)
            throws IOException {
        send(evidence.ofCase(id, freshness, user), response);
    }

    @GetMapping("/api/public/progress/receipts")
    @Operation(summary = "api.public.receipts")
    @ApiResponse(responseCode = "200", description = "api.zip", content = @Content(mediaType = ZIP))
    void receipts(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String code,
            @ParameterObject @ModelAttribute Freshness freshness,
            HttpServletResponse response)
            throws IOException {
        send(evidence.receipts(number, code, freshness), response);
    }

    private void send(Evidence.Taken taken, HttpServletResponse response) throws IOException {
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(taken.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        writer.write(taken.bundle(), response.getOutputStream());
    }
}
