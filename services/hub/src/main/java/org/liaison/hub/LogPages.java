package org.liaison.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The public log (C2SP tlog-tiles): its checkpoint and the tiles of its tree. Leaves are salted commitments, so
/// this tells a stranger how much happened and nothing of what.
@RestController
final class LogPages {

    private static final int FULL = 256;
    private static final Pattern TILE = Pattern.compile("(?<index>(x[0-9]{3}/)*[0-9]{3})(\\.p/(?<width>[0-9]{1,3}))?");

    private final Book book;
    private final WitnessDesk witnesses;
    private final LogClaims claims;

    LogPages(Book book, WitnessDesk witnesses, LogClaims claims) {
        this.book = book;
        this.witnesses = witnesses;
        this.claims = claims;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(witnesses.checkpoint().toArray());
    }

    /// The checkpoints that bear the newest cosignature of some witness, the largest first.
    /// Under traffic the newest checkpoint is seldom among them: witnesses come by from time to
    /// time, and not all at once.
    @GetMapping(path = "/log/witnesses", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> cosigned() {
        ObjectNode shown = StrictJson.MAPPER.createObjectNode().put("version", 1);
        ArrayNode checkpoints = shown.putArray("checkpoints");
        for (Bytes note : witnesses.cosigned()) checkpoints.add(note.utf8());
        return json(shown);
    }

    /// Proofs that this log does not stand by what it signed, each by the gateway that had it:
    /// all others learn it here. What nobody can prove is not spread.
    @GetMapping(path = "/log/disputes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> disputes() {
        ObjectNode shown = StrictJson.MAPPER.createObjectNode().put("version", 1);
        ArrayNode disputes = shown.putArray("disputes");
        claims.proofs().forEach((gateway, proof) -> {
            ObjectNode one = disputes.addObject().put("gateway", gateway);
            proof.write(one.putObject("changedLog"));
        });
        return json(shown);
    }

    private static ResponseEntity<byte[]> json(ObjectNode shown) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(StrictJson.MAPPER.writeValueAsBytes(shown));
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
