package org.liaison.console;

import java.util.List;
import java.util.Locale;
import org.liaison.console.alert.Alert;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Watchman;
import org.liaison.console.alert.Wording;
import org.liaison.pages.Words;

/// The alerts, who tells people of them, and what they say.
record Alarms(AlertBook book, Watchman watchman, Words words) {

    /// An alert in the language of who reads it.
    record Told(Alert alert, String sentence) {}

    List<Told> open(Locale locale) {
        return told(book.open(), locale);
    }

    List<Told> cleared(int most, Locale locale) {
        return told(book.cleared(most), locale);
    }

    private List<Told> told(List<Alert> alerts, Locale locale) {
        Wording wording = new Wording(words, locale);
        return alerts.stream()
                .map(alert -> new Told(alert, wording.of(alert.found())))
                .toList();
    }
}
