package org.liaison.casework.course;

import java.util.Map;

/// What a form says to the course of its case: the event, and the dates and codes that move clocks.
public record Meaning(Event event, Map<String, String> marks) {

    public Meaning {
        marks = Map.copyOf(marks);
    }
}
