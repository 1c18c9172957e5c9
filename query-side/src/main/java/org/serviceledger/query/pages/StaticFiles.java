package org.serviceledger.query.pages;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Style sheets, scripts and images. The address of a file in a page contains the hash of its content. Under that
 * address a browser keeps the file for a year; under the plain one, it asks each time whether the file has changed.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    /** Path patterns, and where in the jars the files are. */
    private static final Map<String, String> FILES = Map.of(
            "/css/**", "classpath:/static/css/",
            "/js/**", "classpath:/static/js/",
            "/favicon*.svg", "classpath:/static/",
            "/webjars/**", "classpath:/META-INF/resources/webjars/",
            "/_static/**", "classpath:/META-INF/resources/_static/");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        FILES.forEach((paths, place) -> registry.addResourceHandler(paths)
                .addResourceLocations(place)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new KeptForAYear()));
    }

    /** Makes {@code @{…}} in templates add the hash. */
    @Autowired
    void linksAreHashed(SpringTemplateEngine pages, ObjectProvider<ResourceUrlProvider> files) {
        pages.setLinkBuilder(new HashedLinks(files::getObject));
    }
}
