package org.liaison.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// What we asked the OpenID provider on whose behalf, until the browser comes back from there. The session's
/// cookie does not travel back with it, so a cookie of its own names the handshake: it travels with links from
/// elsewhere, opens nothing else, and is good once.
final class Handshakes implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PATH = "/sign-in/openid";
    private static final String CAME_BACK = Handshakes.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 1000;
    private static final int NAME_BYTES = 32;
    private static final int LONGEST_TOKEN = 60;

    /// @param enrolment the link that the person has opened, if this is to be the way in from now on
    record Handshake(OAuth2AuthorizationRequest asked, ReturnTo to, Optional<String> enrolment, Instant ends) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    private final SignInSettings settings;
    private final Clock clock;

    /// Strangers fill it; the oldest goes when it is full.
    private final Map<String, Handshake> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Handshake> eldest) {
            return size() > MOST;
        }
    };

    Handshakes(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// The handshake that this request ended.
    static Optional<Handshake> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(CAME_BACK)).map(Handshake.class::cast);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String name = cookie(request);
        if (name == null) return null;
        synchronized (open) {
            Handshake handshake = open.get(name);
            return handshake == null ? null : good(handshake, request);
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        byte[] random = new byte[NAME_BYTES];
        RANDOM.nextBytes(random);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Optional<String> enrolment = ours(request)
                ? Optional.ofNullable(request.getParameter("enrol")).filter(token -> token.length() <= LONGEST_TOKEN)
                : Optional.empty();
        Instant ends = clock.instant().plus(PATIENCE);
        synchronized (open) {
            open.put(name, new Handshake(asked, ReturnTo.of(request.getParameter("to")), enrolment, ends));
        }
        response.addCookie(named(name, PATIENCE));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        String name = cookie(request);
        if (name == null) return null;
        response.addCookie(named("", Duration.ZERO));
        Handshake handshake;
        synchronized (open) {
            handshake = open.remove(name);
        }
        if (handshake == null) return null;
        request.setAttribute(CAME_BACK, handshake);
        return good(handshake, request);
    }

    /// Another site's link would enrol whoever follows it as somebody of its choice.
    private static boolean ours(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }

    private @Nullable OAuth2AuthorizationRequest good(Handshake handshake, HttpServletRequest request) {
        boolean ours =
                handshake.asked.getState() != null && handshake.asked.getState().equals(request.getParameter("state"));
        return ours && clock.instant().isBefore(handshake.ends) ? handshake.asked : null;
    }

    private @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return null;
        for (Cookie cookie : cookies) if (cookie.getName().equals(name())) return cookie.getValue();
        return null;
    }

    private Cookie named(String value, Duration age) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.secure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) age.toSeconds());
        return cookie;
    }

    private String name() {
        return settings.cookie() + "-openid";
    }
}
