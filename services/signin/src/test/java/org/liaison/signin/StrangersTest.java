package org.liaison.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangersTest {

    private static final int MOST = 3;

    private final Strangers strangers = new Strangers(MOST);
    private final List<String> ended = new ArrayList<>();

    @Test
    void of_too_many_strangers_the_oldest_leave() {
        for (String id : List.of("a", "b", "c", "d", "e")) strangers.sessionCreated(new HttpSessionEvent(session(id)));
        assertThat(ended).containsExactly("a", "b");
    }

    @Test
    void whoever_has_signed_in_stays_however_many_strangers_come() {
        HttpSession person = session("person");
        strangers.sessionCreated(new HttpSessionEvent(person));
        strangers.attributeAdded(new HttpSessionBindingEvent(person, Visits.VISIT, "somebody"));
        for (String id : List.of("a", "b", "c", "d")) strangers.sessionCreated(new HttpSessionEvent(session(id)));
        assertThat(ended).containsExactly("a");
    }

    @Test
    void a_session_that_ended_counts_no_more() {
        HttpSession first = session("first");
        strangers.sessionCreated(new HttpSessionEvent(first));
        strangers.sessionDestroyed(new HttpSessionEvent(first));
        for (String id : List.of("a", "b", "c")) strangers.sessionCreated(new HttpSessionEvent(session(id)));
        assertThat(ended).isEmpty();
    }

    /// The container's.
    private HttpSession session(String id) {
        return (HttpSession) Proxy.newProxyInstance(
                HttpSession.class.getClassLoader(), new Class<?>[] {HttpSession.class}, (_, method, _) -> {
                    if (method.getName().equals("invalidate")) ended.add(id);
                    return method.getName().equals("getId") ? id : null;
                });
    }
}
