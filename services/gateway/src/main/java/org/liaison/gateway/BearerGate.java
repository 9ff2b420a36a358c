package org.liaison.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.AuthorityCode;
import org.springframework.web.filter.OncePerRequestFilter;

/// The one way into the REST API: nothing is served, not even that a page is missing, without a token.
/// What the token acts for goes with the request.
final class BearerGate extends OncePerRequestFilter {

    private static final String ATTRIBUTE = BearerGate.class.getName();
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_TOKEN = 200;

    private final Tokens tokens;
    private final ProblemWriter problems;

    BearerGate(Tokens tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(SCHEME)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(
                    response,
                    401,
                    "token-missing",
                    "Say who you are",
                    "Send the header `Authorization: Bearer <token>`.");
            return;
        }
        String token = header.substring(SCHEME.length()).strip();
        Optional<Set<AuthorityCode>> authorities =
                token.length() > LONGEST_TOKEN ? Optional.empty() : tokens.authorities(token);
        if (authorities.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            problems.write(
                    response,
                    401,
                    "token-wrong",
                    "Unknown token",
                    "This token is not one of this gateway's, or was revoked.");
            return;
        }
        request.setAttribute(ATTRIBUTE, authorities.get());
        chain.doFilter(request, response);
    }

    /// What whoever asks acts for. Never empty: without a token no request gets this far.
    @SuppressWarnings("unchecked")
    static Set<AuthorityCode> authorities(HttpServletRequest request) {
        Object found = request.getAttribute(ATTRIBUTE);
        if (found == null) throw new IllegalStateException("a request came in beside the gate");
        return (Set<AuthorityCode>) found;
    }
}
