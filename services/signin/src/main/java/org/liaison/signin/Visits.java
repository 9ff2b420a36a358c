package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sessions of whoever is signed in: how they begin, how long they last, how they end.
final class Visits {

    /// A request with this header, with any value, is a page's own and no sign of a person: it does not
    /// prolong the session. Neither does one for a stream of events, which browsers ask for again and
    /// again.
    static final String BACKGROUND = "Liaison-Background";

    /// How long a session may change how its person comes in, counted from signing in.
    private static final Duration FRESH = Duration.ofMinutes(15);

    /// What the container does with sessions is only to save memory; whether one holds is decided here.
    private static final Duration STRANGERS = Duration.ofMinutes(15);

    /// Whoever types on at a page that lay open overnight is still known, and nothing more than known.
    private static final Duration KNOWN = Duration.ofHours(16);

    static final String VISIT = Visit.class.getName();
    private static final String LAST = VISIT + ".last";

    /// What a session is worth at a request.
    sealed interface Standing {
        record Inside(Account account, Visit visit) implements Standing {}

        record Stranger() implements Standing {}

        /// Somebody was signed in, and is no more: it has been too long, perhaps too long to know who.
        record TimedOut(Optional<UUID> person) implements Standing {}

        /// Somebody was signed in, and is no more: disabled, or what the person may do was changed.
        record Ended(UUID person) implements Standing {}
    }

    private final Persons persons;
    private final SignInSettings settings;
    private final Clock clock;

    Visits(Persons persons, SignInSettings settings, Clock clock) {
        this.persons = persons;
        this.settings = settings;
        this.clock = clock;
    }

    /// Begins a session under a new id. Nothing of the one before is taken along: somebody else may have begun it.
    void begin(HttpServletRequest request, Account account) {
        end(request);
        Instant now = clock.instant();
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) settings.idle().plus(KNOWN).toSeconds());
        session.setAttribute(VISIT, new Visit(account.person().id(), account.epoch(), now));
        session.setAttribute(LAST, now);
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
    }

    /// Lets this session live on under a new epoch, when its own person has just ended all sessions.
    void keep(HttpServletRequest request, long epoch) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(VISIT) instanceof Visit visit)
            session.setAttribute(VISIT, new Visit(visit.person(), epoch, visit.since()));
    }

    Standing standing(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null)
            return request.getRequestedSessionId() == null
                    ? new Standing.Stranger()
                    : new Standing.TimedOut(Optional.empty());
        if (!(session.getAttribute(VISIT) instanceof Visit visit)) {
            session.setMaxInactiveInterval((int) STRANGERS.toSeconds());
            return new Standing.Stranger();
        }
        Standing standing = standing(visit, session.getAttribute(LAST));
        if (!(standing instanceof Standing.Inside)) session.invalidate();
        else if (bySomebody(request)) session.setAttribute(LAST, clock.instant());
        return standing;
    }

    /// What stays open for this request asks here whether it still may. That is no sign of a
    /// person.
    Stay stay(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return new Stay(() -> session != null && holds(session));
    }

    private boolean holds(HttpSession session) {
        try {
            return session.getAttribute(VISIT) instanceof Visit visit
                    && standing(visit, session.getAttribute(LAST)) instanceof Standing.Inside;
        } catch (IllegalStateException e) {
            return false; // signed out
        }
    }

    private static boolean bySomebody(HttpServletRequest request) {
        return request.getHeader(BACKGROUND) == null
                && !String.valueOf(request.getHeader("Accept")).contains("text/event-stream");
    }

    /// Whether the person has proved only a short while ago to be who it is.
    boolean fresh(Visit visit) {
        return clock.instant().isBefore(visit.since().plus(FRESH));
    }

    private Standing standing(Visit visit, @Nullable Object last) {
        Instant now = clock.instant();
        boolean over = !now.isBefore(visit.since().plus(settings.longest()))
                || !(last instanceof Instant seen)
                || !now.isBefore(seen.plus(settings.idle()));
        if (over) return new Standing.TimedOut(Optional.of(visit.person()));
        Optional<Account> account = persons.account(visit.person());
        return account.filter(Account::welcome)
                .filter(found -> found.epoch() == visit.epoch())
                .<Standing>map(found -> new Standing.Inside(found, visit))
                .orElseGet(() -> new Standing.Ended(visit.person()));
    }
}
