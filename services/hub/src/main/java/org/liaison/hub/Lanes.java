package org.liaison.hub;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liaison.message.Priority;

/// The lanes of this hub: one for each priority.
final class Lanes implements AutoCloseable {

    private final List<Lane> lanes;

    private Lanes(List<Lane> lanes) {
        this.lanes = lanes;
    }

    static Lanes open(Broker broker, HubSettings settings, Lane.Duties duties) {
        Lanes all = new Lanes(Arrays.stream(Priority.values())
                .map(priority -> new Lane(priority, broker, settings, duties))
                .toList());
        all.lanes.forEach(Lane::start);
        return all;
    }

    /// Why post does not move, by lane; empty while it does.
    Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        for (Lane lane : lanes)
            lane.trouble().ifPresent(why -> troubles.put(lane.priority().name(), why));
        return troubles;
    }

    boolean areAlive() {
        return lanes.stream().allMatch(Lane::isAlive);
    }

    /// By lane, see [Lane#waits].
    Map<Priority, Long> waits() {
        return lanes.stream().collect(Collectors.toMap(Lane::priority, Lane::waits));
    }

    long answered() {
        return lanes.stream().mapToLong(Lane::messages).sum();
    }

    @Override
    public void close() {
        lanes.forEach(Lane::finish);
        lanes.forEach(Lane::close);
    }
}
