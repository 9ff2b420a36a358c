package org.liaison.gateway;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.liaison.desk.Post;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
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

    /// Names of fields and marks of JSON are no words of the form. Whether they are all that was found is asked only
    /// where something was: reading a form takes longer than looking through its text.
    private static boolean holds(Shelf.Searched copy, String[] sought) {
        return (mayHide(copy, sought) || holds(copy, copy.form(), sought))
                && holds(copy, FormValues.of(copy.form()), sought);
    }

    /// Whether the text may have the words otherwise than they are read: what has to be, or can be, escaped in JSON
    /// (RFC 8259 section 7).
    private static boolean mayHide(Shelf.Searched copy, String[] sought) {
        return copy.form().contains("\\u")
                || Arrays.stream(sought)
                        .anyMatch(word -> word.contains("\"") || word.contains("\\") || word.contains("/"));
    }

    private static boolean holds(Shelf.Searched copy, String text, String[] sought) {
        String all = String.join("\n", copy.id().toString(), copy.caseId().toString(), text) + "\n"
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
            Item item = item(copy);
            return new Whole(
                    item,
                    sources.timeline().of(copy),
                    withContent && !item.unread() ? content(copy) : Optional.empty());
        });
    }

    private Optional<Content> content(Shelf.Copy copy) {
        return shelf.content(copy)
                .map(content -> sources.telling().whole(copy, Optional.of(content)))
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
    public Handout attachment(MessageId id, AuthorityCode owner, int n) {
        return handout(id, owner, (copy, content) -> switch (sources.letters().read(copy, content)) {
            case Letters.Answer.Broken _ -> new Handout.NotGenuine();
            case Letters.Answer.Genuine(List<Attachment> attachments) -> {
                if (n < 1 || n > attachments.size()) yield new Handout.Nothing();
                Attachment one = attachments.get(n - 1);
                yield new Handout.Saved(SafeName.of(one.name()), one.content());
            }
        });
    }

    private Handout handout(MessageId id, AuthorityCode owner, BiFunction<Shelf.Copy, Shelf.Content, Handout> made) {
        return copy(id, owner)
                .flatMap(copy -> shelf.content(copy).map(content -> made.apply(copy, content)))
                .orElseGet(Handout.Nothing::new);
    }

    @Override
    public Handout paper(MessageId id, AuthorityCode owner, Language language) {
        return handout(id, owner, (copy, content) -> {
            try {
                return sources.papers()
                        .print(copy, content, Optional.of(language))
                        .<Handout>map(
                                paper -> new Handout.Saved(copy.caseId() + "-" + copy.kind() + ".pdf", paper.pdf()))
                        .orElseGet(Handout.Nothing::new);
            } catch (Unprintable e) {
                return new Handout.Unprintable();
            }
        });
    }

    @Override
    public Handout proof(MessageId id, AuthorityCode owner) {
        return handout(id, owner, (copy, content) -> switch (sources.letters().read(copy, content)) {
            case Letters.Answer.Broken _ -> new Handout.NotGenuine();
            case Letters.Answer.Genuine _ ->
                new Handout.Saved(copy.id() + ".zip", sources.export().zip(copy, content, clock.instant()));
        });
    }

    @Override
    public Optional<Exhibit> exhibit(MessageId id, AuthorityCode owner, String evidence) {
        return copy(id, owner).flatMap(copy -> sources.timeline().exhibit(copy, evidence));
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
