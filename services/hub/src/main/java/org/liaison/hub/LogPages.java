package org.liaison.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Bytes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The public log (C2SP tlog-tiles): its checkpoint and the tiles of its tree. Leaves are salted commitments, so
/// this tells a stranger how much happened and nothing of what.
@RestController
final class LogPages {

    private static final int FULL = 256;
    private static final Pattern TILE = Pattern.compile("(?<index>(x[0-9]{3}/)*[0-9]{3})(\\.p/(?<width>[0-9]{1,3}))?");

    private final Book book;

    LogPages(Book book) {
        this.book = book;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(book.checkpoint().toArray());
    }

    /// `/log/tile/<level>/<index>[.p/<width>]`, the index in groups of three digits, all but the last marked by
    /// `x`.
    @GetMapping("/log/tile/{level:[0-9]|[1-5][0-9]|6[0-3]}/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable String path) {
        Matcher tile = TILE.matcher(path.substring(1));
        if (path.length() > 64 || !tile.matches()) return notFound();
        String group = tile.group("width");
        int width = group == null ? FULL : Integer.parseInt(group);
        if (width < 1 || width > FULL || (group != null && width == FULL)) return notFound();
        Optional<Bytes> content =
                book.tile(level, Long.parseLong(tile.group("index").replaceAll("[x/]", "")), width);
        return content.map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(bytes.toArray()))
                .orElseGet(LogPages::notFound);
    }

    private static ResponseEntity<byte[]> notFound() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }
}
