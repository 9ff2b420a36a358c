package org.liaison.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liaison.message.StrictJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.node.ObjectNode;

/// The door for programs. It looks at `Authorization: Bearer` and at nothing else: a browser sends no such header by
/// itself, so no page of anybody's can make one come in. Who is not let in gets an RFC 9457 problem.
final class TokenGate extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(TokenGate.class);
    private static final String SCHEME = "bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /// Why nobody came in. The names are those of the problems.
    private enum Shut {
        TOKEN_MISSING("This door is for programs: send a token, `Authorization: Bearer TOKEN`."),
        TOKEN_UNKNOWN("This token is not known here. Make one on the page of your account."),
        TOKEN_EXPIRED("The time of this token is over. Make a new one on the page of your account."),
        TOKEN_REVOKED("This token was revoked. Make a new one on the page of your account."),
        TOKEN_ENDED("This token ended when its person was disabled, got other roles or changed how to sign in."
                + " Make a new one on the page of your account."),
        TOO_MANY_TRIES("Too many unknown tokens came from this address. Wait, then try again.");

        private final String sentence;

        Shut(String sentence) {
            this.sentence = sentence;
        }

        static Shut of(AccessTokens.Over over) {
            return switch (over) {
                case REVOKED -> TOKEN_REVOKED;
                case ENDED -> TOKEN_ENDED;
                case EXPIRED -> TOKEN_EXPIRED;
            };
        }
    }

    private final AccessTokens tokens;
    private final Books books;
    private final SecurityContextRepository contexts;
    private final Clock clock;

    TokenGate(AccessTokens tokens, Books books, SecurityContextRepository contexts, Clock clock) {
        this.tokens = tokens;
        this.books = books;
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = bearer(request.getHeader("Authorization"));
        if (token.isEmpty()) {
            shut(response, Shut.TOKEN_MISSING);
            return;
        }
        Optional<Instant> locked = books.attempts().tokensLocked(request.getRemoteAddr());
        if (locked.isPresent()) {
            Duration wait = Duration.between(clock.instant(), locked.get());
            response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
            shut(response, Shut.TOO_MANY_TRIES);
            return;
        }
        switch (tokens.worth(token.get())) {
            case AccessTokens.Worth.Good(Account account, UUID id) -> {
                letIn(account, id, request, response);
                chain.doFilter(request, response);
            }
            case AccessTokens.Worth.Stale(AccessTokens.Over over) -> shut(response, Shut.of(over));
            case AccessTokens.Worth.Unknown _ -> {
                books.attempts().tokenFailed(request.getRemoteAddr());
                shut(response, Shut.TOKEN_UNKNOWN);
            }
        }
    }

    /// An action is in the book before it is done.
    private void letIn(Account account, UUID token, HttpServletRequest request, HttpServletResponse response) {
        UUID id = account.person().id();
        if (!READING.contains(request.getMethod()))
            books.events().record(Events.What.TOKEN_USED, id, id, token.toString());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(account.person()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /// RFC 6750 section 2.1; the scheme's case does not count (RFC 9110 section 11.1).
    private static Optional<String> bearer(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip())
                .filter(text -> !text.isEmpty());
    }

    private static void shut(HttpServletResponse response, Shut why) throws IOException {
        HttpStatus status = why == Shut.TOO_MANY_TRIES ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED;
        LOG.info("a program was not let in: {}", why);
        ObjectNode problem = StrictJson.MAPPER.createObjectNode();
        problem.put(
                "type",
                "urn:liaison:problem:" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.put("title", status == HttpStatus.UNAUTHORIZED ? "Not let in" : "Too many tries");
        problem.put("status", status.value());
        problem.put("detail", why.sentence);
        if (status == HttpStatus.UNAUTHORIZED)
            response.setHeader(
                    "WWW-Authenticate", why == Shut.TOKEN_MISSING ? "Bearer" : "Bearer error=\"invalid_token\"");
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(StrictJson.write(problem).toArray());
    }
}
