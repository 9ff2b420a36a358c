package org.liaison.console.alert;

/// A way to tell people.
public interface Channel {

    /// As operators know it: `e-mail to duty@example.org`.
    String name();

    /// Returns when the other side has taken it over. Throws [NotTold] otherwise; then it is tried again.
    void tell(Telling telling);

    /// `id` is the same whenever the same thing is told again, so that what was told twice can be known as one.
    record Telling(String id, String title, String text) {}

    /// With a sentence for operators, without passwords or addresses of persons.
    final class NotTold extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NotTold(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        NotTold(String sentence) {
            super(sentence);
        }
    }
}
