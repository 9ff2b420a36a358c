package org.liaison.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How people come in. Bound by the house, which says the key of each.
///
/// @param program the code of the program; names the cookie, because programs share the host `localhost`
/// @param origin where people reach the program, `https://desk.example` or `http://localhost:8090`. *Who
///     controls it can have passkeys made for another site; they do not open this one.*
/// @param idle after how long without a request a session ends. *Longer: who finds an unlocked screen comes
///     in.*
/// @param longest after how long a session ends whatever happens
/// @param link how long an enrolment link opens. *Longer: who finds an old letter comes in.*
/// @param attempts see [Attempts]
/// @param openId another system that says who people are, if there is one
public record SignInSettings(
        String program,
        URI origin,
        Duration idle,
        Duration longest,
        Duration link,
        Attempts attempts,
        Optional<OpenId> openId) {

    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration LONGEST = Duration.ofHours(12);
    public static final Duration LINK = Duration.ofDays(3);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    public SignInSettings {
        if (!program.matches("[a-z0-9-]{1,40}"))
            throw new IllegalArgumentException("the program's code has 1 to 40 small letters, digits and hyphens");
        String host = origin.getHost();
        if (host == null || !Set.of("http", "https").contains(String.valueOf(origin.getScheme())))
            throw new IllegalArgumentException("origin is written https://host or https://host:port");
        if (!Set.of("", "/").contains(String.valueOf(origin.getRawPath()))
                || origin.getRawQuery() != null
                || origin.getRawFragment() != null
                || origin.getRawUserInfo() != null)
            throw new IllegalArgumentException("origin is a host and a port; no path, no name, no question mark");
        if (origin.getScheme().equals("http") && !THIS_MACHINE.contains(host))
            throw new IllegalArgumentException("origin is https, except on this machine: " + host);
        origin = URI.create(origin.getScheme() + "://" + host.toLowerCase(Locale.ROOT)
                + (origin.getPort() < 0 ? "" : ":" + origin.getPort()));
        if (idle.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(idle) < 0)
            throw new IllegalArgumentException("a session idles for at least a minute and lasts at least as long");
        if (longest.compareTo(Duration.ofHours(24)) > 0)
            throw new IllegalArgumentException("a session lasts a day at most");
        if (link.compareTo(Duration.ofMinutes(1)) < 0 || link.compareTo(Duration.ofDays(30)) > 0)
            throw new IllegalArgumentException("an enrolment link opens for a minute to 30 days");
    }

    /// With what is usual, and no other system.
    public static SignInSettings usual(String program, URI origin) {
        return new SignInSettings(program, origin, IDLE, LONGEST, LINK, Attempts.USUAL, Optional.empty());
    }

    /// Whom passkeys are made for: WebAuthn Level 3, "relying party identifier".
    String relyingParty() {
        return origin.getHost();
    }

    boolean secure() {
        return origin.getScheme().equals("https");
    }

    String cookie() {
        return "liaison-" + program;
    }

    /// How often a password may be wrong. After `name` wrong tries for one login name, or `address` from
    /// one source address, each further one closes that way for `lock`, doubling up to `longest`. Never for
    /// ever, and never the way of passkeys, or anybody could lock out anybody. A day without a wrong try
    /// forgets all. *More or shorter: passwords are guessed faster. Fewer or longer: colleagues are kept
    /// from theirs.*
    public record Attempts(int name, int address, Duration lock, Duration longest) {

        public static final Attempts USUAL = new Attempts(5, 50, Duration.ofMinutes(1), Duration.ofHours(1));

        public Attempts {
            if (name < 1 || name > 100)
                throw new IllegalArgumentException("tries for a name are 1 to 100: NIST SP 800-63B-4 section 3.2.2");
            if (address < name) throw new IllegalArgumentException("an address has at least the tries of a name");
            if (lock.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(lock) < 0)
                throw new IllegalArgumentException("a lock lasts at least a second, the longest at least as long");
            if (longest.compareTo(Duration.ofDays(1)) > 0)
                throw new IllegalArgumentException("a lock lasts a day at most");
        }
    }

    /// An OpenID provider. It says who somebody is; it never makes a person. *Who controls it can be
    /// anybody who is linked to it, and with `claim` anybody at all.*
    ///
    /// @param name what the sign-in page calls it
    /// @param issuer its address, where its configuration is found
    /// @param client what it calls us
    /// @param secretFile with our secret there
    /// @param claim if given, whoever's claim equals a login name is that person: `preferred_username`,
    ///     or `email` if the provider says that it is verified
    public record OpenId(String name, URI issuer, String client, Path secretFile, Optional<String> claim) {
        public OpenId {
            if (name.isBlank() || client.isBlank())
                throw new IllegalArgumentException("an OpenID provider has a name and a client");
            if (issuer.getHost() == null
                    || !("https".equals(issuer.getScheme()) || THIS_MACHINE.contains(issuer.getHost())))
                throw new IllegalArgumentException("an OpenID issuer is https, except on this machine");
        }
    }
}
