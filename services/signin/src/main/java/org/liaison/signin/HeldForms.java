package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.server.PathContainer;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What was posted in a session that had ended: in memory, for the same person and nobody else, until the person has
/// signed in again and the page asks for it. The last one of each person, within an hour.
public final class HeldForms {

    private static final Duration LONGEST = Duration.ofHours(1);
    /// More than any topic of any form can hold.
    private static final long MOST_CHARACTERS = 500_000;
    private static final long MOST_CHARACTERS_OF_ALL = 5_000_000;

    private record Held(String path, MultiValueMap<String, String> fields, Instant at) {
        long size() {
            return fields.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(String::length)
                    .sum();
        }
    }

    private final List<PathPattern> paths;
    private final Clock clock;
    private final Map<UUID, Held> held = new LinkedHashMap<>();

    HeldForms(List<String> paths, Clock clock) {
        this.paths =
                paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
        this.clock = clock;
    }

    /// Whether this posts what somebody typed.
    boolean concerns(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return request.getMethod().equals("POST") && paths.stream().anyMatch(pattern -> pattern.matches(path));
    }

    synchronized void hold(UUID person, HttpServletRequest request) {
        if (!concerns(request)) return;
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.asList(values)));
        Held last = new Held(request.getRequestURI(), fields, clock.instant());
        if (last.size() > MOST_CHARACTERS) return;
        held.values().removeIf(this::tooOld);
        held.remove(person);
        held.put(person, last);
        while (held.values().stream().mapToLong(Held::size).sum() > MOST_CHARACTERS_OF_ALL)
            held.remove(held.keySet().iterator().next());
    }

    /// What this person posted to one of these paths. It is given once.
    public synchronized Optional<MultiValueMap<String, String>> take(Person person, String... posted) {
        Held found = held.get(person.id());
        if (found == null || !Arrays.asList(posted).contains(found.path)) return Optional.empty();
        held.remove(person.id());
        return tooOld(found) ? Optional.empty() : Optional.of(found.fields);
    }

    private boolean tooOld(Held one) {
        return one.at.plus(LONGEST).isBefore(clock.instant());
    }
}
