package org.liaison.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.casework.course.Deadline;
import org.liaison.desk.forms.Text;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.pages.Words;
import org.liaison.print.Extract;
import org.liaison.print.Extract.Blank;
import org.liaison.print.Extract.Code;
import org.liaison.print.Extract.Entry;
import org.liaison.print.Extract.Line;
import org.liaison.print.Extract.Moment;
import org.liaison.print.Extract.Name;
import org.liaison.print.Extract.Piece;
import org.liaison.print.Extract.Row;
import org.liaison.print.Extract.Said;
import org.liaison.print.Extract.Section;
import org.liaison.print.Extract.Sentence;
import org.liaison.print.Labels;

/// A case on paper, in the words of its page: where it stands, what is due, what was sent and
/// what became of it, who can see what, and room to sign. No contents are on it, so it is for
/// everybody who may see the page.
final class CasePaper {

    private final Words words;
    private final Addresses addresses;
    private final Language language;
    private final Labels labels;

    CasePaper(Words words, Addresses addresses, Language language) {
        this.words = words;
        this.addresses = addresses;
        this.language = language;
        this.labels = Labels.in(language);
    }

    /// `messages` in the order in which they were written; `earlier` is how many there is no
    /// room for.
    record File(Cases.Dossier dossier, List<Post.Whole> messages, int earlier, Sight sight, String reader) {}

    Extract of(File file, Instant now) {
        Cases.Dossier dossier = file.dossier();
        return new Extract(
                labels.word("case") + ": "
                        + say("casework.family." + dossier.id().family()),
                dossier.id().toString(),
                language,
                List.of(
                        new Section(labels.word("general"), standing(file, now)),
                        new Section(say("desk.case.due"), due(dossier.deadlines(), now)),
                        new Section(say("desk.case.messages"), messages(file)),
                        new Section(say("desk.sight"), sight(file.sight())),
                        new Section(
                                labels.word("signature"),
                                List.of(
                                        new Blank(say("desk.paper.place")),
                                        new Blank(say("desk.paper.name")),
                                        new Blank(labels.word("signature"))))));
    }

    /// Paper shows marks of direction by their numbers, for they could be a stranger's; ours are
    /// not needed there.
    private String say(String key, Object... arguments) {
        return words.say(language, key, arguments).replaceAll("[\\u2066-\\u2069]", "");
    }

    private List<Line> standing(File file, Instant now) {
        Cases.Dossier dossier = file.dossier();
        CaseCard card = CaseCard.of(dossier, now);
        List<Line> lines = new ArrayList<>();
        lines.add(new Sentence(
                say("desk.case.state", say("casework.state." + card.state().code()))));
        lines.add(new Sentence(say("desk.turn." + card.turn())));
        if (card.urgent()) lines.add(new Sentence(say("desk.urgent")));
        if (card.late()) lines.add(new Sentence(say("desk.late")));
        if (dossier.erased()) lines.add(new Sentence(say("desk.case.erased")));
        if (!dossier.view().misfits().isEmpty())
            lines.add(new Sentence(
                    say("desk.case.misfits", dossier.view().misfits().size())));
        lines.add(party("desk.seat", dossier.owner()));
        lines.add(Row.of(say("desk.paper.drawn"), new Moment(now), new Name(file.reader())));
        lines.add(new Sentence(say("desk.paper.no-contents")));
        return lines;
    }

    private Row party(String label, AuthorityCode code) {
        return Row.of(say(label), new Name(addresses.name(code)), new Code(code.toString()));
    }

    private List<Line> due(List<Deadline> deadlines, Instant now) {
        if (deadlines.isEmpty()) return List.of(new Sentence(say("desk.case.due.nothing")));
        return CasePage.ordered(deadlines).stream()
                .<Line>map(one -> new Entry(say("casework.clock." + one.clock()), due(one, now)))
                .toList();
    }

    private List<Line> due(Deadline deadline, Instant now) {
        List<Line> lines = new ArrayList<>();
        deadline.due()
                .ifPresentOrElse(
                        due -> {
                            List<Piece> value = new ArrayList<>(List.of(new Moment(due)));
                            if (deadline.missed(now)) value.add(new Said(say("desk.late")));
                            lines.add(new Row(say("desk.message.due"), value));
                            for (AuthorityCode who : deadline.mustAct())
                                lines.add(new Sentence(say("desk.case.must-act", addresses.name(who))));
                        },
                        () -> lines.add(new Sentence(say("desk.case.paused"))));
        lines.add(Row.of(
                say(deadline.binding() ? "desk.case.binding" : "desk.case.target"), new Name(deadline.source())));
        return lines;
    }

