package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What can be proven about a message: its timeline, a fresh check, and all of it as files.
@RestController
@RequestMapping("/api/v1/messages/{id}")
final class ProofResource {

    private final Shelf shelf;
    private final Timeline timeline;
    private final Verification verification;
    private final Export export;
    private final Clock clock;

    ProofResource(Shelf shelf, Timeline timeline, Verification verification, Export export, Clock clock) {
        this.shelf = shelf;
        this.timeline = timeline;
        this.verification = verification;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping("/trace")
    Views.MessageTrace trace(
            HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) @Nullable String as) {
        return timeline.trace(Caller.of(request).copy(shelf, id, as));
    }

    @GetMapping("/verification")
    Views.Verification verification(
            HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) @Nullable String as) {
        Shelf.Copy copy = Caller.of(request).copy(shelf, id, as);
        return verification.of(copy, shelf.content(copy), clock.instant());
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) @Nullable String as) {
        Shelf.Copy copy = Caller.of(request).copy(shelf, id, as);
        Shelf.Content content = shelf.content(copy).orElseThrow(Unservable::gone);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("Content-Disposition", "attachment; filename=\"" + copy.id() + ".zip\"")
                .body(export.zip(copy, content, clock.instant()).toArray());
    }
}
