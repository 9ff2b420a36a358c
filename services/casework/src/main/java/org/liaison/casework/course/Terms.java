package org.liaison.casework.course;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What two States agreed about time, and when their authorities work.
///
/// `lengths` replaces the length of clocks by their name. `binding` tells deadlines from targets: under the UN
/// Convention alone nothing fixes days, under other instruments they bind. `reminders` are how long before
/// the end somebody is reminded.
public record Terms(
        Map<String, Length> lengths,
        boolean binding,
        WorkingCalendar asking,
        WorkingCalendar asked,
        List<Duration> reminders) {

    static final List<Duration> USUAL_REMINDERS = List.of(Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(2));

    public static final Terms USUAL =
            new Terms(Map.of(), false, WorkingCalendar.UNKNOWN, WorkingCalendar.UNKNOWN, USUAL_REMINDERS);

    public Terms {
        lengths = Map.copyOf(lengths);
        reminders = List.copyOf(reminders);
    }

    WorkingCalendar calendar(Actor actor) {
        return actor == Actor.ASKING ? asking : asked;
    }
}
