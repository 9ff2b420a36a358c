package org.liaison.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one hub that they share, and closes it when the last test is over.
final class OpenCrew implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Crew.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OpenCrew.class))
                .computeIfAbsent(Crew.class, _ -> open());
    }

    private static Crew open() {
        try {
            return new Crew(Files.createTempDirectory(Path.of("target"), "crew").toAbsolutePath());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
