package org.liaison.console;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.liaison.console.alert.Alert;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Watchman;
import org.liaison.console.alert.Wording;
import org.liaison.pages.Words;

/// The alerts, who tells people of them, and what they say.
record Alarms(AlertBook book, Watchman watchman, Words words) {

    /// An alert in the language and zone of who reads it.
    record Told(Alert alert, String sentence) {}

    List<Told> open(Locale locale, ZoneId zone) {
        return told(book.open(), locale, zone);
    }

    List<Told> cleared(int most, Locale locale, ZoneId zone) {
        return told(book.cleared(most), locale, zone);
    }

    private List<Told> told(List<Alert> alerts, Locale locale, ZoneId zone) {
        Wording wording = new Wording(words, locale, zone);
        return alerts.stream()
                .map(alert -> new Told(alert, wording.of(alert.found())))
                .toList();
    }
}
