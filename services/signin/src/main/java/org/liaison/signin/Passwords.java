package org.liaison.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.web.server.ResponseStatusException;

/// What a password must be, how it is kept, and how long it takes to find out that it is wrong.
final class Passwords {

    /// NIST SP 800-63B-4 section 3.1.1.2: at least 15 characters where a password alone lets somebody in;
    /// at least 64 must be possible; no rules of composition, no change by date.
    static final int SHORTEST = 15;

    static final int LONGEST = 200;

    /// OWASP Password Storage Cheat Sheet, Argon2id: m = 19 MiB, t = 2, p = 1 at least. RFC 9106 section
    /// 3.1: 128 bits of salt, 256 of tag.
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    /// Each check takes the memory above. More at once wait, on a thread that others need for their pages, and so
    /// not for long.
    static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// What must be left of a password when related and common words are taken out.
    private static final int OF_ONES_OWN = 8;

    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_REPEATED = 6;

    enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        RELATED,
        REPEATED
    }

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, TAG_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
    private final Duration patience;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Set<String> common = common();

    /// What is checked when there is nobody, so that nobody's answer takes as long as somebody's.
    private final HashedPassword nobodys;

    Passwords() {
        this(PATIENCE);
    }

    Passwords(Duration patience) {
        this.patience = patience;
        this.nobodys = hash("nobody has this password, and nobody ever will");
    }

    /// Too many passwords are being looked at: this one was not. A page says to try again in a minute.
    static final class Busy extends ResponseStatusException {

        private static final long serialVersionUID = 1;

        Busy() {
            super(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /// The first thing that is wrong with a new password.
    Optional<Flaw> flaw(String password, Person person) {
        String typed = normal(password);
        int length = typed.codePointCount(0, typed.length());
        if (length < SHORTEST) return Optional.of(Flaw.TOO_SHORT);
        if (length > LONGEST) return Optional.of(Flaw.TOO_LONG);
        String plain = letters(typed);
        if (repeated(typed.toLowerCase(Locale.ROOT))) return Optional.of(Flaw.REPEATED);
        if (common.contains(plain)) return Optional.of(Flaw.COMMON);
        if (without(plain, related(person)).length() < OF_ONES_OWN) return Optional.of(Flaw.RELATED);
        return without(plain, common).length() < OF_ONES_OWN ? Optional.of(Flaw.COMMON) : Optional.empty();
    }

    HashedPassword hash(String password) {
        return inTurn(() -> new HashedPassword(java.util.Objects.requireNonNull(argon2.encode(normal(password)))));
    }

    /// Takes as long when there is no password to compare with.
    boolean matches(String password, Optional<HashedPassword> kept) {
        if (password.length() > 2 * LONGEST) return false;
        boolean same = inTurn(
                () -> argon2.matches(normal(password), kept.orElse(nobodys).encoded()));
        return same && kept.isPresent();
    }

    <T> T inTurn(java.util.function.Supplier<T> work) {
        if (!comesUp()) throw new Busy();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean comesUp() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// NIST SP 800-63B-4 section 3.1.1.2: normalised, so that one keyboard's accent is another's.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static String letters(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// One short piece over and over: `xoxoxoxoxoxoxoxo`.
    private static boolean repeated(String typed) {
        for (int period = 1; period <= LONGEST_REPEATED; period++)
            if (typed.substring(period).equals(typed.substring(0, typed.length() - period))) return true;
        return false;
    }

    private static List<String> related(Person person) {
        List<String> words = new ArrayList<>(List.of("liaison", "gateway"));
        for (String part : (person.login() + " " + person.name()).split("[^\\p{L}\\p{N}]+", -1))
            words.add(letters(part));
        person.grants().forEach(grant -> words.addAll(List.of(grant.scope().split("[.-]", -1))));
        return words;
    }

    /// Longer words first, or the end of a long one would stay.
    private static String without(String plain, Collection<String> words) {
        return words.stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(plain, (left, word) -> left.replace(word, ""));
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) throw new IllegalStateException("the program was built without its common passwords");
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
