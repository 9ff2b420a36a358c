package org.liaison.signin;

import java.util.List;

/// Which paths of the house are whose, as patterns of Spring (`/log/**`). What is in neither list does not exist.
///
/// @param open for anybody, to read only
/// @param inside for whoever is signed in; the controllers there ask for the role
/// @param programs for programs that bring a token of somebody's, and for nobody else (`/api/**`)
/// @param elsewhere not this room's to guard: the house has another gate there
/// @param held where what somebody posts after the session ended is kept until they are back: [HeldForms]
public record Doors(
        List<String> open, List<String> inside, List<String> programs, List<String> elsewhere, List<String> held) {

    /// A house that lets no programs in by tokens, and holds nothing.
    public Doors(List<String> open, List<String> inside, List<String> elsewhere) {
        this(open, inside, List.of(), elsewhere, List.of());
    }

    public Doors {
        open = List.copyOf(open);
        inside = List.copyOf(inside);
        programs = List.copyOf(programs);
        elsewhere = List.copyOf(elsewhere);
        held = List.copyOf(held);
        if (inside.contains("/**") || open.contains("/**") || programs.contains("/**"))
            throw new IllegalArgumentException("paths are listed, or nothing would be refused");
    }
}
