package org.liaison.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;

/// Port: what the frame of this program says. Fulfilled by the web application that is mounted.
public interface Frame {

    /// The name of the site, for example `gateway-xa`: people must see at which one they work.
    String site();

    /// The main places, in reading order; none before somebody has signed in.
    List<Tab> tabs(HttpServletRequest request);

    /// Style sheets and scripts of its own, as addresses below `/static/`.
    default List<String> files() {
        return List.of();
    }

    /// Whether nothing here is real. It is said on every page then.
    default boolean training() {
        return false;
    }

    /// What everybody who is signed in is told on every page for as long as it is so. Asked for
    /// each page, pages about faults among them: it waits for nothing.
    default List<Notice> notices() {
        return List.of();
    }

    /// `word` is a key in a room's words; they take the moment since when it is so.
    record Notice(String word, Instant since) {}

    /// `word` is a key in a room's words. `count` is shown beside it where it is not 0.
    record Tab(String href, String word, long count) {
        public Tab(String href, String word) {
            this(href, word, 0);
        }

        /// Whether a page at `path` belongs to this place.
        public boolean holds(String path) {
            return path.equals(href) || path.startsWith(href + "/");
        }
    }
}
