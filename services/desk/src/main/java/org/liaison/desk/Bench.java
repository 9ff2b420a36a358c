package org.liaison.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liaison.casework.Forms;
import org.liaison.casework.Problem;
import org.liaison.desk.forms.Answers;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.desk.forms.TaskList;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.pages.Absent;
import org.liaison.pages.Declined;

/// Where sheets are worked on: fetches them for whom they belong to, and says what is still missing.
final class Bench {

    private final Sheets sheets;
    private final Sending sending;
    private final Cases cases;
    private final Forms forms;
    private final Clock clock;

    Bench(Sheets sheets, Sending sending, Cases cases, Forms forms, Clock clock) {
        this.sheets = sheets;
        this.sending = sending;
        this.cases = cases;
        this.forms = forms;
        this.clock = clock;
    }

    Sheets sheets() {
        return sheets;
    }

    /// A new sheet. In a case it is addressed to the other side.
    Sheet begin(
            Seat seat,
            AuthorityCode from,
            MessageKind kind,
            Optional<Cases.Dossier> inCase,
            List<AuthorityCode> to,
            Answers answers) {
        boolean theirs = forms.kind(kind)
                .filter(known -> known.senders().contains(from.kind()))
                .isPresent();
        if (!theirs) throw new Absent();
        Sheet sheet = new Sheet(
                UUID.randomUUID(),
                seat.person().id(),
                from,
                kind,
                inCase.map(Cases.Dossier::id),
                new Sheet.Travel(to, Priority.ROUTINE, Optional.empty(), List.of()),
                answers,
                List.of(),
                Optional.empty(),
                clock.instant());
        sheets.add(sheet);
        return sheet;
    }

    /// The author's own, to be shown; declined while it is with a supervisor. Whether it may be
    /// changed is asked by [Sheets] once more, under its lock.
    Sheet own(Seat seat, String id) {
        return sheets.find(uuid(id))
                .filter(sheet -> sheet.author().equals(seat.person().id()))
                .filter(sheet -> seat.reads(sheet.from()))
                .map(sheet -> {
                    if (sheet.handedBy().isPresent()) throw handedOver(sheet.id());
                    return sheet;
                })
                .orElseThrow(() -> gone(seat, uuid(id)));
    }

    /// What is said of a sheet that is not there: whoever reads for its authority is led to the message that it became.
    RuntimeException gone(Seat seat, UUID id) {
        return sheets.became(id)
                .filter(became -> seat.reads(became.from()))
                .<RuntimeException>map(became -> new Declined(
                        "desk.sheet.sent",
                        "/messages/" + became.message() + "?as=" + became.from(),
                        "desk.sheet.sent.look"))
                .orElseGet(Absent::new);
    }

    /// Said to its author, who knows of it.
    static Declined handedOver(UUID id) {
        return new Declined("desk.sheet.handed", "/sheets/" + id + "/preview", "desk.sheet.handed.look");
    }

    /// Said to a supervisor, who may have it on an open page.
    static Declined withAuthor() {
        return new Declined("desk.sheet.with-author", "/release", "desk.release");
    }

    /// The sheet as a change left it; what cannot be changed is not there for whoever tried.
    Sheet made(Sheets.Change change, Seat seat, UUID id) {
        return switch (change) {
            case Sheets.Change.Made(Sheet sheet) -> sheet;
            case Sheets.Change.OnAnotherDesk _ -> throw handedOver(id);
            case Sheets.Change.Gone _ -> throw gone(seat, id);
            case Sheets.Change.NotAsShown _ -> throw new Absent();
        };
    }

    Questionnaire questionnaire(Sheet sheet, Language language) {
        return Questionnaire.of(forms, sheet.kind(), language).orElseThrow(Absent::new);
    }

    /// How far the form is, by itself.
    TaskList tasks(Sheet sheet, Questionnaire questionnaire) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return questionnaire.check(sheet.answers(), sheet.attached(), today);
    }

    /// Those of its recipients who need a message of their own beside the first; mostly nobody.
    List<List<AuthorityCode>> apart(Sheet sheet) {
        return sending.groups(sheet).stream().skip(1).toList();
    }

    /// Whether the case went on meanwhile to where this cannot be sent any more: a colleague may have answered.
    boolean overtaken(Sheet sheet) {
        return sheet.caseId()
                .flatMap(id -> cases.find(id, sheet.from()))
                .filter(dossier -> !dossier.view().allowed(sheet.from()).contains(sheet.kind()))
                .isPresent();
    }

    /// What keeps the sheet from being sent, in the form and around it.
    record Check(TaskList tasks, List<Problem> around) {
        boolean clear() {
            return tasks.isComplete() && around.isEmpty();
        }
    }

    Check check(Sheet sheet, Questionnaire questionnaire) {
        return check(sheet, questionnaire, sheet.travel().to().isEmpty() ? List.of() : sending.obstacles(sheet));
    }

    Check check(Sheet sheet, Questionnaire questionnaire, List<Sending.Obstacle> obstacles) {
        TaskList alone = tasks(sheet, questionnaire);
        List<Problem> inForm = obstacles.stream()
                .filter(Sending.Obstacle::inForm)
                .map(Sending.Obstacle::problem)
                .toList();
        List<Problem> around = obstacles.stream()
                .filter(obstacle -> !obstacle.inForm())
                .map(Sending.Obstacle::problem)
                .toList();
        // What the form alone lacks is said once.
        TaskList tasks = alone.isComplete()
                ? TaskList.of(
                        questionnaire, sheet.answers(), questionnaire.draft(sheet.answers(), sheet.attached()), inForm)
                : alone;
        return new Check(tasks, around);
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Absent();
        }
    }

    static MessageKind kind(String text) {
        try {
            return new MessageKind(text);
        } catch (IllegalArgumentException e) {
            throw new Absent();
        }
    }
}
