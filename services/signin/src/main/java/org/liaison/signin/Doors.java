package org.liaison.signin;

import java.util.List;

/// Which paths of the house are whose, as patterns of Spring (`/log/**`). What is in neither list does not exist.
///
/// @param open for anybody, to read only
/// @param inside for whoever is signed in; the controllers there ask for the role
/// @param elsewhere not this room's to guard: the house has another gate there (`/api/**`)
public record Doors(List<String> open, List<String> inside, List<String> elsewhere) {
    public Doors {
        open = List.copyOf(open);
        inside = List.copyOf(inside);
        elsewhere = List.copyOf(elsewhere);
        if (inside.contains("/**") || open.contains("/**"))
            throw new IllegalArgumentException("paths are listed, or nothing would be refused");
    }
}
