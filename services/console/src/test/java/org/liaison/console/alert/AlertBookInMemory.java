package org.liaison.console.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.console.port.Operator;

/// Forgets everything with the process.
final class AlertBookInMemory implements AlertBook {

    private final Map<String, Alert> open = new LinkedHashMap<>();
    private final List<Alert> cleared = new ArrayList<>();

    @Override
    public List<Alert> open() {
        return List.copyOf(open.values());
    }

    @Override
    public List<Alert> cleared(int most) {
        return cleared.stream().limit(most).toList();
    }

    @Override
    public void seen(Found found, Instant at) {
        open.compute(
                found.cause(),
                (_, known) -> known == null
                        ? new Alert(found, at, at, Optional.empty(), Optional.empty(), Optional.empty())
                        : new Alert(found, known.since(), at, known.cleared(), known.told(), known.acknowledged()));
    }

    @Override
    public void clear(String cause, Instant at) {
        Alert gone = open.remove(cause);
        if (gone != null)
            cleared.addFirst(new Alert(
                    gone.found(), gone.since(), gone.lastSeen(), Optional.of(at), gone.told(), gone.acknowledged()));
    }

    @Override
    public void told(String cause, Instant at) {
        open.computeIfPresent(
                cause,
                (_, known) -> new Alert(
                        known.found(),
                        known.since(),
                        known.lastSeen(),
                        known.cleared(),
                        Optional.of(at),
                        known.acknowledged()));
    }

    @Override
    public boolean acknowledge(String cause, Operator by, Instant at) {
        return open.computeIfPresent(
                        cause,
                        (_, known) -> new Alert(
                                known.found(),
                                known.since(),
                                known.lastSeen(),
                                known.cleared(),
                                known.told(),
                                Optional.of(new Alert.Acknowledged(by, at))))
                != null;
    }
}
