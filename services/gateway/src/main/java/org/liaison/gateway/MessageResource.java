package org.liaison.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.Draft;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.Inbox;
import org.liaison.routes.gateway.OpenRequest;
import org.liaison.routes.gateway.Passage;
import org.liaison.routes.gateway.Submission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Messages: send, list, read, open.
@RestController
@RequestMapping("/api/v1")
final class MessageResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;

    private final GatewayRoutes routes;
    private final Relay relay;
    private final Reading reading;
    private final GatewaySettings.Limits limits;
    private final Counter counter;

    /// What reading needs.
    record Reading(Shelf shelf, Telling telling, Letters letters) {}

    MessageResource(GatewayRoutes routes, Relay relay, Reading reading, GatewaySettings settings, Counter counter) {
        this.routes = routes;
        this.relay = relay;
        this.reading = reading;
        this.limits = settings.limits();
        this.counter = counter;
    }

    @PostMapping(path = "/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Views.Sent> send(HttpServletRequest request) throws IOException, ServletException {
        try (Counter.Place _ = counter.take(request.getContentLengthLong())) {
            return send(SendForm.read(request, Caller.of(request), limits));
        }
    }

    private ResponseEntity<Views.Sent> send(Draft draft) {
        return switch (routes.compose(draft)) {
            case Submission.Refused refused -> throw Unservable.refused(refused);
            case Submission.Queued(Slip slip, boolean projected) -> {
                relay.nudge();
                yield ResponseEntity.created(URI.create("/api/v1/messages/" + slip.id() + "?as=" + slip.from()))
                        .body(sent(slip, projected));
            }
        };
    }

    private static Views.Sent sent(Slip slip, boolean projected) {
        return new Views.Sent(
                slip.id().toString(),
                slip.caseId().toString(),
                Passage.QUEUED.name(),
                slip.kind().code(),
                slip.from().toString(),
                slip.to().stream().map(AuthorityCode::toString).toList(),
                slip.suite().code(),
                projected);
    }

    @GetMapping("/inbox")
    Views.MessagePage inbox(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "" + DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "false") boolean unopened) {
        return page(unopened ? Shelf.Box.UNREAD : Shelf.Box.RECEIVED, Caller.of(request), as, limit, before);
    }

    @GetMapping("/outbox")
    Views.MessagePage outbox(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "" + DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String before) {
        return page(Shelf.Box.SENT, Caller.of(request), as, limit, before);
    }

    private Views.MessagePage page(
            Shelf.Box box, Caller caller, @Nullable String as, int limit, @Nullable String before) {
        int size = limit(limit);
        List<Shelf.Copy> copies = reading.shelf()
                .box(box, caller.as(as), Optional.ofNullable(before).map(Caller::messageId), size);
        return new Views.MessagePage(
                copies.stream().map(reading.telling()::summary).toList(),
                copies.size() < size
                        ? Optional.empty()
                        : Optional.of(copies.getLast().id().toString()));
    }

    static int limit(int limit) {
        if (limit < 1 || limit > HIGHEST_LIMIT) throw Unservable.unreadable("#limit", "1 to " + HIGHEST_LIMIT);
        return limit;
    }

    @GetMapping("/messages/{id}")
    Views.Message message(
            HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) @Nullable String as) {
        return whole(Caller.of(request).copy(reading.shelf(), id, as));
    }

    private Views.Message whole(Shelf.Copy copy) {
        return reading.telling().whole(copy, reading.shelf().content(copy));
    }

    @PostMapping("/messages/{id}/open")
    Views.Message open(
            HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) @Nullable String as) {
        Caller caller = Caller.of(request);
        List<Shelf.Copy> received = reading.shelf().find(Caller.messageId(id), caller.as(as)).stream()
                .filter(copy -> !copy.outgoing())
                .toList();
        if (received.size() > 1)
            throw Unservable.choose(received.stream().map(Shelf.Copy::owner).toList());
        if (received.isEmpty()) {
            caller.copy(reading.shelf(), id, as);
            throw Unservable.conflict("Only a message that was received can be opened.");
        }
        Shelf.Copy copy = received.getFirst();
        return switch (routes.open(new OpenRequest(copy.id(), copy.owner()))) {
            case Inbox.Access.NothingToOpen _ ->
                throw Unservable.conflict("The content of this message could not be taken; there is nothing to open.");
            case Inbox.Access.Opened _, Inbox.Access.OpenedBefore _ -> {
                relay.nudge();
                yield whole(caller.copy(reading.shelf(), id, copy.owner().toString()));
            }
        };
    }

    @GetMapping("/messages/{id}/attachments/{n}")
    ResponseEntity<byte[]> attachment(
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(required = false) @Nullable String as) {
        Shelf.Copy copy = Caller.of(request).copy(reading.shelf(), id, as);
        Shelf.Content content = reading.shelf().content(copy).orElseThrow(Unservable::gone);
        List<Attachment> attachments = reading.letters().attachments(copy, content);
        if (n < 1 || n > attachments.size()) throw Unservable.notFound();
        Attachment attachment = attachments.get(n - 1);
        Bytes bytes = attachment.content();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(SafeName.of(attachment.name()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-SHA256", bytes.sha256().toHex())
                .body(bytes.toArray());
    }
}