    private List<Line> messages(File file) {
        List<Line> lines = new ArrayList<>();
        if (file.earlier() > 0) lines.add(new Sentence(say("desk.paper.left-out", file.earlier())));
        for (Post.Whole message : file.messages())
            lines.add(new Entry(kind(message.item().kind()), message(message)));
        return lines;
    }

    private String kind(MessageKind kind) {
        return say("casework.kind." + kind.code());
    }

    private List<Line> message(Post.Whole message) {
        Post.Item item = message.item();
        List<Line> lines = new ArrayList<>();
        lines.add(party("desk.message.from", item.from()));
        item.to().forEach(to -> lines.add(party("desk.message.to", to)));
        lines.add(Row.of(say("desk.message.created"), new Moment(item.created())));
        lines.add(Row.of(say("desk.message.id"), new Code(item.id().toString())));
        item.due().ifPresent(due -> lines.add(Row.of(say("desk.message.due"), new Moment(due))));
        item.handling()
                .forEach(code -> lines.add(Row.of(
                        say("desk.message.handling"),
                        new Said(say("message.handling." + code)),
                        new Code(code.toString()))));
        if (item.urgent()) lines.add(new Sentence(say("desk.urgent")));
        if (item.unread()) lines.add(new Sentence(say("desk.unread")));
        if (item.attachments() > 0) lines.add(new Sentence(say("desk.files", item.attachments())));
        item.ticks()
                .forEach(tick -> lines.add(Row.of(
                        say("desk.paper.way"),
                        new Said(say("desk.way." + tick.way())),
                        new Name(addresses.name(tick.recipient())),
                        new Moment(tick.since()))));
        message.happenings().stream()
                .filter(happening -> happening.event().isPresent())
                .forEach(happening -> lines.add(new Row(say("desk.evidence"), evidence(happening))));
        return lines;
    }

    private List<Piece> evidence(Post.Happening one) {
        List<Piece> value = new ArrayList<>();
        String who = one.recipient().map(addresses::name).or(one::issuer).orElse("");
        value.add(new Said(say("message.event." + one.event().orElseThrow(), who)));
        value.add(new Moment(one.at()));
        one.genuine()
                .ifPresent(genuine -> value.add(plain(genuine ? "desk.evidence.genuine" : "desk.evidence.broken")));
        one.logIndex()
                .ifPresent(index -> value.add(
                        one.recorded().orElse(false)
                                ? plain("desk.evidence.recorded", index)
                                : plain("desk.evidence.unproven")));
        one.witnessedBy().ifPresent(by -> value.add(witnesses(by)));
        return value;
    }

    private Piece witnesses(SortedSet<String> by) {
        return by.isEmpty()
                ? plain("desk.evidence.unwitnessed")
                : plain("desk.evidence.witnessed", String.join(say("desk.list"), by));
    }

    /// Screens put a sign before it, which the fonts of the paper do not have; each stands in
    /// brackets here.
    private Piece plain(String key, Object... arguments) {
        return new Said("(" + say(key, arguments).replaceFirst("^[^\\p{L}]+", "") + ")");
    }

    private List<Line> sight(Sight sight) {
        List<Line> lines = new ArrayList<>();
        lines.add(party("desk.seat", sight.owner()));
        persons("desk.sight.readers", sight.readers(), lines);
        persons("desk.sight.onlookers", sight.onlookers(), lines);
        for (Sight.Party party : sight.parties()) lines.add(new Entry(addresses.name(party.code()), reach(party)));
        lines.add(new Entry(say("desk.sight.hub"), List.of(new Sentence(say("desk.sight.hub.what")))));
        return lines;
    }

    private void persons(String key, List<String> names, List<Line> lines) {
        if (!names.isEmpty()) lines.add(Row.of(say(key), new Name(String.join(say("desk.list"), names))));
    }

    private List<Line> reach(Sight.Party party) {
        if (party.shares().isEmpty()) return List.of(new Sentence(say("desk.sight.sender")));
        return party.shares().stream()
                .flatMap(share -> Stream.of(
                                Optional.<Line>of(Row.of(kind(share.kind()), new Said(say("desk.sight.as-sent")))),
                                topics(
                                        say(
                                                "desk.sight.never",
                                                say("desk.forms.kind."
                                                        + party.code().kind().code())),
                                        share.reach().never()),
                                topics(say("desk.sight.agreed"), share.reach().agreed()))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<Line> topics(String label, List<Text> topics) {
        if (topics.isEmpty()) return Optional.empty();
        String all = topics.stream().map(Text::words).collect(Collectors.joining(say("desk.list")));
        return Optional.of(Row.of(label, new Said(all)));
    }
}
