package org.liaison.console.alert;

import org.liaison.console.port.Said;

/// A way to tell people.
public interface Channel {

    /// As operators know it: `e-mail to duty@example.org`.
    String name();

    /// Returns when the other side has taken it over. Throws [NotTold] otherwise; then it is tried again.
    void tell(Telling telling);

    /// That it has taken over what it was told.
    Said took();

    /// `id` is the same whenever the same thing is told again, so that what was told twice can be known as one.
    record Telling(String id, String title, String text) {}

    /// Why, for operators: without passwords or addresses of persons.
    final class NotTold extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Said said;

        public NotTold(Said said, Throwable cause) {
            super(said.toString(), cause);
            this.said = said;
        }

        NotTold(Said said) {
            super(said.toString());
            this.said = said;
        }

        Said said() {
            return said;
        }
    }
}
