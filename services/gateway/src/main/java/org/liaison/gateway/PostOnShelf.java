package org.liaison.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.desk.Post;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.HandlingCode;
import org.liaison.message.Language;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.print.Unprintable;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.Inbox;
import org.liaison.routes.gateway.OpenRequest;
import org.liaison.routes.gateway.Passage;
import org.liaison.seal.Strength;

/// The desk's messages, from the same shelf as the API's.
final class PostOnShelf implements Post {

    /// As many as are opened and looked through while a person waits.
    private static final int SEARCHED = 5_000;

    private final Shelf shelf;
    private final Sources sources;
    private final GatewayRoutes routes;
    private final Runnable changed;
    private final Clock clock;

    /// What a message is read with.
    record Sources(Timeline timeline, Letters letters, Papers papers, Telling telling, Export export) {}

    PostOnShelf(Shelf shelf, Sources sources, GatewayRoutes routes, Runnable changed, Clock clock) {
        this.shelf = shelf;
        this.sources = sources;
        this.routes = routes;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public List<Item> list(Box box, Collection<AuthorityCode> owners, Optional<MessageId> before, int most) {
        return items(shelf.box(Shelf.Box.valueOf(box.name()), owners, before, most));
    }

    @Override
    public List<Item> search(String words, Collection<AuthorityCode> owners, int most) {
        String[] sought = words.toLowerCase(Locale.ROOT).split("\\s+", -1);
        List<Shelf.Searched> found = new ArrayList<>();
        shelf.search(owners, SEARCHED, copy -> {
            if (holds(copy, sought)) found.add(copy);
            return found.size() < most;
        });
        return items(shelf.find(found));
    }

    private static boolean holds(Shelf.Searched copy, String[] sought) {
        String all = String.join("\n", copy.id().toString(), copy.caseId().toString(), copy.form()) + "\n"
                + String.join("\n", copy.names());
        String lower = all.toLowerCase(Locale.ROOT);
        return Arrays.stream(sought).allMatch(lower::contains);
    }

    @Override
    public List<Item> ofCase(CaseId id, AuthorityCode owner) {
        return items(shelf.ofCase(id, owner));
    }

    @Override
    public Optional<Item> find(MessageId id, AuthorityCode owner) {
        return copy(id, owner).map(PostOnShelf::item);
    }

    private Optional<Shelf.Copy> copy(MessageId id, AuthorityCode owner) {
        return shelf.find(id, List.of(owner)).stream().findFirst();
    }

    @Override
    public Optional<Whole> whole(MessageId id, AuthorityCode owner, boolean withContent) {
        return copy(id, owner).map(copy -> {
            Instant now = clock.instant();
            Item item = item(copy);
            return new Whole(
                    item,
                    sources.timeline().of(copy, now),
                    withContent && !item.unread() ? content(copy, now) : Optional.empty());
        });
    }

    private Optional<Content> content(Shelf.Copy copy, Instant now) {
        return shelf.content(copy)
                .map(content -> sources.telling().whole(copy, Optional.of(content), now))
                .map(PostOnShelf::content);
    }

    @Override
    public boolean open(MessageId id, AuthorityCode owner) {
        return switch (routes.open(new OpenRequest(id, owner))) {
            case Inbox.Access.NothingToOpen _ -> false;
            case Inbox.Access.Opened _, Inbox.Access.OpenedBefore _ -> {
                changed.run();
                yield true;
            }
        };
    }

    @Override
    public Optional<Saved> attachment(MessageId id, AuthorityCode owner, int n) {
        return copy(id, owner)
                .flatMap(copy -> shelf.content(copy).flatMap(content -> {
                    List<Attachment> attachments = sources.letters().attachments(copy, content);
                    if (n < 1 || n > attachments.size()) return Optional.empty();
                    Attachment one = attachments.get(n - 1);
                    return Optional.of(new Saved(SafeName.of(one.name()), one.content()));
                }));
    }

    @Override
    public Optional<Bytes> paper(MessageId id, AuthorityCode owner, Language language) {
        try {
            return copy(id, owner)
                    .flatMap(copy -> shelf.content(copy)
                            .flatMap(content -> sources.papers().print(copy, content, Optional.of(language)))
                            .map(Papers.Paper::pdf));
        } catch (Unprintable e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Bytes> proof(MessageId id, AuthorityCode owner) {
        return copy(id, owner)
                .flatMap(copy ->
                        shelf.content(copy).map(content -> sources.export().zip(copy, content, clock.instant())));
    }

    private static List<Item> items(List<Shelf.Copy> copies) {
        return copies.stream().map(PostOnShelf::item).toList();
    }

    private static Item item(Shelf.Copy copy) {
        return new Item(
                copy.id(),
                copy.owner(),
                copy.outgoing(),
                copy.caseId(),
                new MessageKind(copy.kind()),
                copy.from(),
                copy.to(),
                Priority.valueOf(copy.priority()),
                copy.due(),
                copy.handling().stream().map(HandlingCode::valueOf).toList(),
                copy.created(),
                copy.storedAt(),
                copy.openedAt(),
                copy.attachments(),
                copy.outgoing()
                        ? copy.passages().stream().map(PostOnShelf::tick).toList()
                        : List.of());
    }

    private static Tick tick(Shelf.Step step) {
        return new Tick(
                step.recipient(), way(step.state()), step.since(), step.reason().map(Reason::valueOf), step.details());
    }

    private static Way way(Passage passage) {
        return switch (passage) {
            case QUEUED -> Way.WAITING;
            case ACCEPTED_BY_HUB -> Way.ACCEPTED;
            case HANDED_OVER -> Way.HANDED_OVER;
            case OPENED -> Way.OPENED;
            case REJECTED -> Way.REJECTED;
            case FAILED -> Way.FAILED;
            case NOT_HANDED_OVER_IN_TIME -> Way.OVERDUE;
        };
    }

    private static Content content(Views.Message message) {
        return new Content(
                message.form(),
                message.files().orElse(List.of()).stream()
                        .map(file -> new File(file.n(), file.name(), file.mediaType(), file.size(), file.sha256()))
                        .toList(),
                message.signature()
                        .map(signature -> new Signature(
                                signature.verified(),
                                signature.signer(),
                                signature.signedAt(),
                                signature.strength().equals(Strength.ECDSA_AND_ML_DSA.name()))));
    }
}
