package org.liaison.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liaison.rehearsal.DemoFolder;

/// The public files of a demo, where a command names none of its own.
final class DemoFiles {

    private final DemoFolder folder;

    DemoFiles(@Nullable Path dir) {
        this.folder = new DemoFolder(dir == null ? Folders.demo() : dir);
    }

    Path directory() {
        return folder.directory();
    }

    Path rulebook() {
        return folder.rulebook();
    }

    Path trust() {
        return folder.trust();
    }
}
