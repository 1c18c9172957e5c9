package org.serviceledger.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Lets browsers keep a file for a year, without asking again, if they asked for it by the hash of its content. */
final class KeptForAYear implements ResourceTransformer {

    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    /** The resolver of hashed addresses returns an {@link HttpResource}, that of plain ones does not. */
    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var file = chain.transform(request, resource);
        return resource instanceof HttpResource ? new Kept(file) : file;
    }

    private static final class Kept extends TransformedResource implements HttpResource {

        Kept(Resource file) throws IOException {
            super(file, file.getContentAsByteArray());
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            var headers = new HttpHeaders();
            headers.setCacheControl(FOR_A_YEAR);
            return headers;
        }
    }
}
