package org.liaison.pages;

/// A room with pages. Under `org/liaison/<name>/` on the class path lie its `pages/*.html`, shown
/// as `<name>/<file>`; its `words/<language>.properties`; and its `static/` files, served under
/// `/static/<name>/`.
public record Room(String name) {
    public Room {
        if (!name.matches("[a-z]{2,20}")) throw new IllegalArgumentException("a room's name is a package's: " + name);
    }

    String folder() {
        return "org/liaison/" + name + "/";
    }
}
