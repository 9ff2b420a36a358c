package org.liaison.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

/// Finds `desk/inbox` at `org/liaison/desk/pages/inbox.html`.
final class RoomTemplates extends ClassLoaderTemplateResolver {

    private static final String NAME = "[a-z]+/[a-z-]+";

    RoomTemplates() {
        setTemplateMode(TemplateMode.HTML);
        setCharacterEncoding("UTF-8");
        setCacheable(true);
        setCheckExistence(true);
    }

    @Override
    protected @Nullable ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String template,
            String resource,
            String encoding,
            Map<String, Object> attributes) {
        if (!template.matches(NAME)) return null;
        int slash = template.indexOf('/');
        String file = "org/liaison/" + template.substring(0, slash) + "/pages" + template.substring(slash) + ".html";
        return super.computeTemplateResource(configuration, owner, template, file, encoding, attributes);
    }
}
