package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Language;
import org.liaison.print.Unprintable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A message on paper.
@RestController
@RequestMapping("/api/v1/messages/{id}")
final class PaperResource {

    private final Shelf shelf;
    private final Papers papers;

    PaperResource(Shelf shelf, Papers papers) {
        this.shelf = shelf;
        this.papers = papers;
    }

    @GetMapping("/paper.pdf")
    ResponseEntity<byte[]> paper(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String language) {
        Shelf.Copy copy = Caller.of(request).copy(shelf, id, as);
        Optional<Language> wanted = Optional.ofNullable(language).map(PaperResource::language);
        Papers.Paper paper = printed(copy, shelf.content(copy).orElseThrow(Unservable::gone), wanted);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"" + copy.id() + ".pdf\"")
                .header("Content-Language", paper.language().tag())
                .body(paper.pdf().toArray());
    }

    private Papers.Paper printed(Shelf.Copy copy, Shelf.Content content, Optional<Language> language) {
        try {
            return papers.print(copy, content, language)
                    .orElseThrow(() -> Unservable.conflict(
                            "The content of this message could not be taken; there is nothing to print."));
        } catch (Unprintable e) {
            throw Unservable.conflict(String.valueOf(e.getMessage()));
        }
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> Unservable.unreadable("#language", "one of ar, en, es, fr, ru, zh"));
    }
}
