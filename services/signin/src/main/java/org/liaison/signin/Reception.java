package org.liaison.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// Where those go who may not go on. Whoever is not signed in is shown to the sign-in page and brought back
/// afterwards; whoever is, hears that there is nothing.
final class Reception implements AuthenticationEntryPoint, AccessDeniedHandler {

    /// Why the sign-in page is shown.
    enum Why {
        FIRST,
        TIME_OUT,
        ENDED,
        SIGNED_OUT,
        AGAIN,
        CONFIRM,
        OPENID,
        OPENID_DOWN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Why of(@Nullable String word) {
            for (Why why : values()) if (why.word().equals(word)) return why;
            return FIRST;
        }
    }

    private final SignInSettings settings;
    private final HeldForms held;

    Reception(SignInSettings settings, HeldForms held) {
        this.settings = settings;
        this.held = held;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        Visits.Standing standing = VisitGate.standing(request);
        if (standing instanceof Visits.Standing.Stranger && cameFromElsewhere(request)) {
            Onward.show(request, response, ReturnTo.of(here(request)));
            return;
        }
        Why why = switch (standing) {
            case Visits.Standing.TimedOut _ -> Why.TIME_OUT;
            case Visits.Standing.Ended _ -> Why.ENDED;
            case Visits.Standing.Stranger _, Visits.Standing.Inside _ -> Why.FIRST;
        };
        again(request, response, why);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        boolean forged = reason instanceof CsrfException;
        if (VisitGate.inside(request) != null) {
            response.sendError(forged ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (forged && request.getRequestURI().startsWith("/enrol/"))
            go(request, response, enrolment(request.getRequestURI()));
        else if (forged && request.getRequestURI().startsWith("/sign-in"))
            go(request, response, signIn(Why.AGAIN, ReturnTo.of(request.getParameter("to"))));
        else again(request, response, Why.TIME_OUT);
    }

    /// Where nobody knows for whom to hold what a page keeps while it is typed, the page stays as it is.
    private void again(HttpServletRequest request, HttpServletResponse response, Why why) {
        Optional<UUID> person = lastSeen(request);
        person.ifPresent(known -> held.hold(known, request));
        if (person.isEmpty() && isByScript(request) && held.concerns(request))
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        else go(request, response, signIn(why, back(request)));
    }

    /// Another site's form is not among what is held: the session's cookie does not come with it,
    /// and without the cookie it is nobody's.
    private static Optional<UUID> lastSeen(HttpServletRequest request) {
        return switch (VisitGate.standing(request)) {
            case Visits.Standing.TimedOut(Optional<UUID> person) -> person;
            case Visits.Standing.Ended(UUID person) -> Optional.of(person);
            case Visits.Standing.Stranger _, Visits.Standing.Inside _ -> Optional.empty();
        };
    }

    static String signIn(Why why, ReturnTo to) {
        String address = "/sign-in" + (why == Why.FIRST ? "" : "?why=" + why.word());
        return to.home() ? address : address + (why == Why.FIRST ? "?" : "&") + "to=" + to.encoded();
    }

    /// The page of the link whose form was sent too late.
    private static String enrolment(String path) {
        int end = path.indexOf('/', "/enrol/".length());
        return end < 0 ? path : path.substring(0, end);
    }

    /// The page the person sees: the one asked for, or the one whose form was sent.
    private ReturnTo back(HttpServletRequest request) {
        String shown = request.getHeader("HX-Current-URL");
        if (shown == null && !request.getMethod().equals("GET")) shown = String.valueOf(request.getHeader("Referer"));
        return ReturnTo.of(shown == null ? here(request) : local(shown).orElse(null));
    }

    private Optional<String> local(String address) {
        try {
            URI uri = new URI(address);
            if (!address.startsWith(settings.origin() + "/")) return Optional.empty();
            return Optional.of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String here(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /// The session's cookie does not travel with a link from another site. Before anybody is asked to sign
    /// in again, the page is asked for once more, from here.
    private static boolean cameFromElsewhere(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private static boolean isByScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String address) {
        if (isByScript(request)) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setHeader("Location", address);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
