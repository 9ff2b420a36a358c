package org.liaison.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.liaison.database.Database;

/// Gives tests the one site that they share, and closes it when the last test is over.
final class OpenSite implements ParameterResolver {

    private record Open(Database database, Site site) implements AutoCloseable {
        @Override
        public void close() {
            site.close();
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Site.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OpenSite.class))
                .computeIfAbsent(Open.class, _ -> open(), Open.class)
                .site();
    }

    private static Open open() {
        try {
            Database database = Site.database(
                    Files.createTempDirectory(Path.of("target"), "site").toAbsolutePath());
            return new Open(database, Site.start(database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
