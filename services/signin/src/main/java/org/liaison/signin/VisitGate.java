package org.liaison.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out at each request who asks, from the session and the book of persons as it is now.
final class VisitGate extends OncePerRequestFilter {

    private static final String STANDING = VisitGate.class.getName();
    private static final long LARGEST_FORM = 1 << 20;

    private final Visits visits;
    private final SecurityContextRepository contexts;

    VisitGate(Visits visits, SecurityContextRepository contexts) {
        this.visits = visits;
        this.contexts = contexts;
    }

    /// Style sheets and fonts are the same for everybody.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int fault = faultOf(request);
        if (fault != 0) {
            response.sendError(fault);
            return;
        }
        Visits.Standing standing = visits.standing(request);
        request.setAttribute(STANDING, standing);
        if (standing instanceof Visits.Standing.Inside inside) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(inside.account().person()));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
        chain.doFilter(request, response);
    }

    /// The status for what cannot be taken apart, or 0. A posted file can have a name over which
    /// the container throws; it would write the name to its log. Whoever asks for a parameter first
    /// finds out, so that is here. What is larger than any form that people fill in was too large.
    private static int faultOf(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return 0;
        } catch (RuntimeException e) {
            return request.getContentLengthLong() > LARGEST_FORM
                    ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                    : HttpServletResponse.SC_BAD_REQUEST;
        }
    }

    static Visits.Standing standing(HttpServletRequest request) {
        Object standing = request.getAttribute(STANDING);
        return standing instanceof Visits.Standing known ? known : new Visits.Standing.Stranger();
    }

    static Visits.Standing.@Nullable Inside inside(HttpServletRequest request) {
        return standing(request) instanceof Visits.Standing.Inside inside ? inside : null;
    }
}
