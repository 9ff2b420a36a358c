package org.liaison.signin;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/// Time zones to choose from: those named after places, and UTC.
final class Zones {

    static final ZoneId UTC = ZoneId.of("UTC");

    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
    private static final List<String> ALL = java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(zone -> PLACE.matcher(zone).matches())
                            .sorted())
            .toList();

    private Zones() {}

    static List<String> all() {
        return ALL;
    }

    static ZoneId of(String typed) {
        try {
            return ALL.contains(typed) ? ZoneId.of(typed) : UTC;
        } catch (DateTimeException e) {
            return UTC;
        }
    }
}
