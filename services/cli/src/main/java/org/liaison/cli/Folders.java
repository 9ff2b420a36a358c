package org.liaison.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Where things are when nobody says otherwise. The launcher says where Liaison itself is (`liaison.home`).
final class Folders {

    private Folders() {}

    /// The demo's state folder.
    static Path demo() {
        return Path.of(System.getProperty("liaison.home", "."), ".liaison", "demo");
    }

    /// A file in the user's configuration folder.
    static Path configuration(String name) {
        String folder = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .orElseGet(() ->
                        Path.of(System.getProperty("user.home", "."), ".config").toString());
        return Path.of(folder, "liaison", name);
    }
}
