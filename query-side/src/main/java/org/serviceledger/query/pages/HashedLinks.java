package org.serviceledger.query.pages;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Builds the links of templates. The link to a static file gets the hash of the file's content. */
final class HashedLinks extends StandardLinkBuilder {

    /** Only links to files are looked up among the files: a page holds many links, and most lead to other pages. */
    private static final Pattern FILE = Pattern.compile("/(?:css|js|webjars|_static|favicon)[^?#]*");

    private final Supplier<ResourceUrlProvider> files;

    HashedLinks(Supplier<ResourceUrlProvider> files) {
        this.files = files;
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        var root = context instanceof IWebContext web
                ? Objects.requireNonNullElse(web.getExchange().getRequest().getApplicationPath(), "")
                : "";
        var path = link.startsWith(root) ? link.substring(root.length()) : link;
        return super.processLink(context, FILE.matcher(path).matches() ? root + hashed(path) : link);
    }

    private String hashed(String path) {
        return Objects.requireNonNullElse(files.get().getForLookupPath(path), path);
    }
}
