package org.liaison.signin;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a house's file can say under `sign-in` about how people come in. What it leaves out
/// is as usual.
///
/// @param link how long an enrolment link opens; default 3d. *Longer: who finds an old letter
///     comes in.*
/// @param attempts see [Tries]
/// @param openId see [OpenIdAt]; without it there is no other system that says who people are
/// @param proxies addresses of the proxies before us, like `10.0.0.5`; default none. Only
///     from these it is believed for whom they ask (`X-Forwarded-For`), so that tries are counted
///     by the address they come from. *Who asks from one of them can be counted as anybody: guess
///     without end, or keep others out.*
public record SignInKeys(
        @Nullable Duration link,
        @Nullable Tries attempts,
        @Nullable OpenIdAt openId,
        @Nullable List<String> proxies) {

    public SignInKeys {
        proxies = proxies == null ? List.of() : List.copyOf(proxies);
        for (String proxy : proxies) literal(proxy);
        if (attempts != null) attempts.terms();
        if (openId != null) openId.settings();
    }

    /// How many wrong passwords are borne.
    ///
    /// @param name wrong tries for one login name before it closes for a while; default 5.
    ///     *More: passwords are guessed faster. Fewer: colleagues are kept from theirs.*
    /// @param address the same for one source address; default 50
    /// @param lock how long it closes; doubles with each further try; default 1m
    /// @param longest up to this; default 1h
    public record Tries(
            @Nullable Integer name,
            @Nullable Integer address,
            @Nullable Duration lock,
            @Nullable Duration longest) {

        SignInSettings.Attempts terms() {
            SignInSettings.Attempts usual = SignInSettings.Attempts.USUAL;
            return new SignInSettings.Attempts(
                    name == null ? usual.name() : name,
                    address == null ? usual.address() : address,
                    lock == null ? usual.lock() : lock,
                    longest == null ? usual.longest() : longest);
        }
    }

    /// *Who controls the provider can be anybody who is linked to it, and with `claim`
    /// anybody at all.*
    ///
    /// @param name what the sign-in page calls it; required
    /// @param issuer its address, where its configuration is found; required
    /// @param client what it calls us; required
    /// @param secretFile with our secret there; required. *Who reads it can ask the provider
    ///     in our name.*
    /// @param claim if given, whoever's claim equals a login name is that person:
    ///     `preferred_username`, or `email` if the provider says that it is verified
    public record OpenIdAt(
            @Nullable String name,
            @Nullable URI issuer,
            @Nullable String client,
            @Nullable Path secretFile,
            @Nullable String claim) {

        SignInSettings.OpenId settings() {
            return new SignInSettings.OpenId(
                    required("name", name),
                    required("issuer", issuer),
                    required("client", client),
                    required("secret-file", secretFile),
                    Optional.ofNullable(claim));
        }

        private static <T> T required(String key, @Nullable T value) {
            if (value == null) throw new IllegalArgumentException("sign-in.open-id." + key + " is required");
            return value;
        }
    }

    /// Where a house's file says nothing.
    public static SignInKeys none() {
        return new SignInKeys(null, null, null, null);
    }

    public SignInSettings settings(String program, URI origin, Duration idle, Duration longest) {
        return new SignInSettings(
                program,
                origin,
                idle,
                longest,
                link == null ? SignInSettings.LINK : link,
                attempts == null ? SignInSettings.Attempts.USUAL : attempts.terms(),
                Optional.ofNullable(openId).map(OpenIdAt::settings));
    }

    /// What the web server is told: nothing of proxies where there are none, so that nobody's word
    /// is taken; and to lead on by paths alone, for the name in a request is whatever its sender
    /// wrote.
    public Map<String, Object> server() {
        Map<String, Object> server = new HashMap<>();
        server.put("server.tomcat.use-relative-redirects", true);
        server.put("server.forward-headers-strategy", proxies().isEmpty() ? "none" : "native");
        if (!proxies().isEmpty())
            server.put(
                    "server.tomcat.remoteip.internal-proxies",
                    proxies().stream()
                            .map(SignInKeys::literal)
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")));
        return server;
    }

    @Override
    public List<String> proxies() {
        return proxies == null ? List.of() : proxies;
    }

    public SignInKeys relativeTo(Path folder) {
        if (openId == null || openId.secretFile == null) return this;
        Path secret = folder.resolve(openId.secretFile).normalize();
        return new SignInKeys(
                link, attempts, new OpenIdAt(openId.name, openId.issuer, openId.client, secret, openId.claim), proxies);
    }

    /// As the server writes it when it compares.
    private static String literal(String address) {
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sign-in.proxies lists addresses like 10.0.0.5, not " + address, e);
        }
    }
}
