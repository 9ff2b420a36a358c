package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets somebody in who has proved who it is, by whatever way: in the book first, then a new session.
final class Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    enum Way {
        PASSKEY,
        PASSWORD,
        OPENID,
        ENROLMENT
    }

    private final Books books;
    private final Visits visits;

    Arrival(Books books, Visits visits) {
        this.books = books;
        this.visits = visits;
    }

    void of(Account account, Way way, HttpServletRequest request) {
        UUID id = account.person().id();
        books.events().record(Events.What.SIGNED_IN, id, id, way.name());
        visits.begin(request, account);
        LOG.info("{} signed in ({})", account.person(), way);
    }

    void leave(HttpServletRequest request) {
        Visits.Standing.Inside inside = VisitGate.inside(request);
        if (inside != null) {
            UUID id = inside.account().person().id();
            books.events().record(Events.What.SIGNED_OUT, id, id, "");
        }
        visits.end(request);
    }
}
