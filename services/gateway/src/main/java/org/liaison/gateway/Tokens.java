package org.liaison.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may ask. A token is 256 random bits, shown once; the database keeps its SHA-256. A slow hash
/// would add nothing: there is no dictionary of such tokens.
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "liaison_";

    private final JdbcClient database;

    Tokens(JdbcClient database) {
        this.database = database;
    }

    /// Makes the first token of this gateway. With a file it is written there, 0600, before it counts;
    /// without one it is answered to be shown, once. Absent when there was a token before.
    Optional<String> first(Set<AuthorityCode> authorities, Optional<Path> file, Instant now) {
        int known =
                database.sql("select count(*) from tokens").query(Integer.class).single();
        if (known > 0) return Optional.empty();
        String token = random();
        file.ifPresent(path -> write(path, token));
        keep("first", token, authorities, now);
        return Optional.of(token);
    }

    String issue(String label, Set<AuthorityCode> authorities, Instant now) {
        String token = random();
        keep(label, token, authorities, now);
        return token;
    }

    /// The authorities a token acts for. Every known digest is compared in constant time.
    Optional<Set<AuthorityCode>> authorities(String token) {
        byte[] digest = Bytes.ofUtf8(token).sha256().value().toArray();
        List<Known> known = database.sql("select digest, authorities from tokens where revoked is null")
                .query((row, n) -> new Known(Bytes.owned(row.getBytes(1)), Rows.authorities(row.getArray(2))))
                .list();
        Optional<Set<AuthorityCode>> found = Optional.empty();
        for (Known candidate : known)
            if (MessageDigest.isEqual(candidate.digest.toArray(), digest))
                found = Optional.of(new TreeSet<>(candidate.authorities));
        return found;
    }

    private void keep(String label, String token, Set<AuthorityCode> authorities, Instant now) {
        database.sql("insert into tokens (id, label, digest, authorities, created) values (?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        label,
                        Bytes.ofUtf8(token).sha256().value().toArray(),
                        authorities.stream().map(AuthorityCode::toString).toArray(String[]::new),
                        Timestamp.from(now))
                .update();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, String token) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, token + "\n");
        } catch (IOException e) {
            throw new VaultUnreachable("The first token cannot be written to " + file + ".", e);
        }
    }

    private record Known(Bytes digest, List<AuthorityCode> authorities) {}
}
