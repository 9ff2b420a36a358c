package org.liaison.certs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// What one file of `certs/profiles` says. Every line of it must be understood: an unknown or
/// missing entry is an error, so that what a reviewer read is what is issued.
///
/// `identity` is empty for issuers, which have none. `hosts` are the names of a server in its
/// certificate unless the operator gives others; empty for what is no server.
record Terms(
        String profile,
        List<IssuedBy> issuedBy,
        Optional<String> identity,
        Duration validity,
        Optional<Duration> listValidity,
        List<String> hosts,
        List<KeyTerms> keys) {

    /// Who signs certificates of a profile.
    enum IssuedBy {
        ITSELF,
        ROOT,
        STATE,
        OPERATOR
    }

    Terms {
        issuedBy = List.copyOf(issuedBy);
        hosts = List.copyOf(hosts);
        keys = List.copyOf(keys);
    }

    static Terms of(String profile) {
        try (InputStream stream = Terms.class.getResourceAsStream("profiles/" + profile + ".properties")) {
            if (stream == null) throw new PkiRefused("this build contains no profile '" + profile + "'");
            return read(profile, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Terms read(String profile, Reader text) throws IOException {
        Lines lines = new Lines(profile, text);
        Terms terms = new Terms(
                profile,
                lines.words("issued-by").stream()
                        .map(word -> IssuedBy.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList(),
                lines.optional("identity"),
                lines.days("validity.days"),
                lines.optional("list.days").map(days -> Duration.ofDays(Long.parseLong(days))),
                lines.words("hosts"),
                lines.words("keys").stream().map(lines::key).toList());
        lines.nothingElse();
        return terms;
    }

    boolean isServer() {
        return !hosts.isEmpty();
    }

    private static final class Lines {
        private final String profile;
        private final Properties properties = new OncePerName();
        private final Set<String> asked = new HashSet<>();

        Lines(String profile, Reader text) throws IOException {
            this.profile = profile;
            properties.load(text);
        }

        String text(String name) {
            return optional(name).orElseThrow(() -> wrong("lacks '" + name + "'"));
        }

        Optional<String> optional(String name) {
            asked.add(name);
            return Optional.ofNullable(properties.getProperty(name)).map(String::strip);
        }

        Duration days(String name) {
            return Duration.ofDays(Long.parseLong(text(name)));
        }

        List<String> words(String name) {
            return optional(name)
                    .map(words -> Arrays.asList(words.split("\\s+")))
                    .orElse(List.of());
        }

        KeyTerms key(String alias) {
            return new KeyTerms(
                    alias,
                    KeyKind.ofCode(text(alias + ".algorithm")),
                    words(alias + ".use"),
                    words(alias + ".purpose"));
        }

        void nothingElse() {
            for (String name : properties.stringPropertyNames())
                if (!asked.contains(name)) throw wrong("has an entry that nobody reads: '" + name + "'");
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException("profile " + profile + " " + what);
        }
    }

    private static final class OncePerName extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object name, Object value) {
            if (containsKey(name)) throw new IllegalArgumentException("entry '" + name + "' comes twice");
            return super.put(name, value);
        }
    }
}
