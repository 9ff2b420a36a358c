package org.liaison.database;

import java.nio.file.Path;
import java.util.Optional;

/// Where a program's database is. Whoever controls these settings chooses which machine keeps the records.
///
/// `url` names a server (`jdbc:postgresql://host/database`); without it the program runs a small server of its
/// own under `folder`. `passwordFile` belongs to `url`; the own server makes its own password. `connections` is
/// the size of the pool, to which a program may add a few of its own.
public record DatabaseSettings(
        Optional<String> url, String user, Optional<Path> passwordFile, Path folder, int connections) {

    private static final String SCHEME = "jdbc:postgresql:";

    public DatabaseSettings {
        folder = folder.toAbsolutePath().normalize();
        if (user.isBlank()) throw new IllegalArgumentException("the database user has a name");
        if (connections < 2 || connections > 200)
            throw new IllegalArgumentException("a program takes 2 to 200 database connections, not " + connections);
        url.ifPresent(text -> {
            if (!text.startsWith(SCHEME)) throw new IllegalArgumentException("a database URL begins with " + SCHEME);
            if (text.contains("password="))
                throw new IllegalArgumentException("a database password belongs in the password file, not in the URL");
        });
    }

    /// A server of the program's own, under `folder`.
    public static DatabaseSettings embedded(Path folder) {
        return new DatabaseSettings(Optional.empty(), "liaison", Optional.empty(), folder, 10);
    }
}
