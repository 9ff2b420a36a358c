package org.liaison.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/// From which open page each topic was written last, so that one that was opened earlier does not
/// undo what another wrote meanwhile, and none is stopped by what it wrote itself. Forgotten when
/// the program ends: then a page counts as earlier.
final class Hands {

    private static final int MOST = 2_000;

    /// An open page, and the state of the topic as it was shown there. A program that posts
    /// without a page says nothing of either, and means what it writes.
    record Page(String id, String shown) {

        static Optional<Page> of(MultiValueMap<String, String> posted) {
            String id = posted.getFirst("page");
            String shown = posted.getFirst("shown");
            return id == null || shown == null ? Optional.empty() : Optional.of(new Page(id, shown));
        }
    }

    private record Place(UUID sheet, String topic) {}

    private final Map<Place, String> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, String> eldest) {
            return size() > MOST;
        }
    };

    /// Whether a page may write over a topic that is in this state now; if so, it is the last that did.
    synchronized boolean mayWrite(UUID sheet, String topic, Optional<Page> page, String state) {
        Place place = new Place(sheet, topic);
        if (page.isEmpty()) {
            last.remove(place);
            return true;
        }
        boolean may = page.get().shown().equals(state) || page.get().id().equals(last.get(place));
        if (may) last.put(place, page.get().id());
        return may;
    }
}
