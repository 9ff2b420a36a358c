package org.liaison.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps strangers from filling the memory with sessions in which nobody signs in: beyond so many the oldest ends.
/// Whoever was about to sign in there is shown the sign-in page once more.
final class Strangers implements HttpSessionListener, HttpSessionAttributeListener {

    static final int MOST = 5_000;

    private final int most;
    private final Map<String, HttpSession> waiting = new LinkedHashMap<>();

    Strangers(int most) {
        this.most = most;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        added(event.getSession()).ifPresent(Strangers::end);
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        waiting.remove(event.getSession().getId());
    }

    /// Somebody has signed in.
    @Override
    public synchronized void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(Visits.VISIT))
            waiting.remove(event.getSession().getId());
    }

    /// The oldest, where there is one too many.
    private synchronized Optional<HttpSession> added(HttpSession session) {
        waiting.put(session.getId(), session);
        if (waiting.size() <= most) return Optional.empty();
        Iterator<HttpSession> oldest = waiting.values().iterator();
        HttpSession ending = oldest.next();
        oldest.remove();
        return Optional.of(ending);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // It has just ended by itself.
        }
    }
}
