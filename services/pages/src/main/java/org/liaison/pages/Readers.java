package org.liaison.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Port: who asks for a page. Absent before somebody has signed in.
@FunctionalInterface
public interface Readers {
    Optional<Reader> of(HttpServletRequest request);
}
