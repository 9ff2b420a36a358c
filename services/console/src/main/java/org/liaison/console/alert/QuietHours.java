package org.liaison.console.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// When people sleep: from a time of day to another, which may be on the next day.
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /// `22:00-06:00 Europe/Paris`; without a zone, UTC.
    public static QuietHours parse(String text) {
        try {
            String[] words = text.strip().split(" +", -1);
            String[] times = words[0].split("-", -1);
            if (words.length > 2 || times.length != 2) throw new DateTimeException(text);
            return new QuietHours(
                    LocalTime.parse(times[0]),
                    LocalTime.parse(times[1]),
                    ZoneId.of(words.length == 2 ? words[1] : "UTC"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("quiet hours look like `22:00-06:00 Europe/Paris`, not " + text, e);
        }
    }

    /// The first moment is quiet, the last is not; the same time twice is the whole day never.
    public boolean cover(Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
